namespace Bsp.Model;

/// <summary>An instruction set, with the names that the tools give it.</summary>
public sealed record Architecture
{
    /// <summary>The GNU name, such as <c>aarch64</c>.</summary>
    public required PlainName Name { get; init; }

    /// <summary>The kernel's name, the value of <c>ARCH=</c>, such as <c>arm64</c>.</summary>
    public required PlainName KernelArch { get; init; }

    /// <summary>Debian's name, such as <c>arm64</c>.</summary>
    public required PlainName DebianArch { get; init; }

    /// <summary>Buildroot's name, as in <c>BR2_aarch64</c>; the GNU name where not given.</summary>
    public BuildrootChoice BuildrootArch { get => field ?? Name.Value; init; }

    /// <summary>The GNU triplet of the compiler, such as <c>aarch64-linux-gnu</c>.</summary>
    public required PlainName Triplet { get; init; }

    /// <summary>
    /// The kernel image, relative to the kernel's <c>arch/$SRCARCH/boot</c>, and make's target for it, such as <c>Image</c>.
    /// </summary>
    public required RelativePath KernelImage { get; init; }
}
