using System.Globalization;
using Bsp.Build;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.Engines;

namespace Bsp.Kconfig.Conformance;

/// <summary>What a run compares.</summary>
internal sealed record ConformanceOptions
{
    /// <summary>The command line, explained.</summary>
    public static string Help =>
        $"""
        Compares a Kconfig engine with the trees' own conf, byte by byte.

          dotnet run --project tests/Bsp.Kconfig.Conformance -- --tree linux-6.12 --arch arm64 --sample 20 --seed 1

          --tree NAME          a kernel's, U-Boot's or BusyBox's name in sources.lock.json; several, or all of them without this
          --arch NAME          an architecture as the tree calls it; several, or all of them without this
          --operation NAME     {string.Join(", ", Enum.GetNames<KconfigOperation>())}; several, or all
          --case TEXT          only cases with the text in their names
          --sample N           N cases of each tree and architecture (and what follows from them) instead of all
          --random N           how many random configurations of each architecture are read back; 200
          --seed N             chooses the sample and the random configurations; 1
          --engine NAME        {string.Join(
              ", ", EngineCatalog.Names)}; '{EngineCatalog.Default}' without this; 'none' only makes conf's results
          --messages           compare warnings and errors too
          --vectors            the tests that come with the tree's conf instead of its configurations
          --fragments N        instead, N random fragments of each architecture: what becomes of their requests is asked of conf,
                               and what the engine reports and proposes is compared with that
          --changes N          instead, N random changes of what boards ask for, of each architecture: what a review shows of them is
                               compared with how conf's results before and after differ
          --fixes N            instead, N unmet requests of small random trees: the fix that the engine proposes is compared
                               with the smallest there is, and confirmed with the tree's conf
          --requests N         instead, N unmet requests of each architecture: their fixes are confirmed with conf
          --pairs N            instead, or with --requests, N times two requests at once
          --random-trees N     instead, N small random trees, read by each tree's conf, messages compared too
          --folder NAME=DIR    take a tree from a folder instead of its pinned package
          --show N             how many differing lines of a case are printed; 20
          --jobs N             how many cases run at a time; {Environment.ProcessorCount}
          --report FILE        write the report in Markdown
          --help               this

        Trees and conf's results are kept in the cache (BSP_CACHE, or ~/.cache/bsp). The status is 1 when a case differs or fails, or nothing was compared.
        """;

    public IReadOnlyList<string> Trees { get; init; } = [];

    public IReadOnlyList<string> Architectures { get; init; } = [];

    public IReadOnlyList<KconfigOperation> Operations { get; init; } = [];

    public string? CaseText { get; init; }

    public int? Sample { get; init; }

    public int Random { get; init; } = 200;

    public int Seed { get; init; } = 1;

    public string Engine { get; init; } = EngineCatalog.Default;

    public bool Messages { get; init; }

    public bool Vectors { get; init; }

    public int Fragments { get; init; }

    public int Changes { get; init; }

    public int Fixes { get; init; }

    public int Requests { get; init; }

    public int Pairs { get; init; }

    public int RandomTrees { get; init; }

    public IReadOnlyDictionary<string, string> Folders { get; init; } = new Dictionary<string, string>();

    public int Show { get; init; } = 20;

    public int Jobs { get; init; } = Environment.ProcessorCount;

    public string? Report { get; init; }

    /// <summary>Reads a command line; null when help is asked for.</summary>
    /// <exception cref="BuildFailedException">It is wrong.</exception>
    public static ConformanceOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new ConformanceOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            string Value() =>
                ++i < arguments.Count ? arguments[i] : throw new BuildFailedException($"{name} needs a value; --help explains it");
            int Number() =>
                int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw new BuildFailedException($"{name} takes a number, not '{arguments[i]}'");
            switch (name)
            {
                case "--help" or "-h":
                    return null;
                case "--tree":
                    options = options with { Trees = [.. options.Trees, Value()] };
                    break;
                case "--arch":
                    options = options with { Architectures = [.. options.Architectures, Value()] };
                    break;
                case "--operation":
                    options = options with { Operations = [.. options.Operations, Operation(Value())] };
                    break;
                case "--case":
                    options = options with { CaseText = Value() };
                    break;
                case "--sample":
                    options = options with { Sample = Number() };
                    break;
                case "--random":
                    options = options with { Random = Number() };
                    break;
                case "--seed":
                    options = options with { Seed = Number() };
                    break;
                case "--engine":
                    options = options with { Engine = Value() };
                    break;
                case "--messages":
                    options = options with { Messages = true };
                    break;
                case "--vectors":
                    options = options with { Vectors = true };
                    break;
                case "--fragments":
                    options = options with { Fragments = Number() };
                    break;
                case "--changes":
                    options = options with { Changes = Number() };
                    break;
                case "--fixes":
                    options = options with { Fixes = Number() };
                    break;
                case "--requests":
                    options = options with { Requests = Number() };
                    break;
                case "--pairs":
                    options = options with { Pairs = Number() };
                    break;
                case "--random-trees":
                    options = options with { RandomTrees = Number() };
                    break;
                case "--folder":
                    options = options with { Folders = Folder(options.Folders, Value()) };
                    break;
                case "--show":
                    options = options with { Show = Number() };
                    break;
                case "--jobs":
                    options = options with { Jobs = Math.Max(1, Number()) };
                    break;
                case "--report":
                    options = options with { Report = Value() };
                    break;
                default:
                    throw new BuildFailedException($"'{name}' is not an option; --help has them all");
            }
        }

        return options;
    }

    private static KconfigOperation Operation(string name) => Enum.TryParse<KconfigOperation>(name, ignoreCase: true, out var operation)
        ? operation
        : throw new BuildFailedException($"'{name}' is not an operation; there are {string.Join(", ", Enum.GetNames<KconfigOperation>())}");

    private static Dictionary<string, string> Folder(IReadOnlyDictionary<string, string> folders, string value)
    {
        var at = value.IndexOf('=', StringComparison.Ordinal);
        if (at < 1 || !Directory.Exists(value[(at + 1)..]))
            throw new BuildFailedException($"--folder takes NAME=DIR with a folder that is there, not '{value}'");
        return new(folders, StringComparer.Ordinal) { [value[..at]] = value[(at + 1)..] };
    }
}
