namespace Bsp.Cli.ConfTool;

/// <summary>conf's command line, taken apart as getopt_long does: options anywhere, and abbreviated where that is clear.</summary>
internal sealed class ConfArguments
{
    private static readonly Dictionary<string, ConfMode> Modes = new(StringComparer.Ordinal)
    {
        ["oldaskconfig"] = ConfMode.OldAskConfig,
        ["oldconfig"] = ConfMode.OldConfig,
        ["syncconfig"] = ConfMode.SyncConfig,
        ["olddefconfig"] = ConfMode.OldDefconfig,
        ["defconfig"] = ConfMode.Defconfig,
        ["savedefconfig"] = ConfMode.SaveDefconfig,
        ["allnoconfig"] = ConfMode.AllNoConfig,
        ["allyesconfig"] = ConfMode.AllYesConfig,
        ["allmodconfig"] = ConfMode.AllModConfig,
        ["alldefconfig"] = ConfMode.AllDefConfig,
        ["listnewconfig"] = ConfMode.ListNewConfig,
    };

    private static readonly string[] NotHere = ["randconfig", "helpnewconfig", "yes2modconfig", "mod2yesconfig", "mod2noconfig"];

    private ConfArguments()
    {
    }

    /// <summary>What to do.</summary>
    public ConfMode Mode { get; private set; } = ConfMode.OldAskConfig;

    /// <summary>The file that <c>--defconfig</c> or <c>--savedefconfig</c> names.</summary>
    public string? DefconfigFile { get; private set; }

    /// <summary>Whether nothing is said about what is written.</summary>
    public bool IsSilent { get; private set; }

    /// <summary>Whether the options were asked for.</summary>
    public bool WantsHelp { get; private set; }

    /// <summary>Whether answers of <c>$(shell,…)</c> are not kept.</summary>
    public bool DiscardsShellCache { get; private set; }

    /// <summary>The file to begin with.</summary>
    public string? KconfigFile { get; private set; }

    /// <summary>Parses a command line.</summary>
    public static ConfArguments Parse(IReadOnlyList<string> arguments)
    {
        var parsed = new ConfArguments();
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (argument == "--")
            {
                parsed.KconfigFile ??= i + 1 < arguments.Count ? arguments[i + 1] : null;
                break;
            }

            if (argument.StartsWith("--", StringComparison.Ordinal))
                parsed.ParseLong(arguments, ref i);
            else if (argument is ['-', _, ..])
                parsed.ParseShort(argument);
            else
                parsed.KconfigFile ??= argument;
        }

        return parsed;
    }

    private void ParseShort(string argument)
    {
        foreach (var letter in argument.AsSpan(1))
        {
            if (letter == 's')
                IsSilent = true;
            else if (letter == 'h')
                WantsHelp = true;
            else
                throw new CliException($"conf: invalid option -- '{letter}'", ExitStatus.No);
        }
    }

    private void ParseLong(IReadOnlyList<string> arguments, ref int i)
    {
        var equals = arguments[i].IndexOf('=', StringComparison.Ordinal);
        var name = CompleteName(equals < 0 ? arguments[i][2..] : arguments[i][2..equals]);
        var value = equals < 0 ? null : arguments[i][(equals + 1)..];
        if (name is "defconfig" or "savedefconfig")
            DefconfigFile = value
                ?? (++i < arguments.Count
                    ? arguments[i]
                    : throw new CliException($"conf: option '--{name}' requires an argument", ExitStatus.No));
        else if (value is not null)
            throw new CliException($"conf: option '--{name}' doesn't allow an argument", ExitStatus.No);
        if (Modes.TryGetValue(name, out var mode))
            Mode = mode;
        IsSilent |= name is "silent" or "syncconfig";
        WantsHelp |= name == "help";
        DiscardsShellCache |= name == "no-shell-cache";
        if (NotHere.Contains(name))
            throw new CliException($"conf: '--{name}' is not available here; the kernel's own conf has it", ExitStatus.No);
    }

    private static string CompleteName(string name)
    {
        var all = Modes.Keys.Concat(NotHere).Append("silent").Append("help").Append("no-shell-cache").ToList();
        var found = all.Contains(name) ? [name] : all.FindAll(other => other.StartsWith(name, StringComparison.Ordinal));
        return found switch
        {
            [var only] => only,
            [] => throw new CliException($"conf: unrecognized option '--{name}'", ExitStatus.No),
            _ => throw new CliException(
                $"conf: option '--{name}' is ambiguous; possibilities: {string.Join(' ', found.Select(other => $"'--{other}'"))}",
                ExitStatus.No),
        };
    }
}
