namespace Bsp.Boards.Families.Infix;

/// <summary>Infix OS, the network operating system of KernelKit.</summary>
public static class InfixOs
{
    [Distribution]
    public static readonly InfixDistribution Infix = new()
    {
        Id = "infix",
        Name = "Infix",
        KernelVersion = "6.18.43",
        UBootVersion = "2025.01",
        TrustedFirmwareVersion = "v2.12",
        Features = [Features.Core, Features.Containers, Features.Storage, Features.Network, Features.Filtering, Features.Devices],
        Architectures = [Aarch64.Layer, Arm.Layer, Riscv64.Layer, X86_64.Layer],
        MinimalSystems = [Architectures.Aarch64, Architectures.Arm, Architectures.X86_64],
        // Infix finds its partitions by name; these GUIDs are the ones that its images have always had.
        Partitions = new()
        {
            Aux = 8.MiB(),
            AuxId = new("d4ef35a0-0652-45a1-b3de-d63339c82035"),
            CfgId = new("7aa497f0-73b5-47e5-b2ab-8752d8a48105"),
            VarId = new("8046a06a-e45a-4a14-a6ad-6684704a393f"),
        },
        // "admin"
        FactoryPasswordHash = "$5$mI/zpOAqZYKLC2WU$i7iPzZiIjOjrBF3NyftS9CCq8dfYwHwrmUK097Jca9A",
        FactoryData = Factory.Common,
        LedData = Lights.Common,
        License = License,
        LicenseHash = "dbe4eae8debbba8135297e15f24aeefef0b4c03781f3f9328db4398d58a728b3",
        BootloaderHead =
        [
            BuildrootLine.Y("BR2_TOOLCHAIN_EXTERNAL"),
            BuildrootLine.Y("BR2_TOOLCHAIN_EXTERNAL_BOOTLIN"),
            BuildrootLine.String("BR2_DL_DIR", "$(BR2_EXTERNAL_INFIX_PATH)/dl"),
            BuildrootLine.Y("BR2_CCACHE"),
            BuildrootLine.String("BR2_CCACHE_DIR", "$(BR2_EXTERNAL_INFIX_PATH)/.ccache"),
            BuildrootLine.Y("BR2_ENABLE_DEBUG"),
            BuildrootLine.String("BR2_PACKAGE_OVERRIDE_FILE", "$(BR2_EXTERNAL_INFIX_PATH)/local.mk"),
            BuildrootLine.String("BR2_GLOBAL_PATCH_DIR", "$(BR2_EXTERNAL_INFIX_PATH)/patches"),
            BuildrootLine.Y("BR2_SSP_NONE"),
            BuildrootLine.Y("BR2_INIT_NONE"),
            BuildrootLine.Y("BR2_SYSTEM_BIN_SH_NONE"),
            BuildrootLine.N("BR2_PACKAGE_BUSYBOX"),
            BuildrootLine.N("BR2_PACKAGE_IFUPDOWN_SCRIPTS"),
            BuildrootLine.N("BR2_TARGET_ROOTFS_TAR"),
        ],
        BootloaderTail =
        [
            BuildrootLine.Y("BR2_PACKAGE_HOST_BMAP_TOOLS"),
            BuildrootLine.Y("BR2_PACKAGE_HOST_GENIMAGE"),
            BuildrootLine.Y("BR2_PACKAGE_HOST_RAUC"),
            BuildrootLine.Y("BR2_PACKAGE_HOST_UBOOT_TOOLS"),
            BuildrootLine.Y("BR2_PACKAGE_HOST_UBOOT_TOOLS_FIT_SUPPORT"),
            BuildrootLine.Y("BR2_PACKAGE_HOST_UBOOT_TOOLS_FIT_SIGNATURE_SUPPORT"),
            BuildrootLine.Y("BR2_PACKAGE_HOST_UBOOT_TOOLS_FDT_ADD_PUBKEY"),
            BuildrootLine.Y("IX_TRUSTED_KEYS"),
            BuildrootLine.Y("IX_TRUSTED_KEYS_DEVELOPMENT"),
        ],
        // board/common/uboot/env.dtsi
        Environment =
        [
            new("vendor", "infix"),
            new("preboot", "run ixpreboot"),
            new("ixbootdelay", "0.5"),
            new("bootdelay", "-2"),
            new("bootmenu_delay", "10"),
            new("boot_targets", "virtio mmc"),
            new("bootcmd", "run ixboot"),
            new("ixvariant", ""),
            UBootVariable.FromFile("ixpreboot", "scripts/ixpreboot.sh"),
            UBootVariable.FromFile("ixbtn-devmode", "scripts/ixbtn-devmode.sh"),
            UBootVariable.FromFile("ixbtn-factory", "scripts/ixbtn-factory.sh"),
            UBootVariable.FromFile("ixfactory", "scripts/ixfactory.sh"),
            UBootVariable.FromFile("ixboot", "scripts/ixboot.sh"),
            UBootVariable.FromFile("ixbootslot", "scripts/ixbootslot.sh"),
            UBootVariable.FromFile("ixprepblk", "scripts/ixprepblk.sh"),
            UBootVariable.FromFile("ixprepdhcp", "scripts/ixprepdhcp.sh"),
        ],
    };

    // ISC: the licence of Infix's board packages.
    private const string License = """
        Copyright (c) 2025 The KernelKit Authors

        Permission to use, copy, modify, and/or distribute this software for any
        purpose with or without fee is hereby granted, provided that the above
        copyright notice and this permission notice appear in all copies.

        THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES
        WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF
        MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR
        ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES
        WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
        ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF
        OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.

        """;
}
