namespace Bsp.Kconfig.Conformance.Contract;

/// <summary>
/// A tree seen as one architecture: what many cases have in common. An engine may parse it once and keep the result by this object.
/// </summary>
public sealed class KconfigTarget
{
    /// <summary>The tree's name, such as <c>linux-6.12</c>; the dialect follows from it.</summary>
    public required string Tree { get; init; }

    /// <summary>The architecture as the tree calls it, such as <c>arm64</c>; <c>all</c> where a tree has only one view.</summary>
    public required string Architecture { get; init; }

    /// <summary>The folder of the tree, absolute. It is only read.</summary>
    public required string Root { get; init; }

    /// <summary>The first file, relative to <see cref="Root"/>: <c>Kconfig</c>.</summary>
    public string RootFile { get; init; } = "Kconfig";

    /// <summary>All environment variables; the process's own count for nothing. <c>srctree</c> is <see cref="Root"/>.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>
    /// What <c>/bin/sh -c</c> prints for each command, raw: the 4095-byte limit and the folding of line breaks are the engine's.
    /// </summary>
    /// <remarks>A command that is missing was never asked by conf: the engine expanded something differently.</remarks>
    public required IReadOnlyDictionary<string, byte[]> ShellAnswers { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Tree + " " + Architecture;
}
