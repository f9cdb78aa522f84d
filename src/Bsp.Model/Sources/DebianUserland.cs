namespace Bsp.Model;

/// <summary>The binary packages that a userland's files are taken from: those that features name, and their dependencies.</summary>
/// <param name="Name">
/// The name in the lock file, before <c>-</c> and Debian's name of the architecture. Distributions with the same userland share it.
/// </param>
/// <param name="Suite">The suite of Debian that has them, such as <c>bookworm</c>.</param>
public sealed record DebianUserland(SourceName Name, DebianSuite Suite)
{
    /// <summary>
    /// Packages that others depend on for their maintainer scripts or services only: the firmware uses no file from them, and
    /// they are not pinned.
    /// </summary>
    public Seq<DebianPackageName> Unused { get; init; } = [];

    /// <summary>The name in the lock file of the packages for one architecture.</summary>
    public string SourceFor(Architecture architecture) => Name + "-" + architecture.DebianArch;
}
