using System.Globalization;
using Bsp.DeviceTrees;

namespace Bsp.Cli.Dtc;

/// <summary>dtc's command line, taken apart as getopt_long does: options anywhere, and abbreviated where that is clear (scripts/dtc/dtc.c).</summary>
internal sealed class DtcArguments
{
    private static readonly (string Name, char Letter)[] Options =
    [
        ("quiet", 'q'), ("in-format", 'I'), ("out", 'o'), ("out-format", 'O'), ("out-version", 'V'), ("out-dependency", 'd'), ("reserve", 'R'),
        ("space", 'S'), ("pad", 'p'), ("align", 'a'), ("boot-cpu", 'b'), ("force", 'f'), ("include", 'i'), ("sort", 's'), ("phandle", 'H'),
        ("warning", 'W'), ("error", 'E'), ("symbols", '@'), ("auto-alias", 'A'), ("local-fixups", 'L'), ("annotate", 'T'), ("help", 'h'), ("version", 'v'),
    ];

    private const string WithValue = "IoOVdRSpabiHWE";

    private readonly List<string> _folders = [];
    private readonly List<(string Option, bool AsError)> _checks = [];

    /// <summary>The options are shown, and nothing is made.</summary>
    public bool WantsHelp { get; private set; }

    /// <summary>The version is shown, and nothing is made.</summary>
    public bool WantsVersion { get; private set; }

    /// <summary>How much is kept back: warnings from 1 on, errors from 2 on.</summary>
    public int Quiet { get; private set; }

    /// <summary>The file to read; <c>-</c> for standard input.</summary>
    public string Input { get; private set; } = "-";

    /// <summary>What is read; null where it shows from the file.</summary>
    public string? InputFormat { get; private set; }

    /// <summary>The file to write; <c>-</c> for standard output.</summary>
    public string Output { get; private set; } = "-";

    /// <summary>What is written; null where it shows from the file.</summary>
    public string? OutputFormat { get; private set; }

    /// <summary>The file that takes the names of all files that were read, as make has them.</summary>
    public string? DependencyFile { get; private set; }

    /// <summary>What decides about the tree.</summary>
    public CompilerOptions Compiler { get; private set; } = new();

    /// <summary>What decides about the blob.</summary>
    public BlobOptions Blob { get; private set; } = new();

    /// <summary>Takes a command line apart.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public static DtcArguments Parse(IReadOnlyList<string> arguments)
    {
        var parsed = new DtcArguments();
        var files = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (argument == "--")
            {
                files.AddRange(arguments.Skip(i + 1));
                break;
            }

            if (argument.StartsWith("--", StringComparison.Ordinal))
                parsed.Long(arguments, ref i);
            else if (argument is ['-', _, ..])
                parsed.Short(arguments, ref i);
            else
                files.Add(argument);
        }

        if (files.Count > 1)
            throw new CliException("dtc reads one file: " + string.Join(", ", files), ExitStatus.No);
        parsed.Input = files.FirstOrDefault() ?? "-";
        parsed.Compiler = parsed.Compiler with { IncludeFolders = parsed._folders, Checks = parsed._checks };
        return parsed.Blob is { MinimumSize: > 0, Padding: > 0 } ? throw new CliException("FATAL ERROR: Can't set both -p and -S", ExitStatus.No) : parsed;
    }

    private void Long(IReadOnlyList<string> arguments, ref int i)
    {
        var name = arguments[i][2..].Split('=')[0];
        var found = Options.Where(option => option.Name == name).DefaultIfEmpty().First();
        if (found == default)
        {
            var abbreviated = Options.Where(option => option.Name.StartsWith(name, StringComparison.Ordinal)).ToList();
            found = abbreviated.Count == 1 ? abbreviated[0] : throw new CliException($"unknown option '{arguments[i]}'; --help lists all", ExitStatus.No);
        }

        var hasValue = arguments[i].Contains('=', StringComparison.Ordinal);
        if (!WithValue.Contains(found.Letter, StringComparison.Ordinal))
            Set(found.Letter, hasValue ? throw new CliException($"option '--{found.Name}' takes no value", ExitStatus.No) : "");
        else
            Set(found.Letter, hasValue ? arguments[i][(name.Length + 3)..] : ValueBehind(arguments, ref i));
    }

    private void Short(IReadOnlyList<string> arguments, ref int i)
    {
        var argument = arguments[i];
        for (var at = 1; at < argument.Length; at++)
        {
            var letter = argument[at];
            if (!WithValue.Contains(letter, StringComparison.Ordinal))
            {
                Set(letter, "");
                continue;
            }

            Set(letter, at + 1 < argument.Length ? argument[(at + 1)..] : ValueBehind(arguments, ref i));
            return;
        }
    }

    private static string ValueBehind(IReadOnlyList<string> arguments, ref int i) =>
        i + 1 < arguments.Count ? arguments[++i] : throw new CliException($"option '{arguments[i]}' takes a value", ExitStatus.No);

    private void Set(char letter, string value)
    {
        switch (letter)
        {
            case 'q': Quiet++; break;
            case 'I': InputFormat = value; break;
            case 'o': Output = value; break;
            case 'O': OutputFormat = value; break;
            case 'V': Blob = Blob with { Version = Version(value) }; break;
            case 'd': DependencyFile = value; break;
            case 'R': Blob = Blob with { ReserveEntries = Number(letter, value) }; break;
            case 'S': Blob = Blob with { MinimumSize = Number(letter, value) }; break;
            case 'p': Blob = Blob with { Padding = Number(letter, value) }; break;
            case 'a': Blob = Blob with { Alignment = PowerOfTwo(value) }; break;
            case 'b': Compiler = Compiler with { BootProcessor = (uint)Number(letter, value) }; break;
            case 'f': Compiler = Compiler with { Force = true }; break;
            case 'i': _folders.Add(value); break;
            case 's': Compiler = Compiler with { Sorts = true }; break;
            case 'H': Compiler = Compiler with { PhandleProperties = PhandleFormat(value) }; break;
            case 'W': _checks.Add((value, false)); break;
            case 'E': _checks.Add((value, true)); break;
            case '@': Compiler = Compiler with { Symbols = true }; break;
            case 'A': Compiler = Compiler with { Aliases = true }; break;
            case 'L': Compiler = Compiler with { Fixups = true }; break;
            case 'T': throw new CliException("-T, notes of where each line of a source comes from, is not made yet", ExitStatus.No);
            case 'h': WantsHelp = true; break;
            case 'v': WantsVersion = true; break;
            default: throw new CliException($"unknown option '-{letter}'; --help lists all", ExitStatus.No);
        }
    }

    private static PhandleProperties PhandleFormat(string value) => value switch
    {
        "legacy" => PhandleProperties.Legacy,
        "epapr" => PhandleProperties.Epapr,
        "both" => PhandleProperties.Legacy | PhandleProperties.Epapr,
        _ => throw new CliException($"FATAL ERROR: Invalid argument \"{value}\" to -H option", ExitStatus.No),
    };

    private static int PowerOfTwo(string value) => Number('a', value) is > 0 and var number && (number & (number - 1)) == 0
        ? number
        : throw new CliException($"FATAL ERROR: Invalid argument \"{value}\" to -a option", ExitStatus.No);

    private static int Version(string value) => Number('V', value) is var version && version is 1 or 2 or 3 or 16 or 17
        ? version
        : throw new CliException($"FATAL ERROR: Unknown device tree blob version {value}", ExitStatus.No);

    private static int Number(char letter, string value)
    {
        var isGood = value.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? int.TryParse(value.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        return isGood && number <= 1 << 30 ? number : throw new CliException($"option '-{letter}' takes a number up to 1 GiB, not '{value}'", ExitStatus.No);
    }
}
