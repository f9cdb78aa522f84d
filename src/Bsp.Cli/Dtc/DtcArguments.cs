using System.Globalization;
using Bsp.DeviceTrees;

namespace Bsp.Cli.Dtc;

/// <summary>dtc's command line (scripts/dtc/dtc.c).</summary>
internal sealed class DtcArguments
{
    /// <summary>The options.</summary>
    public static readonly ProgramOptions Options = new(
        """
        bsp dtc [options] <input file>

        Compiles device trees, and writes them in other forms, as dtc 1.7 does: to the same bytes. A drop-in replacement for dtc.
        """,
        new('q', "quiet", "Suppress warnings (-q), errors (-qq), all (-qqq)"),
        new(
            'I', "in-format",
            "Format of the input: dts, dtb, or fs for a folder such as /proc/device-tree; without, what it looks like", TakesValue: true),
        new('o', "out", "Output file", TakesValue: true),
        new(
            'O', "out-format",
            "Format of the output: dts, dtb, asm, yaml or null; without, by the output's name: dtb of a source, dts of others",
            TakesValue: true),
        new('V', "out-version", "Version of the blob: 1, 2, 3, 16 or 17 (the default)", TakesValue: true),
        new('d', "out-dependency", "Write what was read to this file, for make", TakesValue: true),
        new('R', "reserve", "Make space for this many entries of reserved memory", TakesValue: true),
        new('S', "space", "Make the blob at least this many bytes long", TakesValue: true),
        new('p', "pad", "Add this many bytes to the blob", TakesValue: true),
        new('a', "align", "Make the blob's length a multiple of this", TakesValue: true),
        new('b', "boot-cpu", "Set the physical number of the processor that boots", TakesValue: true),
        new('f', "force", "Produce output even if the tree has errors"),
        new('i', "include", "Add a folder to look for included files in", TakesValue: true),
        new('s', "sort", "Sort nodes and properties"),
        new('H', "phandle", "Write phandles as legacy, epapr (the default) or both", TakesValue: true),
        new('W', "warning", "Turn a warning on, or with no- before its name off", TakesValue: true),
        new('E', "error", "Turn an error on, or with no- before its name off", TakesValue: true),
        new('@', "symbols", "Write labels to /__symbols__"),
        new('A', "auto-alias", "Write labels to /aliases"),
        new('L', "local-fixups", "Write fixups also for what is not a plugin"),
        new('T', "annotate", "Say in a source that is written where each part comes from; -T -T says more"),
        new('h', "help", "Print this help and exit"),
        new('v', "version", "Print version and exit"));

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

    /// <summary>What comments in a source say about where its parts come from.</summary>
    public SourceAnnotations Annotations { get; private set; }

    /// <summary>Parses a command line.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public static DtcArguments Parse(IReadOnlyList<string> arguments)
    {
        var parsed = new DtcArguments();
        var (options, files) = Options.Parse(arguments);
        foreach (var (letter, value) in options)
            parsed.Set(letter, value);
        if (files.Count > 1)
            throw new CliException("dtc reads one file: " + string.Join(", ", files), ExitStatus.No);
        parsed.Input = files.Count > 0 ? files[0] : "-";
        parsed.Compiler = parsed.Compiler with { IncludeFolders = parsed._folders, Checks = parsed._checks };
        return parsed.Blob is { MinimumSize: > 0, Padding: > 0 }
            ? throw new CliException("FATAL ERROR: Can't set both -p and -S", ExitStatus.No)
            : parsed;
    }

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
            case 'T': Annotations = Annotations == SourceAnnotations.None ? SourceAnnotations.Lines : SourceAnnotations.Spans; break;
            case 'h': WantsHelp = true; break;
            case 'v': WantsVersion = true; break;
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
        return isGood && number <= 1 << 30
            ? number
            : throw new CliException($"option '-{letter}' takes a number up to 1 GiB, not '{value}'", ExitStatus.No);
    }
}
