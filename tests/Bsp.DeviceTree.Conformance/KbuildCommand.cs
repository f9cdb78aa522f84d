using Bsp.Cli.Dtc;
using Bsp.DeviceTrees;

namespace Bsp.DeviceTree.Conformance;

/// <summary>What a kernel's build did to make a blob: its <c>.cmd</c> file, taken apart.</summary>
internal sealed record KbuildCommand
{
    /// <summary>The blob, below the folder of results.</summary>
    public required string Target { get; init; }

    /// <summary>The source, below the kernel's; null for a blob that fdtoverlay made.</summary>
    public string? Source { get; init; }

    /// <summary>What the preprocessor and dtc were given.</summary>
    public CompilerOptions Options { get; init; } = new();

    /// <summary>The blob that others were applied to, and these, below the folder of results; empty for one that was compiled.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Reads a <c>.cmd</c> file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="target">The blob.</param>
    public static KbuildCommand Read(string path, string target)
    {
        var line = File.ReadLines(path).First();
        var commands = line[(line.IndexOf(":= ", StringComparison.Ordinal) + 3)..].Split(';')
            .Select(command => command.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        if (commands.Find(words => words[0].EndsWith("/fdtoverlay", StringComparison.Ordinal)) is { } overlay)
            return new() { Target = target, Parts = [.. overlay.Skip(Array.IndexOf(overlay, "-i") + 1)] };

        var dtc = commands.First(words => words[0].EndsWith("/dtc", StringComparison.Ordinal));
        var preprocessor = commands.Find(words => words.Contains("-E"));
        var arguments = DtcArguments.Parse([.. dtc.Skip(1)]);
        return new()
        {
            Target = target,
            Source = InSource(preprocessor is null ? arguments.Input : preprocessor[^1]),
            Options = arguments.Compiler with
            {
                IncludeFolders = [.. arguments.Compiler.IncludeFolders.Select(InSource)],
                Preprocessor = preprocessor is null ? null : new()
                {
                    IncludeFolders = [.. IncludeFolders(preprocessor).Select(InSource)],
                },
            },
        };
    }

    // A kernel of 6.1 writes -IFOLDER, one of 6.12 -I FOLDER.
    private static IEnumerable<string> IncludeFolders(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].StartsWith("-I", StringComparison.Ordinal))
                yield return words[i].Length > 2 ? words[i][2..] : words[++i];
        }
    }

    // The build's folder is below the source.
    private static string InSource(string path) => path.StartsWith("../", StringComparison.Ordinal) ? path[3..] : path;
}
