namespace Bsp.Model;

/// <summary>A patch of the kernel that the board depends on.</summary>
/// <remarks>
/// Buildroot applies everything in <c>patches/linux/&lt;version&gt;</c> of the Infix tree (BR2_GLOBAL_PATCH_DIR;
/// Buildroot manual, "Providing custom patches"), for the kernel that all boards of an architecture share. Naming a patch does not
/// apply it; it makes Port fail where the checkout no longer has it.
/// </remarks>
/// <param name="File">Its name in that folder, such as <c>0010-nvmem-layouts-onie-tlv.patch</c>; the version is the distribution's.</param>
/// <param name="Reason">What does not work without it.</param>
public sealed record KernelPatch(FileName File, OneLine Reason)
{
    /// <summary>Its name in that folder, such as <c>0010-nvmem-layouts-onie-tlv.patch</c>; the version is the distribution's.</summary>
    /// <exception cref="ModelException">It does not end in <c>.patch</c>, so Buildroot would ignore it.</exception>
    public FileName File { get; init => field = CheckedFile(value); } = CheckedFile(File);

    /// <summary>Its path in the board's folder, from which Port copies it; null for a patch that Infix has.</summary>
    public RelativePath? Source { get; init; }

    private static FileName CheckedFile(FileName file) => file.Value.EndsWith(".patch", StringComparison.Ordinal)
        ? file
        : throw new ModelException($"Buildroot does not apply '{file}'; the name of a patch must end in .patch");
}
