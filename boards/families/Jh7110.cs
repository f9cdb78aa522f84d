namespace Bsp.Boards.Families;

/// <summary>StarFive's JH7110: four SiFive U74; its drivers are in Infix's kernel for RISC-V.</summary>
public static class Jh7110
{
    public static readonly Soc Soc = new() { Name = "jh7110", Architecture = Architectures.Riscv64 };

    /// <summary>The boot ROM and U-Boot's first stage look for these types (U-Boot, doc/board/starfive/visionfive2.rst). Each is as large as its file.</summary>
    public static readonly Seq<Partition> Loaders =
    [
        new("spl", ByteSize.Zero, new RawFile("u-boot-spl.bin.normal.out")) { Type = new("2e54b353-1271-4842-806f-e436d6af6985") },
        new("uboot", ByteSize.Zero, new RawFile("u-boot.itb")) { Type = new("bc13c2ff-59e6-4262-a352-b275fd6f7172") },
    ];

    /// <summary>OpenSBI, which U-Boot's build packs into <c>u-boot.itb</c>; DRAM starts at 1 GiB.</summary>
    public static readonly Seq<BuildrootLine> OpenSbi =
    [
        BuildrootLine.Y("BR2_TARGET_OPENSBI"),
        BuildrootLine.Y("BR2_TARGET_OPENSBI_CUSTOM_VERSION"),
        BuildrootLine.String("BR2_TARGET_OPENSBI_CUSTOM_VERSION_VALUE", "1.4"),
        BuildrootLine.String("BR2_TARGET_OPENSBI_PLAT", "generic"),
        BuildrootLine.N("BR2_TARGET_OPENSBI_INSTALL_JUMP_IMG"),
        BuildrootLine.String("BR2_TARGET_OPENSBI_ADDITIONAL_VARIABLES", "FW_TEXT_START=0x40000000 FW_OPTIONS=0"),
    ];
}
