namespace Bsp.Model;

/// <summary>What a partition holds.</summary>
public abstract record Content
{
    private protected Content()
    {
    }

    /// <summary>The GPT partition type to use by default.</summary>
    public abstract Guid DefaultType { get; }
}

/// <summary>A slot's root filesystem: squashfs, followed by its dm-verity hash tree.</summary>
/// <param name="Slot">The slot's name, one of <see cref="UpdateScheme.Slots"/>.</param>
public sealed record SlotRoot(SlotName Slot) : Content
{
    /// <inheritdoc/>
    public override Guid DefaultType => PartitionTypes.LinuxData;
}

/// <summary>What the bootloader loads for a slot: the signed FIT, or GRUB's signed files.</summary>
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

    /// <summary>All other data that changes; mounted on /var, grows on the first boot.</summary>
    Var,
}

/// <summary>The filesystem types that an image can contain.</summary>
public enum FilesystemType
{
    /// <summary>FAT, which every bootloader can write to.</summary>
    Vfat,

    /// <summary>ext4, with a journal.</summary>
    Ext4,
}

/// <summary>A filesystem that the board writes to. Its label is the partition's name.</summary>
/// <param name="Use">What it is for.</param>
/// <param name="Type">Its type.</param>
public sealed record Filesystem(FilesystemUse Use, FilesystemType Type) : Content
{
    /// <inheritdoc/>
    public override Guid DefaultType => Use == FilesystemUse.Esp ? PartitionTypes.EfiSystem : PartitionTypes.LinuxData;
}

/// <summary>A file that the bootloader's build produces, written unchanged.</summary>
/// <param name="File">The file's name among the bootloader's outputs.</param>
public sealed record RawFile(RelativePath File) : Content
{
    /// <inheritdoc/>
    public override Guid DefaultType => PartitionTypes.LinuxData;
}

/// <summary>A FAT filesystem with what a boot ROM loads; nothing writes to it later.</summary>
/// <param name="File">The file with the filesystem, such as <c>boot.vfat</c>.</param>
/// <param name="Files">The bootloader's files in it; none for those that the image's build finds.</param>
public sealed record LoaderFiles(RelativePath File, params Seq<RelativePath> Files) : Content
{
    /// <inheritdoc/>
    public override Guid DefaultType => PartitionTypes.LinuxData;
}

/// <summary>Reserved for data that is written later; the image leaves it empty.</summary>
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
