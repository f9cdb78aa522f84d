using Bsp.Build.Steps;

namespace Bsp.Kconfig.Conformance.SourceTrees;

/// <summary>A tree with a conf of its own.</summary>
/// <param name="Name">Its name, such as <c>linux-6.12</c>.</param>
/// <param name="Kind">How it is laid out.</param>
/// <param name="Source">Unpacks it; null when it is a folder of the caller.</param>
/// <param name="Folder">The caller's folder; null when it is unpacked.</param>
internal sealed record OracleTree(string Name, SourceTreeKind Kind, Step? Source, string? Folder = null)
{
    /// <summary>What it is, for a report: the package with its version, or the folder's name.</summary>
    public string Origin { get; init; } = Folder is null ? "" : "a folder of the caller";

    /// <summary>The tree's folder while a step runs that needs it.</summary>
    public string RootIn(StepContext context) => Folder ?? context.OutputOf(Source!);
}
