using Bsp.Infix.Tests.Support;

namespace Bsp.Infix.Tests;

/// <summary>The comparison sees what is different on a small board made by hand, and only that.</summary>
public sealed class SampleTests
{
    /// <summary>A file, a text in it and another in its place; a difference that this makes.</summary>
    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "Config.in", "Acme Router", "Acme Routers", "prompt" },
        { "Config.in", "config BR2_PACKAGE_ACME_ROUTER", "config BR2_PACKAGE_ACME", "br2_package" },
        { "Config.in", "depends on BR2_aarch64", "depends on BR2_arm", "arch" },
        { "Config.in", "\tselect BR2_PACKAGE_IPERF3\n", "", "selects.BR2_PACKAGE_IPERF3" },
        { "Config.in", "\tselect BR2_PACKAGE_IPERF3\n", "\tselect BR2_PACKAGE_IPERF3\n"
            + "\tselect BR2_PACKAGE_IPERF3\n", "selects_duplicate.BR2_PACKAGE_IPERF3" },
        {
            "Config.in", "select BR2_PACKAGE_LINUX_FIRMWARE_ACME", "select BR2_PACKAGE_LINUX_FIRMWARE_ACNE",
            "firmware_packages.BR2_PACKAGE_LINUX_FIRMWARE_ACME"
        },

        { "acme-router.mk", "CONFIG_ACME_SOC", "CONFIG_ACNE_SOC", "kernel_effective_delta.CONFIG_ACNE_SOC" },
        {
            "acme-router.mk", "ENABLE_OPT,CONFIG_ACME_SOC)", "SET_OPT,CONFIG_ACME_SOC,m)",
            "kernel_effective_delta.CONFIG_ACME_SOC.effective"
        },
        { "acme-router.mk", "ENABLE_OPT,CONFIG_ACME_SOC)", "SET_OPT,CONFIG_ACME_SOC,y)", "kernel_fixups.CONFIG_ACME_SOC" },
        {
            "acme-router.mk", "ENABLE_OPT,CONFIG_ALREADY_MODULE)", "SET_OPT,CONFIG_ALREADY_MODULE,y)",
            "kernel_effective_delta.CONFIG_ALREADY_MODULE"
        },
        {
            "acme-router.mk", "ENABLE_OPT,CONFIG_ALREADY_ON)", "DISABLE_OPT,CONFIG_ALREADY_ON)",
            "kernel_fixups_redundant_vs_arch.CONFIG_ALREADY_ON"
        },
        { "acme-router.mk", "# $(call", "$(call", "kernel_fixup_symbols.CONFIG_ACME_WATCHDOG" },
        { "acme-router.mk", "\t$(call KCONFIG_SET_OPT,CONFIG_ACME_ETH,m)\nendef", "endef", "kernel_fixups_repeated.CONFIG_ACME_ETH" },

        { "Makefile", "acme/router-lite.dtb", "", "dtbs.acme/router-lite.dtb" },
        { "router.dts", "arm64/acme/board.dts", "arm64/acme/board-b.dts", "base_upstream_dts.acme/router.dtb" },
        { "router.dts", "#include \"router-common.dtsi\"\n", "", "dt_overrides.acme/router.dtb.&ethernet0" },
        { "router-lite.dts", "#include \"router-common.dtsi\"\n", "", "dtb_facts.acme/router-lite.dtb.static_password_hash" },
        { "router-lite.dts", "arm64/acme/board-lite.dts", "arm64/acme/board.dts", "compatible.acme/router-lite.dtb" },
        { "router.dts", "\"acme,router\", \"acme,soc\"", "\"acme,soc\", \"acme,router\"", "compatible.acme/router.dtb" },
        { "router.dts", "GPIO_ACTIVE_HIGH", "GPIO_ACTIVE_LOW", "dt_overrides.acme/router.dtb.&switch0.reset-gpios" },
        { "router.dts", "<&gpio0 3 ", "<&gpio0 4 ", "leds./leds/led-status.gpios" },
        { "router.dts", "PORT(1, \"lan1\")", "PORT(1, \"lan2\")", "network_ports.lan1 of &switch0" },
        { "router.dts", "label = \"wan\"", "label = \"wann\"", "network_ports.wan of &switch0" },
        { "router.dts", "\t/delete-property/ dmas;\n", "", "dt_overrides.acme/router.dtb.&uart1" },
        { "router.dts", "\t/delete-node/ modem;\n", "", "dt_overrides.acme/router.dtb.&uart1/modem" },
        { "router.dts", "reg = <_n>;", "reg = <2>;", "dt_overrides.acme/router.dtb.&switch0/ports/port@1.reg" },
        { "router.dts", "link = <&lan>", "link = <&wan>", "dt_overrides.acme/router.dtb.&switch0/ports/port@0.link" },
        { "router-common.dtsi", "00 01]", "00 02]", "dt_overrides.acme/router-lite.dtb.&ethernet0.local-mac-address" },
        { "router-common.dtsi", "<&clk 16>, <&clk 17>", "<&clk 17>, <&clk 16>", "dt_overrides.acme/router.dtb.&ethernet0.clocks" },
        { "router-common.dtsi", "&ethernet0", "&ethernet1", "dt_overrides.acme/router.dtb.&ethernet1" },

        { "genimage.cfg.in", "offset = 1M", "offset = 2M", "image_layout_computed.gpt.1.start" },
        { "genimage.cfg.in", "offset = 32K", "offset = 64K", "image.disks.#IX_ID##VERSION#-acme-#TARGET#.img.partitions.spl.offset" },
        { "genimage.cfg.in", "size = 2M", "size = 3M", "image_layout_computed.image_size" },
        { "genimage.cfg.in", "partition-type = 0xc", "partition-type = 0xb", "image_layout_computed.mbr.0.type" },
        { "genimage.cfg.in", "bootable = true", "bootable = false", "image_layout_computed.gpt.2.attrs" },
        { "genimage.cfg.in", "partition-type-uuid = linux", "partition-type-uuid = srv", "image_layout_computed.gpt.2.type_uuid" },
        {
            "genimage.cfg.in", "8046a06a-e45a-4a14-a6ad-6684704a393f", "8046a06a-e45a-4a14-a6ad-6684704a3930",
            "image.disks.#IX_ID##VERSION#-acme-#TARGET#.img.partitions.var.part_uuid"
        },
        { "genimage.cfg.in", "partition var {", "partition war {", "image_layout_computed.gpt.3.name" },
        { "genimage.cfg.in", "\tpartition var {\n\t\tpartition-uuid = 8046a06a-e45a-4a14-a6ad-6684704a393f\n\t\timage = \"var.ext4\"\n"
            + "\t}\n", "", "image_layout_computed.gpt.3" },
        { "genimage.cfg.in", "label = \"var\"", "label = \"war\"", "image.filesystems.var.ext4.label" },
        { "genimage.cfg.in", "use-mke2fs = true", "use-mke2fs = true\n"
            + "extraargs = \"-m 0\"", "image.filesystems.var.ext4.options.extraargs" },
        { "genimage.cfg.in", ", \"u-boot.bin\"", "", "image.filesystems.boot.vfat.files.u-boot.bin" },
        { "genimage.cfg.in", "size = 4M", "size = 5M", "image.filesystems.var.ext4.size" },

        { "acme_router_boot_defconfig", "PLATFORM=\"acme\"", "PLATFORM=\"acne\"", "bootloaders.acme_router_boot.atf.platform" },
        { "acme_router_boot_defconfig", "v2.12", "v2.9", "bootloaders.acme_router_boot.atf.version" },
        { "acme_router_boot_defconfig", "BOOT_DEVICE=emmc", "BOOT_DEVICE=sdmmc", "bootloaders.acme_router_boot.atf.variables.BOOT_DEVICE" },
        { "acme_router_boot_defconfig", "0123abc", "0123abd", "bootloaders.acme_router_boot.uboot.version.rev" },
        { "acme_router_boot_defconfig", "BR2_TARGET_UBOOT_NEEDS_DTC=y\n", "", "bootloaders.acme_router_boot.uboot.needs.dtc" },
        { "acme_router_boot_defconfig", "BR2_PACKAGE_HOST_RAUC=y\n", "", "bootloaders.acme_router_boot.host_tools.rauc" },
        {
            "acme_router_boot_defconfig", "BR2_TARGET_ACME_BLOBS=y\n", "BR2_TARGET_UNKNOWN=y\n",
            "bootloaders.acme_router_boot.other.BR2_TARGET_UNKNOWN"
        },
        { "acme_router_boot_defconfig", "# BR2_PACKAGE_BUSYBOX is not "
            + "set\n", "", "bootloaders.acme_router_boot.other.BR2_PACKAGE_BUSYBOX" },
        { "acme_router_boot_defconfig", "IX_TRUSTED_KEYS=y\n", "", "bootloaders.acme_router_boot.trusted_keys" },
        {
            "acme_router_boot_defconfig", "acme-router/uboot/extras.config\"", "acme-router/uboot/extra.config\"",
            "bootloaders.acme_router_boot.uboot.fragment_overrides.board/aarch64/acme-router/uboot/extra.config"
        },
        {
            "acme-router/uboot/extras.config", "BOOTDELAY=2", "BOOTDELAY=3",
            "bootloaders.acme_router_boot.uboot.fragment_symbols.CONFIG_BOOTDELAY"
        },
        {
            "acme-router/uboot/extras.config", "# CONFIG_MMC_PCI is not set", "CONFIG_MMC_PCI=y",
            "bootloaders.acme_router_boot.uboot.fragment_symbols.CONFIG_MMC_PCI"
        },
        {
            "acme-router/uboot/extras.config", "CONFIG_BOOTDELAY=2", "BR2_BOOTDELAY=2",
            "bootloaders.acme_router_boot.uboot.non_uboot_symbols_in_fragment.BR2_BOOTDELAY"
        },
        { "acme-env.dtsi", "\"mmc0\"", "\"mmc1\"", "uboot_env.emmc.boot_targets" },
        { "acme-env.dtsi", "run ixboot\"", "run ixboots\"", "uboot_env.emmc.ixbtn-factory" },
        { "acme-env.dtsi", "GPIO_ACTIVE_LOW", "GPIO_ACTIVE_HIGH", "uboot_env.emmc.@key:factory-reset.gpios" },

        { "factory-config.cfg", "acme-%m", "acme", "products.acme,router.factory_config.hostname" },
        { "factory-config.cfg", "\"bridge\": \"br0\"", "\"bridge\": \"br1\"", "ports_from_factory_config.acme,router.lan1.bridge" },
        {
            "factory-config.cfg", "infix-if-type:bridge", "infix-if-type:ethernet",
            "products.acme,router.factory_config.interfaces.br0.type"
        },
        { "factory-config.cfg", "1.7", "1.8", "products.acme,router.factory_config.meta.version" },
        { "factory-config.cfg", "\"infix-meta:meta\"", "\"infix-services:ssh\": {}, "
            + "\"infix-meta:meta\"", "products.acme,router.factory_config.modules.infix-services:ssh" },
        { "interface-quirks.json", "broken-autoneg", "broken-autonegotiation", "products.acme,router.interface_quirks.wan.broken-autoneg" },
        { "90-names.rules", "NAME=\"wan\"", "NAME=\"wam\"", "products.acme,router.if_renames./devices/platform/eth1.name" },
        { "90-names.rules", "# Not this one: ", "", "network_ports.no of acme,router" },
    };

    /// <summary>A file, a text in it and another that means the same.</summary>
    public static TheoryData<string, string, string> OtherWords => new()
    {
        { "Config.in", "\tselect BR2_PACKAGE_LINUX_FIRMWARE_ACME\n"
            + "\tselect BR2_PACKAGE_IPERF3\n", "\tselect BR2_PACKAGE_IPERF3\n\tselect BR2_PACKAGE_LINUX_FIRMWARE_ACME\n" },
        { "acme-router.mk", "\t$(call KCONFIG_ENABLE_OPT,CONFIG_ACME_SOC)\n"
            + "\t$(call KCONFIG_SET_OPT,CONFIG_ACME_ETH,m)\n",
            "\t$(call KCONFIG_SET_OPT,CONFIG_ACME_ETH,m)\n\t$(call KCONFIG_ENABLE_OPT,CONFIG_ACME_SOC)\n" },
        { "Makefile", "dtb-y += acme/router.dtb \\\n\t", "dtb-y := acme/router.dtb\ndtb-y +=" },
        { "router.dts", "<&gpio0 5 GPIO_ACTIVE_HIGH>", "<&gpio0 0x5 GPIO_ACTIVE_HIGH>" },
        { "router.dts", "GPIO_ACTIVE_HIGH", "0" },
        { "router.dts", "LED_COLOR_ID_GREEN", "2" },
        { "router.dts", "\"status\"", "LED_FUNCTION_STATUS" },
        { "router.dts", "lan: PORT(1, \"lan1\");", "lan: port@1 { label = \"lan1\"; reg = <0x1>; };" },
        { "router.dts", "\t\t};\n\t\tlan: PORT(1, \"lan1\");\n\t};\n"
            + "};\n", "\t\t};\n\t};\n};\nswitch: &switch0 { ports: ports { }; };\n&ports { lan: PORT(1, \"lan1\") };\n" },
        { "router.dts", "&switch0 {\n\treset-gpios", "/* a comment; } */ switch: &switch0 {\n\treset-gpios" },
        { "router-common.dtsi", "<&clk 16>, <&clk 17>", "<&clk 0x10 &clk 0x11>" },
        { "router-common.dtsi", "[02 00 00 00 00 01]", "[020000000001]" },
        { "router-common.dtsi", "status = \"okay\";", "status = \"disabled\"; status = \"okay\";" },
        { "router-common.dtsi", "/ {\n\tchosen {", "&{/} {\n\tchosen {" },
        { "genimage.cfg.in", "size = 2M", "size = 2048K" },
        { "genimage.cfg.in", "partition-type-uuid = linux", "partition-type-uuid = \"0fc63daf-8483-4772-8e79-3d69d8477de4\"" },
        { "genimage.cfg.in", "bootable = true", "bootable = yes" },
        { "acme-router/uboot/extras.config", "CONFIG_BOOTDELAY=2\n"
            + "# CONFIG_MMC_PCI is not set\n", "# CONFIG_MMC_PCI is not set\n\nCONFIG_BOOTDELAY=2\n" },
        { "acme_router_boot_defconfig", "$(BR2_EXTERNAL_INFIX_PATH)/dl", "${BR2_EXTERNAL_INFIX_PATH}/dl" },
        { "acme-env.dtsi", "no button\\\"\nrun", "no button\\\"\\nrun" },
        { "acme-env.dtsi", "\tconfig {\n\t\tenvironment {", "\tconfig {\n\t\tenv: environment {" },
        { "factory-config.cfg", "{ \"name\": \"br0\", \"type\": \"infix-if-type:bridge\" },\n"
            + "      { \"name\": \"lo\", \"type\": \"infix-if-type:loopback\" },",
            "{ \"type\": \"infix-if-type:loopback\", \"name\": \"lo\" }, { \"name\": \"br0\", \"type\": \"infix-if-type:bridge\" }," },
        { "interface-quirks.json", "does not matter", "not at all" },
    };

    [Fact]
    public void A_board_that_is_as_its_facts_say_does_not_differ()
    {
        using var sample = new Sample();
        Assert.Empty(sample.Differences());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_reported_with_its_field(string file, string from, string to, string field)
    {
        using var sample = new Sample();
        sample.Change(file, from, to);
        Assert.Contains(field, sample.Differences().Select(difference => difference.Field));
    }

    [Theory]
    [MemberData(nameof(OtherWords))]
    public void The_same_in_other_words_is_no_difference(string file, string from, string to)
    {
        using var sample = new Sample();
        sample.Change(file, from, to);
        Assert.Empty(sample.Differences());
    }

    [Fact]
    public void How_a_blob_is_cut_into_files_does_not_matter()
    {
        using var sample = new Sample();
        sample.Change("router-common.dtsi", "\tstatus = \"okay\";\n", "");
        sample.Change("router.dts", "&uart1 {", "&ethernet0 { status = \"okay\"; };\n&uart1 {");
        sample.Change(
            "router-lite.dts", "#include \"router-common.dtsi\"", "#include \"router-common.dtsi\"\n&ethernet0 { status = \"okay\"; };");
        Assert.Empty(sample.Differences());
    }

    [Theory]
    [InlineData("board/aarch64/acme-router/acme-router.mk", "kernel_fixups")]
    [InlineData("board/aarch64/acme-router/dts/Makefile", "dtbs")]
    [InlineData("board/aarch64/acme-router/genimage.cfg.in", "image")]
    [InlineData("board/aarch64/acme-router/uboot/acme-env.dtsi", "uboot_env")]
    [InlineData("configs/acme_router_boot_defconfig", "bootloaders")]
    public void A_file_that_is_missing_is_reported(string path, string field)
    {
        using var sample = new Sample();
        sample.Delete(path);
        Assert.Contains(
            sample.Differences(), difference => difference.Field.Split('.')[0] == field && difference.Bsp == Comparing.Difference.Nothing);
    }

    [Theory]
    [InlineData("configs/acme_router_sd_boot_defconfig", "BR2_X=\"board/aarch64/acme-router/x\"\n", "bootloaders.acme_router_sd_boot")]
    [InlineData("board/aarch64/acme-router/rootfs/etc/motd", "", "rootfs_files.etc/motd")]
    [InlineData("board/aarch64/acme-router/rootfs/usr/share/product/acme,ruoter/etc/motd", "",
        "product_dirs_not_matching_any_dtb.acme,ruoter")]
    [InlineData("board/aarch64/acme-router/dts/acme/forgotten.dts", "#include <arm64/acme/board.dts>\n",
        "dt_sources.of no blob.acme/forgotten.dts")]
    public void A_file_that_Infix_does_not_have_is_reported(string path, string text, string field)
    {
        using var sample = new Sample();
        sample.Write(path, text);
        Assert.Contains(field, sample.Differences().Select(difference => difference.Field));
    }

    [Fact]
    public void A_product_that_is_a_link_to_another_is_reported()
    {
        using var sample = new Sample();
        sample.Link("board/aarch64/acme-router/rootfs/usr/share/product/acme,board-lite", "acme,router");
        Assert.Equal(
            ["products.acme,board-lite", "rootfs_files.usr/share/product/acme,board-lite -> acme,router"],
            sample.Differences().Select(difference => difference.Field));
    }

    [Fact]
    public void The_only_bootloader_is_compared_under_another_name_too()
    {
        using var sample = new Sample();
        sample.Rename("configs/acme_router_boot_defconfig", "configs/acme_boot_defconfig");
        Assert.Equal(["bootloaders.acme_router_boot.defconfig"], sample.Differences().Select(difference => difference.Field));
    }

    [Fact]
    public void The_fragment_that_all_boards_share_is_known_though_it_is_not_among_a_boards_files()
    {
        using var sample = new Sample();
        sample.Delete("board/common/uboot/extras.config");
        var symbols = sample.Read()["bootloaders"]![0]!["uboot"]!["fragment_symbols"]!;
        Assert.Equal(
            ("y", "(ixboot) ", "infix-env.dtsi acme-env.dtsi"),
            ($"{symbols["CONFIG_FIT_SIGNATURE"]}", $"{symbols["CONFIG_SYS_PROMPT"]}", $"{symbols["CONFIG_DEVICE_TREE_INCLUDES"]}"));
    }
}
