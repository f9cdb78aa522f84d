using System.CommandLine;
using Bsp.Cli.Files;
using Bsp.Cli.SourceTrees;
using Bsp.Kconfig;

namespace Bsp.Cli.Commands;

/// <summary>The options that say which .config is read and written.</summary>
/// <param name="host">Has KCONFIG_CONFIG.</param>
internal sealed class ConfigOptions(CliHost host)
{
    private readonly Option<string?> _config = new("--config")
    {
        HelpName = "FILE",
        Description = "The configuration [default: $KCONFIG_CONFIG, else .config]",
    };
    private readonly Option<string?> _output = new("--output", "-o")
    {
        HelpName = "FILE",
        Description = "Where to write [default: the configuration]; '-' is standard output",
    };

    /// <summary>Adds <c>--config</c> to a command.</summary>
    public void AddInputTo(Command command) => command.Add(_config);

    /// <summary>Adds <c>--output</c> to a command.</summary>
    public void AddOutputTo(Command command) => command.Add(_output);

    /// <summary>The configuration's file.</summary>
    public string Input(ParseResult result) => result.GetValue(_config) ?? host.Variable("KCONFIG_CONFIG") ?? ".config";

    /// <summary>Whether the command line names a configuration.</summary>
    public bool IsGiven(ParseResult result) => result.GetValue(_config) is not null;

    /// <summary>The file that <c>--output</c> names.</summary>
    public string? Output(ParseResult result) => result.GetValue(_output);

    /// <summary>The values of the configuration; where none is named and there is none, the defaults.</summary>
    public Configuration ReadOrDefaults(ParseResult result, Workspace workspace)
    {
        var file = Input(result);
        if (IsGiven(result) || Path.Exists(host.Absolute(file)))
            return workspace.OldDefconfig(file);
        host.Error.Write($"bsp: note: there is no '{file}'; these are the values that the defaults give (--config names another)\n");
        return workspace.Defconfig(new("", file));
    }

    /// <summary>The configuration of <see cref="ReadOrDefaults"/> with further lines; nothing is said of it.</summary>
    public Configuration Remake(ParseResult result, Workspace workspace, IReadOnlyList<Assignment> further)
    {
        var (file, conf) = (Input(result), new Conf(workspace.Tree, []));
        return IsGiven(result) || Path.Exists(host.Absolute(file))
            ? conf.OldDefconfig(workspace.With(TextFile.Read(host, file, "the configuration"), further), file)
            : conf.Defconfig(workspace.With("", further), file);
    }

    /// <summary>Writes a configuration, and says so as conf does.</summary>
    public void Write(ParseResult result, Configuration configuration)
    {
        var file = Output(result) ?? Input(result);
        if (file == "-")
            DotConfigWriter.Write(configuration, host.Out);
        else
            host.Out.Write($"#\n# {Written(file, configuration)}\n#\n");
    }

    private string Written(string file, Configuration configuration)
    {
        try
        {
            return ConfigFile.Write(host, file, configuration);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"'{file}' cannot be written: {FileError.Reason(e)}");
        }
    }
}
