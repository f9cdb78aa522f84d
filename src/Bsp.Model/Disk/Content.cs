namespace Bsp.Model;

/// <summary>What a partition holds.</summary>
public abstract record Content
{
    private protected Content()
    {
    }

    /// <summary>The GPT type that fits.</summary>
    public abstract Guid DefaultType { get; }
}

/// <summary>A slot's root filesystem: squashfs with its dm-verity hash tree behind it.</summary>
/// <param name="Slot">The slot's name, one of <see cref="UpdateScheme.Slots"/>.</param>
public sealed record SlotRoot(SlotName Slot) : Content
{
    /// <inheritdoc/>
    public override Guid DefaultType => PartitionTypes.LinuxData;
}

/// <summary>What a slot's bootloader loads: the signed FIT, or GRUB's signed files.</summary>
/// <param name="Slot">The slot's name, one of <see cref="UpdateScheme.Slots"/>.</param>
public sealed record SlotBoot(SlotName Slot) : Content
{
    /// <inheritdoc/>
    public override Guid DefaultType => PartitionTypes.LinuxData;
}

/// <summary>What a filesystem is for.</summary>
public enum FilesystemUse
{
    /// <summary>The EFI system partition, with the bootloader (UEFI Specification 2.10, section 13.3).</summary>
    Esp,

    /// <summary>The bootloader's counters, shared with the running system; mounted on /mnt/aux.</summary>
    Aux,

    /// <summary>The configuration; mounted on /cfg.</summary>
    Config,

    /// <summary>Everything else that changes; mounted on /var, grows on first boot.</summary>
    Var,
}

/// <summary>The kinds of filesystem that an image can be made with.</summary>
public enum FilesystemType
{
    /// <summary>FAT, which every bootloader can write.</summary>
    Vfat,

    /// <summary>ext4, with a journal.</summary>
    Ext4,
}

/// <summary>A filesystem that is written to on the board. Its label is the partition's name.</summary>
/// <param name="Use">What it is for.</param>
/// <param name="Type">What kind it is.</param>
public sealed record Filesystem(FilesystemUse Use, FilesystemType Type) : Content
{
    /// <inheritdoc/>
    public override Guid DefaultType => Use == FilesystemUse.Esp ? PartitionTypes.EfiSystem : PartitionTypes.LinuxData;
}

/// <summary>A file that the bootloader's build makes, written as it is.</summary>
/// <param name="File">The file's name among the bootloader's outputs.</param>
public sealed record RawFile(RelativePath File) : Content
{
    /// <inheritdoc/>
    public override Guid DefaultType => PartitionTypes.LinuxData;
}

/// <summary>A FAT filesystem with what a boot ROM starts; nothing writes to it later.</summary>
/// <param name="File">The file with the filesystem, such as <c>boot.vfat</c>.</param>
/// <param name="Files">The bootloader's files in it; none for those that the image's maker finds.</param>
public sealed record LoaderFiles(RelativePath File, params Seq<RelativePath> Files) : Content
{
    /// <inheritdoc/>
    public override Guid DefaultType => PartitionTypes.LinuxData;
}

/// <summary>Room for what others write: nothing is in it when the image is made.</summary>
public sealed record Blank : Content
{
    /// <inheritdoc/>
    public override Guid DefaultType => PartitionTypes.LinuxData;
}

/// <summary>GPT partition types.</summary>
public static class PartitionTypes
{
    /// <summary>EFI system partition (UEFI Specification 2.10, table 5.7).</summary>
    public static Guid EfiSystem { get; } = new("C12A7328-F81F-11D2-BA4B-00A0C93EC93B");

    /// <summary>Linux filesystem data (util-linux, include/pt-gpt-partnames.h).</summary>
    public static Guid LinuxData { get; } = new("0FC63DAF-8483-4772-8E79-3D69D8477DE4");
}
