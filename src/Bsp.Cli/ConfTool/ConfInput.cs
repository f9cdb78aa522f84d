using Bsp.Kconfig;

namespace Bsp.Cli.ConfTool;

/// <summary>Reads what a mode of conf begins with (scripts/kconfig/conf.c, main; scripts/kconfig/confdata.c, conf_read).</summary>
/// <param name="host">The process.</param>
/// <param name="messages">Receives what is wrong.</param>
/// <param name="variables">The variables that conf reads.</param>
internal sealed class ConfInput(CliHost host, ConfMessages messages, ConfVariables variables)
{
    /// <summary>The configuration.</summary>
    public Configuration Read(ConfArguments arguments) => arguments.Mode switch
    {
        ConfMode.Defconfig => Defconfig(arguments.DefconfigFile!),
        ConfMode.AllNoConfig => All(NewValues.No, "allnoconfig"),
        ConfMode.AllYesConfig => All(NewValues.Yes, "allyesconfig"),
        ConfMode.AllModConfig => All(NewValues.Module, "allmodconfig"),
        ConfMode.AllDefConfig => All(NewValues.Default, "alldefconfig"),
        _ => Current(),
    };

    private Configuration Defconfig(string file) => ConfFile.Find(host, file) is { } text
        ? Read(conf => conf.Defconfig(text, file))
        : throw new CliException($"***\n*** Can't find default configuration \"{file}\"!\n***");

    private Configuration All(NewValues values, string command) => AllConfigSeed.Find(host, command) is var (text, file)
        ? Read(conf => conf.All(values, text, file))
        : Read(conf => conf.All(values));

    private Configuration Current()
    {
        if (ConfFile.Find(host, variables.Config) is { } current)
            return Read(conf => conf.OldDefconfig(current, variables.Config));
        foreach (var file in variables.DefconfigList)
        {
            if (ConfFile.Find(host, file) is not { } text)
                continue;
            messages.Announce("using defaults found in " + file);
            return Read(conf => conf.OldDefconfig(text, file));
        }

        return Read(conf => conf.OldDefconfig(null));
    }

    private Configuration Read(Func<Conf, Configuration> read) => messages.Read(read, variables.WarnUnknown);
}
