namespace Bsp.Build.Sources;

/// <summary>A named set of packages that a step works from, such as <c>linux-6.12</c> or <c>userland-arm64</c>.</summary>
public sealed record LockedSource
{
    /// <summary>The name that distributions and steps ask for.</summary>
    public required string Name { get; init; }

    /// <summary>The packages, sorted by name.</summary>
    public required IReadOnlyList<LockedPackage> Packages { get; init; }

    /// <summary>The files of all packages.</summary>
    public IEnumerable<LockedFile> Files() => Packages.SelectMany(package => package.Files);
}
