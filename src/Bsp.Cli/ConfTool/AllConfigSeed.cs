namespace Bsp.Cli.ConfTool;

/// <summary>The seed that KCONFIG_ALLCONFIG names for allnoconfig and its like (scripts/kconfig/conf.c, main).</summary>
internal static class AllConfigSeed
{
    /// <summary>The seed.</summary>
    /// <param name="host">Has the variable.</param>
    /// <param name="command">allnoconfig, allyesconfig, allmodconfig or alldefconfig: without a name, the seed is called after it.</param>
    /// <returns>Null where the variable is not set.</returns>
    /// <exception cref="CliException">It is set, and there is no such file.</exception>
    public static (string Text, string File)? Find(CliHost host, string command)
    {
        if (new ConfVariables(host).AllConfig is not { } seed)
            return null;
        if (seed is not ("" or "1"))
        {
            return ConfFile.Find(host, seed) is { } given
                ? (given, seed)
                : throw new CliException($"*** Can't read seed configuration \"{seed}\"!", ExitStatus.No);
        }

        var usual = command.Replace("config", ".config", StringComparison.Ordinal);
        foreach (var file in new[] { usual, "all.config" })
        {
            if (ConfFile.Find(host, file) is { } found)
                return (found, file);
        }

        throw new CliException($"*** KCONFIG_ALLCONFIG set, but no \"{usual}\" or \"all.config\" file found", ExitStatus.No);
    }
}
