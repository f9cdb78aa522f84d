using System.Text;
using Bsp.Build;
using Bsp.Kconfig;
using Bsp.Kconfig.Parsing;
using Bsp.Kconfig.Parsing.Files;
using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Infix.Porting.Regions;

/// <summary>
/// The symbols that the checkout's own Kconfig files define, in their order, which is that of a defconfig; Buildroot's precede them.
/// </summary>
internal sealed class SymbolOrder
{
    private const string Folder = "infix";
    private readonly Dictionary<string, (int Rank, string File)> _symbols = new(StringComparer.Ordinal);

    private SymbolOrder(KconfigTree tree)
    {
        foreach (var node in tree.Nodes())
        {
            if (node.Symbol?.Name is { } name)
                _symbols.TryAdd(name, (_symbols.Count, node.Position.File[(Folder.Length + 1)..]));
        }
    }

    /// <summary>Reads <c>Config.in</c> and what it sources.</summary>
    /// <param name="read">The text of a file of the checkout, null when there is none.</param>
    /// <exception cref="BuildFailedException">The files have errors.</exception>
    public static SymbolOrder Read(Func<string, string?> read)
    {
        var result = KconfigParser.Parse(new()
        {
            Root = Folder + "/Config.in",
            Dialect = KconfigDialect.Buildroot,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["BR2_EXTERNAL_INFIX_PATH"] = Folder },
            Files = new Texts(read),
            Shell = new AnswersShell(new Dictionary<string, string>()),
            ReadAhead = false,
        });
        return result.Tree is { } tree
            ? new(tree)
            : throw new BuildFailedException(
                "the checkout's Kconfig files have errors" + string.Concat(result.Messages.Take(10).Select(x => $"\n  {x}")));
    }

    /// <summary>A symbol's place in the order; -1 for one that is not defined here, as Buildroot's own.</summary>
    public int Rank(string symbol) => _symbols.TryGetValue(symbol, out var found) ? found.Rank : -1;

    /// <summary>The file that defines a symbol first, relative to the checkout; null when none does.</summary>
    public string? File(string symbol) => _symbols.TryGetValue(symbol, out var found) ? found.File : null;

    private sealed class Texts(Func<string, string?> read) : IKconfigFiles
    {
        public byte[]? Read(string name) =>
            name.StartsWith(Folder + "/", StringComparison.Ordinal) && read(name[(Folder.Length + 1)..]) is { } text
                ? Encoding.UTF8.GetBytes(text)
                : null;
    }
}
