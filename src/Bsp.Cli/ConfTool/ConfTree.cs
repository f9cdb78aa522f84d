using Bsp.Cli.SourceTrees;
using Bsp.Kconfig;
using Bsp.Kconfig.Parsing;

namespace Bsp.Cli.ConfTool;

/// <summary>The Kconfig files that a build names, read as it says.</summary>
/// <param name="Tree">The symbols.</param>
/// <param name="Result">What was read.</param>
/// <param name="WithHelp">Reads them again, help texts included, which a cached tree does not have.</param>
internal sealed record ConfTree(KconfigTree Tree, KconfigParseResult Result, Lazy<KconfigTree?> WithHelp)
{
    /// <summary>Reads them, with the process's own variables and nothing else.</summary>
    /// <param name="host">The process.</param>
    /// <param name="file">The file to begin with.</param>
    /// <param name="cache">Whether the answers of commands and the trees are cached.</param>
    /// <exception cref="CliException">They have errors.</exception>
    public static ConfTree Read(CliHost host, string file, bool cache)
    {
        var folder = host.Variable("srctree") is { Length: > 0 } sources ? host.Absolute(sources) : host.CurrentDirectory;
        var source = new KconfigSource
        {
            Root = file,
            Dialect = Dialect(host, folder),
            Environment = host.Environment,
            CurrentDirectory = host.CurrentDirectory,
        };
        var reading = new SourceTreeReader(host, cache, progress: null);
        var result = reading.Read(source, onlyValues: true);
        host.Out.Write(result.Output);
        foreach (var message in result.Messages.Where(ConfMessage.IsOfOutput))
            host.Out.Write(ConfMessage.Text(message, source.Dialect));
        host.Out.Flush();
        foreach (var message in result.Messages.Where(message => !ConfMessage.IsOfOutput(message)))
            host.Error.Write(ConfMessage.Text(message, source.Dialect));
        return result.Tree is { } tree
            ? new(tree, result, new(() => reading.Read(source, onlyValues: false).Tree))
            : throw new CliException("", ExitStatus.No);
    }

    /// <summary>The help text at a place in the menus.</summary>
    public string? HelpOf(MenuNode node) =>
        node.HelpAsWritten
            ?? WithHelp.Value?.Nodes().FirstOrDefault(
                other => other.Symbol?.Name == node.Symbol?.Name && IsAt(other.Position, node.Position))?.HelpAsWritten;

    private static bool IsAt(SourcePosition position, SourcePosition other) => position.File == other.File && position.Line == other.Line;

    private static KconfigDialect Dialect(CliHost host, string folder) =>
        host.Variable("BSP_KCONFIG_DIALECT") is not { } name ? SourceTree.Open(folder).Dialect
            : SourceTree.Dialects.TryGetValue(name, out var dialect) ? dialect
            : throw new CliException($"conf: BSP_KCONFIG_DIALECT is '{name}'; there are {string.Join(", ", SourceTree.Dialects.Keys)}");
}
