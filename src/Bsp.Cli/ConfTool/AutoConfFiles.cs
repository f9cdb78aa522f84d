using System.Text;
using Bsp.Kconfig;

namespace Bsp.Cli.ConfTool;

/// <summary>
/// Writes what makefiles, C and Rust sources read, and touches a file for each symbol that changed (scripts/kconfig/confdata.c,
/// conf_write_autoconf).
/// </summary>
/// <param name="host">The process.</param>
/// <param name="tree">The tree.</param>
/// <param name="configuration">The configuration.</param>
/// <param name="variables">Names the files.</param>
internal sealed class AutoConfFiles(CliHost host, ConfTree tree, Configuration configuration, ConfVariables variables)
{
    /// <summary>Writes all of them. auto.conf is the last: it marks that the others are complete.</summary>
    public void Write()
    {
        var writer = new AutoConfWriter(configuration);
        Replace(variables.AutoConf + ".cmd", Dependencies());
        TouchChanged();
        Replace(variables.AutoHeader, writer.ForC());
        Replace(variables.RustCfg, writer.ForRust());
        Replace(variables.AutoConf, writer.ForMake());
    }

    /// <summary>What make must look at to know whether the configuration is up to date.</summary>
    private string Dependencies()
    {
        var text = new StringBuilder($"autoconfig := {variables.AutoConf}\n\ndeps_config := \\\n");
        foreach (var file in tree.Result.Files)
            text.Append($"\t{file} \\\n");
        text.Append("\n$(autoconfig): $(deps_config)\n$(deps_config): ;\n");
        foreach (var (name, value) in tree.Result.EnvironmentRead)
            text.Append($"\nifneq \"$({name})\" \"{value}\"\n$(autoconfig): FORCE\nendif\n");
        return text.ToString();
    }

    private void TouchChanged()
    {
        var before = ReadOldValues();
        foreach (var name in before.Keys.Where(name => tree.Tree.Find(name) is null))
            Touch(name);
        foreach (var symbol in tree.Tree.Symbols)
        {
            if (symbol is { IsChoice: false, IsConstant: false, Name: { } name } && HasChanged(symbol, before.GetValueOrDefault(name)))
                Touch(name);
        }
    }

    private bool HasChanged(Symbol symbol, string? old)
    {
        if (!configuration.IsWritten(symbol))
            return old is not null;
        var value = configuration.ValueOf(symbol);
        return old is null ? symbol.Type is not (SymbolType.Bool or SymbolType.Tristate) || value != "n" : value != old;
    }

    private Dictionary<string, string> ReadOldValues()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var path = host.Absolute(variables.AutoConf);
        var prefix = tree.Tree.Dialect.Prefix;
        if (!File.Exists(path))
            return values;
        foreach (var line in File.ReadLines(path))
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > prefix.Length && line.StartsWith(prefix, StringComparison.Ordinal))
                values[line[prefix.Length..equals]] = line[(equals + 1)..];
        }

        return values;
    }

    private void Touch(string symbol)
    {
        // A name from the file could lead elsewhere.
        if (!symbol.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            return;
        var folder = Path.GetDirectoryName(host.Absolute(variables.AutoConf))!;
        File.WriteAllBytes(Path.Combine(folder, symbol), []);
    }

    private void Replace(string file, string text)
    {
        var path = host.Absolute(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path + ".tmp", Encoding.UTF8.GetBytes(text));
        File.Move(path + ".tmp", path, overwrite: true);
    }
}
