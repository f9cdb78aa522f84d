namespace Bsp.Model;

/// <summary>Something the operating system can do, and what it requires of the kernel.</summary>
public sealed record Feature
{
    /// <summary>The name, such as <c>containers</c>.</summary>
    public required PlainName Name { get; init; }

    /// <summary>What the feature requests of the kernel on every architecture.</summary>
    public KernelFragment Kernel { get; init; } = KernelFragment.Empty;

    /// <summary>The Debian packages that <see cref="Files"/> come from; their dependencies are pinned with them.</summary>
    public Seq<DebianPackageName> Packages { get; init; } = [];

    /// <summary>
    /// Absolute paths of the programs and files that the feature takes from the userland packages; the libraries they need are
    /// added automatically.
    /// </summary>
    public Seq<string> Files { get; init; } = [];
}
