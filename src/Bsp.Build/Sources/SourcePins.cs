namespace Bsp.Build.Sources;

/// <summary>What <see cref="LockRefresh"/> pins, and from which suites of Debian.</summary>
public sealed record SourcePins
{
    /// <summary>Binary packages.</summary>
    public required IReadOnlyList<BinaryPin> Binaries { get; init; }

    /// <summary>Source packages.</summary>
    public required IReadOnlyList<SourcePin> Sources { get; init; }

    /// <summary>
    /// Packages that depend on the one to pin: its name is theirs with the first two numbers of their version behind, as
    /// <c>linux-source</c> 7.1.3-1 leads to <c>linux-source-7.1</c>.
    /// </summary>
    public IReadOnlyList<BinaryPin> Newest { get; init; } = [];

    /// <summary>Packages with all that they depend on.</summary>
    public IReadOnlyList<ClosurePin> Closures { get; init; } = [];
}

/// <summary>Binary packages to pin.</summary>
/// <param name="Source">The source's name in the lock file.</param>
/// <param name="Suite">The suite of Debian.</param>
/// <param name="Architecture">Debian's name of the architecture.</param>
/// <param name="Packages">The packages.</param>
public sealed record BinaryPin(string Source, string Suite, string Architecture, IReadOnlyList<string> Packages);

/// <summary>A source package to pin.</summary>
/// <param name="Source">The source's name in the lock file.</param>
/// <param name="Suite">The suite of Debian.</param>
/// <param name="Package">The package.</param>
/// <param name="OnlyUpstream">Whether only upstream's part is taken, without Debian's.</param>
public sealed record SourcePin(string Source, string Suite, string Package, bool OnlyUpstream = false);

/// <summary>Packages to pin with all that they depend on.</summary>
/// <param name="Source">The source's name in the lock file.</param>
/// <param name="Suite">The suite of Debian.</param>
/// <param name="Architecture">Debian's name of the architecture.</param>
/// <param name="Packages">The packages.</param>
public sealed record ClosurePin(string Source, string Suite, string Architecture, IReadOnlyList<string> Packages)
{
    /// <summary>Packages that are left out: others depend on them for their maintainer scripts or services only.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];
}
