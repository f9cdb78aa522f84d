namespace Bsp.Model;

/// <summary>
/// The disk image of a board on Infix: its name, and the sizes of Infix's partitions. What precedes them is the hardware's:
/// <see cref="Board.Disk"/>.
/// </summary>
/// <param name="Name">
/// The part of the image's name after the release's, such as <c>nanopi-r2s-sdcard</c>; <c>#TARGET#</c> stands for the medium.
/// </param>
public sealed record InfixDisk(string Name)
{
    /// <summary>The part of the image's name after the release's; <c>#TARGET#</c> stands for the medium.</summary>
    public string Name { get; init => field = TextRules.Word(value, "an image's name", "-_#"); } =
        TextRules.Word(Name, "an image's name", "-_#");

    /// <summary>The size of each slot; null for the size of the root filesystem.</summary>
    public ByteSize? Slot { get; init; } = 250.MiB();

    /// <summary>
    /// The file with the root filesystem: <c>rootfs.squashfs</c>, or <c>rootfs.ext2</c> where U-Boot cannot read squashfs.
    /// </summary>
    public RelativePath RootFile { get; init; } = "rootfs.squashfs";

    /// <summary>The size of the configuration.</summary>
    public ByteSize Cfg { get; init; } = 16.MiB();

    /// <summary>The size of /var, before it grows over the rest of the medium on the first boot.</summary>
    public ByteSize Var { get; init; } = 128.MiB();
}
