namespace Bsp.Model;

/// <summary>Something the operating system can do, and what it needs of any kernel for that.</summary>
public sealed record Feature
{
    /// <summary>The name, such as <c>containers</c>.</summary>
    public required PlainName Name { get; init; }

    /// <summary>What the feature asks of the kernel, whatever the architecture.</summary>
    public KernelFragment Kernel { get; init; } = KernelFragment.Empty;

    /// <summary>The Debian packages that <see cref="Files"/> come from; what these depend on is pinned with them.</summary>
    public Seq<DebianPackageName> Packages { get; init; } = [];

    /// <summary>
    /// Absolute paths of the programs and files that the feature takes from the userland packages; the libraries they need follow
    /// by themselves.
    /// </summary>
    public Seq<string> Files { get; init; } = [];
}
