using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary>The paths of a board's files in an Infix tree, and their names in Buildroot.</summary>
public static class InfixPaths
{
    /// <summary>Before the path of a file that is the board's own: what follows is its path in an Infix tree.</summary>
    public const string Tree = "tree/";

    /// <summary>
    /// Before the path of a file that boards share: what follows is its path in an Infix tree, and the artifact has the board's
    /// lines of it.
    /// </summary>
    public const string Regions = "regions/";

    /// <summary>Before the path of a symbolic link that is the board's own; the artifact says what it points to.</summary>
    public const string Links = "links/";

    /// <summary>Before the path of a file that is kept in the board's folder here; the artifact says where in it.</summary>
    public const string Kept = "kept/";

    /// <summary>How a makefile says where the Infix tree is.</summary>
    internal const string External = "$(BR2_EXTERNAL_INFIX_PATH)";

    /// <summary>The board's folder in an Infix tree, such as <c>board/aarch64/friendlyarm-nanopi-r2s</c>.</summary>
    internal static string Folder(Board board) => "board/" + board.Soc.Architecture.Name + "/" + board.Id;

    /// <summary>The artifact with the text of a file in the board's folder.</summary>
    internal static GeneratedFile InFolder(Board board, string path, string text) => new(Tree + Folder(board) + "/" + path, text);

    /// <summary>The board's package as variables of its makefile begin, such as <c>FRIENDLYARM_NANOPI_R2S</c>.</summary>
    internal static string Package(Board board) => new([.. board.Id.ToUpperInvariant().Select(c => c is '-' ? '_' : c)]);

    /// <summary>Before the path of a file in the root filesystem, from the board's folder.</summary>
    internal const string Root = "rootfs/";

    /// <summary>What U-Boot starts the kernel by where its variable <c>board</c> has the entry's value, in the root filesystem.</summary>
    internal static string Syslinux(SyslinuxEntry entry) => SyslinuxFolder + entry.Board + SyslinuxEnding;

    /// <summary>What such a file's path begins with.</summary>
    internal const string SyslinuxFolder = "boot/syslinux/";

    /// <summary>What such a file's path ends with.</summary>
    internal const string SyslinuxEnding = "-syslinux.conf";

    /// <summary>A patch of the kernel in an Infix tree, such as <c>patches/linux/6.18.43/0010-nvmem-layouts-onie-tlv.patch</c>.</summary>
    internal static string PatchFile(InfixDistribution distribution, KernelPatch patch) =>
        $"patches/linux/{distribution.KernelVersion}/{patch.File}";

    /// <summary>The image's name after the release's, before a medium is chosen: <c>#TARGET#</c> stands for it.</summary>
    internal const string MediumPlaceholder = "#TARGET#";

    /// <summary>A bootloader as the targets of make and the release's files name it, such as <c>nanopi_r2s_boot</c>.</summary>
    public static string Boot(string loader) => loader + "_boot";

    /// <summary>A bootloader's defconfig in an Infix tree.</summary>
    internal static string BootDefconfig(string loader) => "configs/" + Boot(loader) + "_defconfig";

    /// <summary>The fragment of U-Boot's configuration that all media share, from the board's folder.</summary>
    internal const string UBootConfig = "uboot/extras.config";

    /// <summary>The fragment of one medium.</summary>
    internal static string UBootConfigOf(InfixLoader loader) => "uboot/" + loader.Medium.Name + "-extras.config";

    /// <summary>What Raspberry Pi's firmware reads, from the board's folder.</summary>
    internal const string FirmwareConfig = "config.txt";

    /// <summary>The kernel's arguments as Raspberry Pi's firmware has them, from the board's folder.</summary>
    internal const string FirmwareArguments = "cmdline.txt";
}
