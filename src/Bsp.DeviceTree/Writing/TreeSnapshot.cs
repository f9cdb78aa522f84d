using System.Text;
using Bsp.DeviceTrees.Checks;

namespace Bsp.DeviceTrees;

/// <summary>
/// A tree in one file, for where its sources are not: a source without the preprocessor, in ASCII, with labels and references.
/// </summary>
public static class TreeSnapshot
{
    private const string Name = "snapshot.dts";

    private const string PathReferences = "path_references";

    // No checks at all: a part of a tree (.dtsi) would not pass them, and one of them removes nodes that only those refer to who
    // extend the tree. But it is a check that makes a value of a reference to a path; what it cannot find stays as it is.
    private static readonly CompilerOptions s_options = new()
    {
        Checks =
        [
            .. new CheckSet().All.SelectMany(check => new[] { ("no-" + check.Name, false), ("no-" + check.Name, true) }),
            (PathReferences, false),
        ],
    };

    /// <summary>The snapshot of a source.</summary>
    /// <param name="path">The source.</param>
    /// <param name="cache">Where files come from.</param>
    /// <param name="folders">The folders in which included files are looked for.</param>
    /// <returns>It; null with what is wrong where the source has errors.</returns>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static (string? Snapshot, IReadOnlyList<SourceMessage> Messages) Of(
        string path, SourceCache cache, IReadOnlyList<string> folders)
    {
        var compiled = DeviceTreeCompiler.Compile(
            path, cache, s_options with { Preprocessor = new() { IncludeFolders = folders }, IncludeFolders = folders });
        return (compiled.Tree is { } tree ? SourceWriter.Write(tree, new() { KeepsPathReferences = true }) : null, compiled.Messages);
    }

    /// <summary>Reads a snapshot.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static DeviceTree Read(string snapshot)
    {
        var compiled = DeviceTreeCompiler.Compile(Name, new(new OneFile(snapshot)), s_options);
        return compiled.Tree
            ?? throw new FormatException(
                compiled.Messages.FirstOrDefault(message => message.Severity == SourceSeverity.Error)?.ToString()
                    ?? "there is no tree in it");
    }

    private sealed class OneFile(string text) : ISourceFiles
    {
        private readonly SourceFile _file = new(Name, Encoding.UTF8.GetBytes(text));

        public SourceFile? TryOpen(string path) => path == Name ? _file : null;
    }
}
