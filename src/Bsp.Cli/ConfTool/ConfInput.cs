using System.Text;
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
        ConfMode.AllNoConfig => All(NewValues.No, "allno.config"),
        ConfMode.AllYesConfig => All(NewValues.Yes, "allyes.config"),
        ConfMode.AllModConfig => All(NewValues.Module, "allmod.config"),
        ConfMode.AllDefConfig => All(NewValues.Default, "alldef.config"),
        _ => Current(),
    };

    private Configuration Defconfig(string file) => Find(file) is { } text
        ? Read(conf => conf.Defconfig(text, file))
        : throw new CliException($"***\n*** Can't find default configuration \"{file}\"!\n***");

    private Configuration All(NewValues values, string usual)
    {
        if (variables.AllConfig is not { } seed)
            return Read(conf => conf.All(values));
        if (seed is not ("" or "1"))
        {
            return Find(seed) is { } given
                ? Read(conf => conf.All(values, given, seed))
                : throw new CliException($"*** Can't read seed configuration \"{seed}\"!");
        }

        foreach (var file in new[] { usual, "all.config" })
        {
            if (Find(file) is { } found)
                return Read(conf => conf.All(values, found, file));
        }

        throw new CliException($"*** KCONFIG_ALLCONFIG set, but no \"{usual}\" or \"all.config\" file found");
    }

    private Configuration Current()
    {
        if (Find(variables.Config) is { } current)
            return Read(conf => conf.OldDefconfig(current, variables.Config));
        foreach (var file in variables.DefconfigList)
        {
            if (Find(file) is not { } text)
                continue;
            messages.Announce("using defaults found in " + file);
            return Read(conf => conf.OldDefconfig(text, file));
        }

        return Read(conf => conf.OldDefconfig(null));
    }

    private Configuration Read(Func<Conf, Configuration> read) => messages.Read(read, variables.WarnUnknown);

    /// <summary>Reads a file as the C tool finds it: in the current directory, else in the sources.</summary>
    private string? Find(string file)
    {
        string[] paths = file.StartsWith('/') || host.Variable("srctree") is not { Length: > 0 } sources
            ? [host.Absolute(file)]
            : [host.Absolute(file), host.Absolute(Path.Combine(sources, file))];
        return Array.Find(paths, File.Exists) is { } path ? Encoding.UTF8.GetString(File.ReadAllBytes(path)) : null;
    }
}
