namespace Bsp.Model;

/// <summary>
/// Packages of Debian's archive that the lock file pins under one name: the source of a kernel or a bootloader, or a tool.
/// </summary>
/// <remarks><c>./build.sh Lock</c> pins what the records name, and build steps refer to it by its name.</remarks>
public sealed record DebianSource
{
    private DebianSource(SourceName name, bool isSource, DebianSuite suite, Seq<DebianPackageName> packages)
    {
        Name = name;
        IsSource = isSource;
        Suite = suite;
        Packages = packages.Count > 0
            ? packages
            : throw new ModelException($"the source '{name}' names no package");
    }

    /// <summary>The name in the lock file, such as <c>linux-6.12</c>; that of a kernel is <c>linux-</c> and its version.</summary>
    public SourceName Name { get; }

    /// <summary>Whether these are source packages, upstream's tarball with Debian's patches; otherwise binary packages.</summary>
    public bool IsSource { get; }

    /// <summary>The suite that has them, such as <c>trixie</c> or <c>bookworm-backports</c>.</summary>
    public DebianSuite Suite { get; }

    /// <summary>The packages; without their dependencies.</summary>
    public Seq<DebianPackageName> Packages { get; }

    /// <summary>Binary packages, such as those with a kernel's source tree in them (<c>linux-source-6.12</c>).</summary>
    /// <exception cref="ModelException">There is no package.</exception>
    public static DebianSource Binary(SourceName name, DebianSuite suite, params Seq<DebianPackageName> packages) =>
        new(name, false, suite, packages);

    /// <summary>A source package.</summary>
    public static DebianSource Source(SourceName name, DebianSuite suite, DebianPackageName package) => new(name, true, suite, [package]);
}
