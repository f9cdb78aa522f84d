using Bsp.Cli.Files;
using Bsp.Cli.SourceTrees;
using Bsp.Kconfig;

namespace Bsp.Cli.Menus;

/// <summary>The file of a configuration that is being edited.</summary>
/// <param name="host">Knows where relative paths begin.</param>
/// <param name="workspace">The symbols.</param>
/// <param name="name">The file.</param>
internal sealed class MenuFile(CliHost host, Workspace workspace, string name)
{
    /// <summary>The file.</summary>
    public string Name { get; private set; } = name;

    /// <summary>Whether the file says what a configuration does.</summary>
    public bool Has(Configuration configuration) =>
        File.Exists(host.Absolute(Name)) && TextFile.Read(host, Name, "the configuration") == DotConfigWriter.Write(configuration);

    /// <summary>Reads another file.</summary>
    /// <returns>Its values, and what is wrong with its lines.</returns>
    /// <exception cref="CliException">It cannot be read.</exception>
    public (Configuration Configuration, IReadOnlyList<KconfigMessage> Messages) Load(string other)
    {
        var messages = new List<KconfigMessage>();
        var configuration = new Conf(workspace.Tree, messages).OldDefconfig(TextFile.Read(host, other, "the configuration"), other);
        Name = other;
        return (configuration, messages);
    }

    /// <summary>Writes a configuration.</summary>
    /// <returns>What conf says about it.</returns>
    /// <exception cref="CliException">The name is that of no file.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public string Save(Configuration configuration, string other)
    {
        var said = ConfigFile.Write(host, other, configuration);
        Name = other;
        return said;
    }
}
