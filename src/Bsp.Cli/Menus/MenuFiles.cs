using Bsp.Cli.Files;
using Bsp.Cli.SourceTrees;
using Bsp.Kconfig;

namespace Bsp.Cli.Menus;

/// <summary>Reads and writes the files of configurations that are edited.</summary>
/// <param name="host">Knows where relative paths begin.</param>
/// <param name="workspace">The symbols.</param>
/// <param name="messages">Receives what the workspace has to say.</param>
internal sealed class MenuFiles(CliHost host, Workspace workspace, StringWriter messages)
{
    /// <summary>Reads a file.</summary>
    /// <returns>It, and its configuration.</returns>
    /// <exception cref="CliException">It cannot be read.</exception>
    public (MenuFile File, Configuration Configuration) Load(string name)
    {
        try
        {
            var input = workspace.Read(name, "the configuration");
            var configuration = Quiet(workspace.OldDefconfig(input));
            return (Of(input, configuration), configuration);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"'{name}' cannot be read: {FileError.Reason(e)}");
        }
    }

    /// <summary>A file that is not there yet, with the defaults.</summary>
    public (MenuFile File, Configuration Configuration) New(string name)
    {
        var configuration = Quiet(workspace.Defconfig(new("", name)));
        var values = MenuValues.Of(configuration);
        return (new(name, Exists: false, values, values), configuration);
    }

    /// <summary>Writes a configuration.</summary>
    /// <returns>The file, and what conf says about it.</returns>
    /// <exception cref="CliException">It cannot be written.</exception>
    public (MenuFile File, string Said) Save(Configuration configuration, string name)
    {
        try
        {
            var said = ConfigFile.Write(host, name, configuration);
            var values = MenuValues.Of(configuration);
            return (new(name, Exists: true, values, values), said);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"'{name}' cannot be written: {FileError.Reason(e)}");
        }
    }

    /// <summary>Whether a file has just what would be written.</summary>
    public bool Has(string name, Configuration configuration)
    {
        try
        {
            return File.Exists(host.Absolute(name))
                && TextFile.Read(host, name, "the configuration") == DotConfigWriter.Write(configuration);
        }
        catch (Exception e) when (e is CliException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>What has been said since it was asked last.</summary>
    public string TakeMessages()
    {
        var said = messages.ToString();
        messages.GetStringBuilder().Clear();
        return said;
    }

    private static MenuFile Of(ConfigInput input, Configuration configuration)
    {
        var tree = configuration.Tree;
        var lines = Request.Parse(input.Text, input.File, tree.Dialect.Prefix)
            .ToDictionary(line => line.Symbol, line => line.Written ?? line.Value, StringComparer.Ordinal);
        return new(input.File, Exists: true, MenuValues.Of(tree, lines), MenuValues.Of(configuration));
    }

    // What is selected without its dependencies is said once, and not with each change.
    private static Configuration Quiet(Configuration configuration)
    {
        configuration.OnUnmetDependency = null;
        return configuration;
    }
}
