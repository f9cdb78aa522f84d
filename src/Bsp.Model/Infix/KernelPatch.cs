namespace Bsp.Model;

/// <summary>A patch of the kernel that the board depends on.</summary>
/// <remarks>
/// Buildroot applies all that is in <c>patches/linux/&lt;version&gt;</c> of the Infix tree by itself (BR2_GLOBAL_PATCH_DIR;
/// Buildroot manual, "Providing custom patches"), for the kernel that all boards of an architecture share. To name one applies nothing;
/// it has Port stop where the checkout has it no more.
/// </remarks>
/// <param name="File">Its name there, such as <c>0010-nvmem-layouts-onie-tlv.patch</c>; the version is the distribution's.</param>
/// <param name="Reason">What does not work without it.</param>
public sealed record KernelPatch(FileName File, OneLine Reason)
{
    /// <summary>Its name there, such as <c>0010-nvmem-layouts-onie-tlv.patch</c>; the version is the distribution's.</summary>
    /// <exception cref="ModelException">It does not end in <c>.patch</c>, and Buildroot would pass over it.</exception>
    public FileName File { get; init => field = CheckedFile(value); } = CheckedFile(File);

    /// <summary>Where the board's folder keeps it, for Port to bring along; null for a patch that Infix has.</summary>
    public RelativePath? Source { get; init; }

    private static FileName CheckedFile(FileName file) => file.Value.EndsWith(".patch", StringComparison.Ordinal)
        ? file
        : throw new ModelException($"Buildroot takes no patch from '{file}'; the name is to end in .patch");
}
