namespace Bsp.Model;

/// <summary>An instruction set, with the names that the tools give it.</summary>
public sealed record Architecture
{
    /// <summary>The GNU name, such as <c>aarch64</c>.</summary>
    public required string Name { get; init => field = Text.Word(value, "an architecture name", "_-"); }

    /// <summary>The kernel's name, the value of <c>ARCH=</c>, such as <c>arm64</c>.</summary>
    public required string KernelArch { get; init => field = Text.Word(value, "a kernel architecture", "_-"); }

    /// <summary>Debian's name, such as <c>arm64</c>.</summary>
    public required string DebianArch { get; init => field = Text.Word(value, "a Debian architecture", "_-"); }

    /// <summary>Buildroot's name, as in <c>BR2_aarch64</c>; the GNU name where not given.</summary>
    public string BuildrootArch { get => field ?? Name; init => field = Text.Word(value, "a Buildroot architecture", "_"); }

    /// <summary>The GNU triplet of the compiler, such as <c>aarch64-linux-gnu</c>.</summary>
    public required string Triplet { get; init => field = Text.Word(value, "a triplet", "_-"); }

    /// <summary>
    /// The kernel image, relative to the kernel's <c>arch/$SRCARCH/boot</c>, and make's target for it, such as <c>Image</c>.
    /// </summary>
    public required string KernelImage { get; init => field = Text.Word(value, "a kernel image", "_-."); }
}
