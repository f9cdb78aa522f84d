using Bsp.Generators.Tests.Harness;

namespace Bsp.Generators.Tests.Diagnostics;

/// <summary>The findings about boards for Infix, each where its subject is written.</summary>
public sealed class InfixTests
{
    private const string Loader = """Media = [new("sdcard") { Boot = new UBoot("soc_nova"), Infix = new("nova_sd") }],""";

    [Fact]
    public async Task A_board_without_faults_has_no_findings() => await InfixAsync("");

    [Theory]
    [InlineData("""new("one", 1.MiB(), new Blank()), {|BSP1004:new("one", 1.MiB(), new Blank())|}""")]
    [InlineData("""new("one", 1.MiB(), new Blank()) { Id = s_guid }, {|BSP1005:new("two", 1.MiB(), new Blank())|} { Id = s_guid }""")]
    [InlineData("""new("one", 1.MiB(), new Blank()), {|BSP2001:new("two", 2.MiB(), new Blank())|} { Offset = 512.KiB() }""")]
    [InlineData("""{|BSP2003:new("early", 16.KiB(), new Blank())|} { Offset = 1.KiB() }""")]
    [InlineData(
        """{|BSP2005:new("odd", 1.MiB(), new Blank())|} { Offset = 1.MiB() + 5.Bytes() }, new("next", 1.MiB(), new Blank()) """
        + """{ Offset = 4.MiB() }""")]
    [InlineData("""{|BSP2006:new("empty", 0.MiB(), new Blank())|}""")]
    [InlineData("""{|BSP2007:new("a-name-that-is-longer-than-thirty-six", 1.MiB(), new Blank())|}""")]
    [InlineData("""{|BSP2012:new("boot", 1.MiB(), new Blank())|} { MbrType = 0xC }""")]
    public async Task Partitions_before_those_of_Infix_are_checked(string partitions) =>
        await BoardAsync($"Disk = new() {{ Partitions = [{partitions}] }},", "Disk = new(\"nova\")");

    [Theory]
    [InlineData("""Partitions = [new("aux", 1.MiB(), new Blank())]""", "BSP1004",
        "'aux' (0x104400, 8 MiB) has the name of partition 'aux' (0x4400, 1 MiB)")]
    [InlineData("""Raw = [new("loader", "u-boot.img", 32.KiB(), 1.MiB())]""", "BSP2004",
        "partition 'aux' (0x4400, 8 MiB) collides with raw region 'loader' (0x8000, 1 MiB)")]
    public async Task What_is_wrong_with_Infix_own_partitions_stands_at_the_disk(string assignment, string id, string message) =>
        Assert.Contains(
            message, Assert.Single(await BoardAsync($"Disk = new() {{ {assignment} }},", $"Disk = {{|{id}:new(\"nova\")|}}")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("""Packages = [{|BSP1001:"BR2_PACKAGE_LED"|}]""", "write 'LED'")]
    [InlineData("""Packages = [{|BSP1001:"BR2_LED"|}]""", "is not a package")]
    [InlineData("""Packages = [{|BSP1001:"CONFIG_LED"|}]""", "is not a package")]
    [InlineData("""Packages = {|BSP1001:["LED", "LED"]|}""", "listed twice")]
    [InlineData("""UBootConfig = KernelFragment.Y({|BSP1001:"BR2_LED"|})""", "is a Buildroot symbol")]
    [InlineData("""Settings = new() { FactoryPasswordHash = {|BSP1001:"admin"|} }""", "must be a hash")]
    public async Task What_belongs_to_another_language_is_refused(string infix, string said) =>
        Assert.Contains(said, Assert.Single(await InfixAsync(infix)), StringComparison.Ordinal);

    [Fact]
    public async Task A_bootloaders_defconfig_has_symbols_of_Buildroot() => Assert.Contains(
        "is not a Buildroot symbol",
        Assert.Single(
            await BoardAsync(
                """Media = [new("sd") { Infix = new("a") { Processor = [BuildrootLine.Y({|BSP1001:"CONFIG_A"|})] } }],""", "")),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_start_inside_the_table_stands_where_the_board_says_it() => Assert.Contains(
        "partition 'aux' (0x2000, 8 MiB) begins in the GPT, which ends at 0x4400",
        Assert.Single(await BoardAsync("Disk = {|BSP2003:new()|} { FirstFree = 8.KiB() },", "Disk = new(\"nova\")")),
        StringComparison.Ordinal);

    [Fact]
    public async Task Loaders_inside_the_table_are_reported() =>
        await BoardAsync("""Disk = new() { Raw = [{|BSP2003:new("loader", "u-boot.img", 1.KiB(), 8.KiB())|}] },""", "Disk = new(\"nova\")");

    [Fact]
    public async Task A_hybrid_table_has_three_entries_of_which_one_is_active() => await BoardAsync("""
        Disk = {|BSP2012:new()|}
        {
            Table = PartitionTable.Hybrid,
            Partitions =
            [
                new("a", 1.MiB(), new Blank()) { MbrType = 0xC, Bootable = true },
                new("b", 1.MiB(), new Blank()) { MbrType = 0xC },
                {|BSP2014:new("c", 1.MiB(), new Blank())|} { MbrType = 0xC, Bootable = true },
                new("d", 1.MiB(), new Blank()) { MbrType = 0xC },
            ],
        },
        """, "Disk = new(\"nova\")");

    [Fact]
    public async Task A_hybrid_table_has_an_entry() =>
        Assert.Contains(
            "no partition of the hybrid table has an MbrType",
            Assert.Single(await BoardAsync("Disk = {|BSP2012:new()|} { Table = PartitionTable.Hybrid },", "Disk = new(\"nova\")")),
            StringComparison.Ordinal);

    [Fact]
    public async Task Infix_does_not_fit_into_an_MBR() =>
        await BoardAsync("Disk = {|BSP2012:new()|} { Table = PartitionTable.Mbr },", "Disk = {|BSP2014:new(\"nova\")|}");

    [Fact]
    public async Task A_size_that_no_disk_has_is_reported_before_anything_else() =>
        await InfixAsync("""Disk = {|BSP1001:new("nova")|} { Slot = 1024.GiB() * (1024 * 512) }""");

    [Fact]
    public async Task Partitions_that_a_device_tree_or_U_Boot_names_are_on_the_disk()
    {
        var messages = await BoardAsync(
            """DeviceTrees = [DeviceTree.From("maker/model.dts") with { Edits = [new("/soc/mmc@1", new DtProperty("status", "okay")) """
            + """{ Nodes = [new("cal", {|BSP2015:new DtProperty("partname", "calibration")|})] }] }], Disk = new() """
            + """{ Partitions = [new("factory", 1.MiB(), new Blank())] },""",
            """Disk = new("nova"), Environment = [{|BSP2015:new("fw_part", "0#firmware")|}, new("cal_part", "0#factory")]""");
        Assert.Contains(
            messages,
            message => message.StartsWith(
                "the node 'cal' of 'maker/model' names the partition 'calibration', but the disk of board 'a' has 'factory', 'aux', "
                + "'primary', 'secondary', 'cfg', 'var'; name",
                StringComparison.Ordinal));
    }

    [Fact]
    public async Task Product_files_are_for_a_compatible_of_the_board() => await BoardAsync(
        """DeviceTrees = [DeviceTree.From("maker/model.dts"), DeviceTree.From("maker/mini.dts") """
        + """with { Compatibles = ["maker,mini", "maker,Mini"] }],""",
        """Products = [new(), new("maker,mini"), {|BSP1010:new("model")|}, {|BSP1010:new("maker,Mini")|}]""");

    [Fact]
    public async Task Product_files_of_a_board_without_a_compatible_name_one()
    {
        var messages = await MarksAsync("""
            public static class Subjects
            {
                [Board]
                public static readonly Board A = Test.Shared.Bare with
                {
                    Identity = new() { Vendor = "Maker", Model = "Model" },
                    Infix = new() { Help = "x", Products = [{|BSP1010:new()|}] },
                };
            }
            """);
        Assert.StartsWith(
            "the product files name no compatible, and board 'bare' has none; no device would find them; add one to Identity.Compatibles, "
            + "or name one of a device tree's",
            Assert.Single(messages),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """Environment = [new("fdtfile", "maker/model.dtb"), """
        + """new("ixvariant", "if test \"${v}\" = b; then setenv fdtfile maker/model.dtb; fi"), """
        + """new("f", "maker/${board}.dtb ${dir}/x.dtb")]""")]
    [InlineData("""Environment = [{|BSP5009:new("fdtfile", "maker/modle.dtb")|}]""")]
    [InlineData("""Environment = [{|BSP5009:new("ixvariant", "test -n ${v} && setenv fdtfile maker/model-b.dtb")|}]""")]
    [InlineData("""Environment = [{|BSP5012:new("boot_targets", "mmc1 mmc2 usb")|}]""")]
    [InlineData("""Environment = [{|BSP5013:new("ixbtn-devmode", "setenv dev_mode yes; echo Enabled")|}]""")]
    [InlineData("""Environment = [{|BSP5013:new("dev_mode", "yes")|}]""")]
    [InlineData("""Environment = [new("ixbtn-devmode", "if button dev; then setenv dev_mode yes; fi"), new("x", "setenv dev_mode no")]""")]
    [InlineData("""Environment = [new("kernel_addr_r", "0x44000000"), {|BSP5003:new("fdt_addr_r", "46000000")|}]""")]
    [InlineData(
        """Environment = [new("fdt_addr_r", "0x43f00000"), new("kernel_addr_r", "0x44000000"), new("scriptaddr", "0x48000000"), """
        + """new("ramdisk_addr_r", "0x4A000000")]""")]
    [InlineData("""Environment = [new("ethact", "eth0"), {|BSP5015:new("ethact", "eth1")|}]""")]
    public async Task Variables_of_U_Boot_are_checked(string environment) => await InfixAsync(environment, Loader);

    [Theory]
    [InlineData("new(\"board\", \"maker,model-sd\")", "")]
    [InlineData("new(\"ixvariant\", \"if test -n \\\"${v}\\\"; then setenv board maker,model-sd; fi\")", "")]
    [InlineData("new(\"board\", \"maker,${v}\")", "")]
    [InlineData("new(\"board\", \"maker-${v}\")", "it is 'maker-${v}'")]
    [InlineData("new(\"board\", \"maker,model-sdmmc\"), new(\"ixvariant\", \"setenv board maker,pro\")",
        "it is 'maker,model-sdmmc', 'maker,pro'")]
    [InlineData("new(\"fdtfile\", \"maker/model.dtb\")", "nothing sets it")]
    public async Task A_syslinux_file_is_named_after_a_value_of_U_Boots_variable(string environment, string said)
    {
        const string entry =
            """new("maker,model-sd", DeviceTreeOverlay.From("maker/model-sd.dtso"), new("infix/model") { Edits = [new("/", """
            + """new DtProperty("x"))] })""";
        const string kept = """new KeptFile("boot/syslinux/maker,model-sd-syslinux.conf", "x.conf")""";
        var messages = await InfixAsync($"Environment = [{environment}], SyslinuxEntries = [{Reported(entry)}]");
        Assert.All(
            messages,
            message => Assert.Equal(
                $"'maker,model-sd-syslinux.conf' is for U-Boots whose variable 'board' is 'maker,model-sd', but on board 'a' {said}, and "
                + "U-Boot would take the architecture's syslinux.conf; set it in an Environment, or correct one of the names",
                message));
        await InfixAsync(
            $"Environment = [{environment}], Files = [{Reported(kept)}, new SymbolicLink(\"boot/syslinux/syslinux.conf\", \"x\")]");

        string Reported(string text) => said.Length == 0 ? text : "{|BSP5018:" + text + "|}";
    }

    [Theory]
    [InlineData(
        """new("emmc") { Boot = new UBoot("soc_nova_emmc") { TrustedFirmware = new("soc") { Version = "v2", """
        + """Variables = ["BOOT_DEVICE=emmc"] } }, Infix = new("nova_emmc") }""")]
    [InlineData("""{|BSP5012:new("sdcard")|} { Device = "mmc 2", Boot = new UBoot("soc"), Infix = new("nova_sd") }""")]
    [InlineData("""new("sdcard") { Device = "mmc 1", Boot = new UBoot("soc"), Infix = new("nova_sd") }""")]
    [InlineData("""{|BSP5010:new("emmc")|} { Boot = new UBoot("soc_nova_sd"), Infix = new("nova") }""")]
    [InlineData("""{|BSP5010:new("emmc")|} { Boot = new UBoot("soc_nova"), Infix = new("nova_sd") }""")]
    [InlineData(
        """{|BSP5010:new("emmc")|} { Boot = new UBoot("soc_nova") { TrustedFirmware = new("soc") { Version = "v2", """
        + """Variables = ["BOOT_DEVICE=sdmmc"] } }, Infix = new("nova") }""")]
    [InlineData(
        """new("sdcard") { Boot = new UBoot("soc"), Infix = new("nova_sd") { Environment = [new("boot_targets", "mmc1"), """
        + """{|BSP5015:new("bootdelay", "3")|}] } }""")]
    [InlineData("""new("sdcard") { Boot = new UBoot("soc") { Config = KernelFragment.N({|BSP5016:"LED"|}) }, Infix = new("nova_sd") }""")]
    [InlineData("""new("sdcard") { Boot = new UBoot("soc") { Config = KernelFragment.N("LED").Overriding() }, Infix = new("nova_sd") }""")]
    [InlineData(
        """new("sdcard") { Boot = new UBoot("soc") { Config = KernelFragment.String({|BSP5016:"SYS_PROMPT"|}, "x") }, """
        + """Infix = new("nova_sd") }""")]
    [InlineData(
        """new("sdcard") { Boot = new UBoot("soc"), Infix = new("nova") }, {|BSP1009:new("emmc")|} { Boot = new UBoot("soc"), """
        + """Infix = new("nova") }""")]
    [InlineData(
        """new("sdcard") { Boot = new UBoot("soc"), Infix = new("nova") }, {|BSP1009:new("sdcard")|} { Boot = new UBoot("soc"), """
        + """Infix = new("other") }""")]
    public async Task Bootloaders_are_checked(string bootloaders) =>
        await InfixAsync(
            $"ShortName = \"nova\", UBootConfig = KernelFragment.Y(\"LED\"), Environment = [new(\"bootdelay\", \"-2\")], ",
            $"Media = [{bootloaders}],");

    [Theory]
    [InlineData("Ext4", "\"1:1\"", "mmc1", "", null)]
    [InlineData("Ext4", "\"0:1\"", "mmc1", "",
        "keeps U-Boot's environment on 'mmc0' ('CONFIG_ENV_EXT4_DEVICE_AND_PART=\"0:1\"'), but looks for slots on 'mmc1'")]
    [InlineData("Ext4", "\"0:1\"", "virtio mmc", "", null)]
    [InlineData("Ext4", "\"1:1\"", "mmc1", "Partitions = [new(\"cal\", 1.MiB(), new Blank())]",
        "in partition 1 ('CONFIG_ENV_EXT4_DEVICE_AND_PART=\"1:1\"'), which is 'cal'; write partition 2, 'aux'")]
    [InlineData("Fat", "\"1:2\"", "mmc1", "Partitions = [new(\"boot\", 1.MiB(), new LoaderFiles(\"boot.vfat\"))]",
        "which is 'aux'; write partition 1, 'boot'")]
    [InlineData("Fat", "\"1:1\"", "mmc1", "", "which is 'aux'; the disk has no vfat for it")]
    [InlineData("Fat", "\"1:auto\"", "mmc1", "", null)]
    public async Task The_environment_is_where_the_slots_are(string type, string place, string targets, string disk, string? message)
    {
        var symbol = type.ToUpperInvariant();
        var request = $"KernelFragment.String(\"ENV_{symbol}_DEVICE_AND_PART\", {place})";
        var messages = await InfixAsync($$"""
            UBootConfig = KernelFragment.Y("ENV_IS_IN_{{symbol}}") + {{(message is null ? request : Marked("BSP5011", request, "ENV_" + symbol + "_DEVICE_AND_PART"))}},
            Environment = [new("boot_targets", "{{targets}}")], Disk = new("nova")
            """, $"Disk = new() {{ {disk} }}, {Loader}");
        if (message is not null)
            Assert.Contains(message, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Infix = {|BSP5014:new()|} { Help = \"x\", PasswordInVpd = true }")]
    [InlineData("Infix = new() { Help = \"x\", PasswordInVpd = true, Settings = new() { Vpds = [\"eeprom\"] } }")]
    public async Task A_password_has_a_source(string assignment) => await MarksAsync(Board(assignment));

    [Theory]
    [InlineData("")]
    [InlineData("""BuildrootLine.Y("IX_TRUSTED_KEYS")""")]
    [InlineData("""BuildrootLine.Y("IX_TRUSTED_KEYS"), BuildrootLine.String("IX_TRUSTED_KEYS_EXTRA_PATH", "")""")]
    public async Task A_distribution_whose_bootloaders_trust_no_key_is_reported(string tail) => await Diagnose.MarksAsync(
        Sources.Infix.Replace("InfixDistribution Infix", "InfixDistribution {|BSP5017:Infix|}", StringComparison.Ordinal)
            .Replace(
                "BootloaderTail = [BuildrootLine.Y(\"IX_TRUSTED_KEYS\"), BuildrootLine.Y(\"IX_TRUSTED_KEYS_DEVELOPMENT\")]",
                $"BootloaderTail = [{tail}]", StringComparison.Ordinal),
        ("Families.cs", Sources.Families), ("Board.cs", "using Test;\n" + Board(Loader + Infix(""))));

    [Fact]
    public async Task Wifi_uses_a_radio_that_its_configuration_declares()
    {
        const string data = """""{"ietf-hardware:hardware": {"component": [{"name": "radio2", "class": "infix-hardware:wifi"}]}}""""";
        var messages = await InfixAsync($$""""
            Products = [new("maker,model") { FactoryConfig = new("x")
            {
                Interfaces =
                [
                    new WifiInterface("wifi0", "radio0"), new WifiInterface("wifi2", "radio2"),
                    new BridgeInterface("br0", "lan", new WifiInterface("wifi1", {|BSP1012:"radio1"|})),
                ],
                Radios = [new("radio0", "00")],
                Data = ["""{{data}}"""],
            } }]
            """");
        Assert.Equal(
            "'wifi1' of 'maker,model' on board 'a' uses the radio 'radio1', but its factory configuration declares 'radio0', 'radio2'; "
            + "add the radio to Radios, or name one of them",
            Assert.Single(messages));
    }

    [Fact]
    public async Task Boards_that_share_a_kernel_ask_for_the_same()
    {
        var messages = await MarksAsync("""
            public static class Subjects
            {
                static Board Of(string id, KernelFragment kernel, Architecture architecture) => Test.Shared.Bare with
                {
                    Id = id,
                    Soc = Test.Shared.Soc with { Architecture = architecture },
                    DeviceTrees = [],
                    Kernel = kernel,
                    Infix = new() { Help = "x" },
                };

                static readonly Architecture s_other = Test.Shared.Aarch64 with { Name = "other" };

                [Board]
                public static readonly Board A = Of("a", KernelFragment.Y("DRIVER", "DISK", "BUS", "MOUSE").Overriding() + KernelFragment.Int("SHIFT", 17), Test.Shared.Aarch64);

                [Board]
                public static readonly Board B = Of("b", KernelFragment.N({|BSP1011:"DRIVER"|}, {|BSP1011:"SMP"|}).Overriding() + KernelFragment.M({|BSP1008:"DISK"|}, "CARD") + {|BSP1011:KernelFragment.Int("SHIFT", 18)|}, Test.Shared.Aarch64);

                [Board]
                public static readonly Board C = Of("c", KernelFragment.Y("CARD", "BUS") + KernelFragment.M("ONLY"), Test.Shared.Aarch64);

                [Board]
                public static readonly Board D = Of("d", KernelFragment.N("DRIVER", "DISK", "ONLY"), s_other);
            }
            """.Replace(
                """{|BSP1011:KernelFragment.Int("SHIFT", 18)|}""", """KernelFragment.Int({|BSP1011:"SHIFT"|}, 18)""",
                StringComparison.Ordinal));
        Assert.Equal(
            [
                "board b asks for '# CONFIG_DRIVER is not set', but board a asks for 'CONFIG_DRIVER=y', and all boards of aarch64 share a "
                + "kernel, which has one value; ask for the same, or for nothing; the other one is in Test.cs(15)",
                "board b asks for '# CONFIG_SMP is not set', but feature base asks for 'CONFIG_SMP=y', and all boards of aarch64 share a "
                + "kernel, which has one value; ask for the same, or for nothing; the other one is in Infix.cs(11)",
                "board b asks for 'CONFIG_DISK=m', but board a asks for 'CONFIG_DISK=y', and all boards of aarch64 share a kernel, in "
                + "which the later one makes it a module; write Y for both, or M; the other one is in Test.cs(15)",
                "board b asks for 'CONFIG_SHIFT=18', but board a asks for 'CONFIG_SHIFT=17', and all boards of aarch64 share a kernel, "
                + "which has one value; ask for the same, or for nothing; the other one is in Test.cs(15)",
            ],
            messages);
    }

    [Fact]
    public async Task Boards_do_not_bring_the_same_files()
    {
        var messages = await MarksAsync("""
            public static class Subjects
            {
                [Board]
                public static readonly Board A = Test.Shared.Bare with
                {
                    Id = "a",
                    Media = [new("sdcard") { Boot = new UBoot("a"), Infix = new("nova") }],
                    Infix = new() { Help = "x", Products = [new("maker,model")] },
                };

                [Board]
                public static readonly Board B = Test.Shared.Bare with
                {
                    Id = "b",
                    DeviceTrees = [{|BSP1009:DeviceTree.From("maker/model.dts")|}],
                    Media = [{|BSP1009:new("sdcard")|} { Boot = new UBoot("b"), Infix = new("nova") }],
                    Infix = new() { Help = "x", Products = [{|BSP1009:new("maker,model")|}] },
                };
            }
            """);
        Assert.Contains(
            "a product of board 'b' and a product of board 'a' both produce '/usr/share/product/maker,model'; put what both have into one, "
            + "or name a more specific compatible; the other one is in Test.cs(8)",
            messages);
    }

    [Fact]
    public async Task Boards_do_not_bring_the_same_overlays_patches_and_syslinux_files()
    {
        var messages = await MarksAsync("""
            public static class Subjects
            {
                static Board Of(string id, SyslinuxEntry entry, KernelPatch patch) => Test.Shared.Bare with
                {
                    Id = id,
                    DeviceTrees = [],
                    Infix = new() { Help = "x", HasPackage = true, Environment = [new("board", "${v}")], SyslinuxEntries = [entry], KernelPatches = [patch] },
                };

                [Board]
                public static readonly Board A = Of("a", new("x", new DeviceTreeOverlay("maker/model")), new("1.patch", "x") { Source = "1.patch" });

                [Board]
                public static readonly Board B = Of("b", {|BSP1009:new("x", {|BSP1009:new DeviceTreeOverlay("maker/model")|})|}, {|BSP1009:new("1.patch", "x")|} { Source = "2.patch" });

                [Board]
                public static readonly Board C = Of("c", new("y", DeviceTreeOverlay.From("maker/other.dtso")), new("1.patch", "x"));
            }
            """);
        Assert.Contains(
            "a patch of board 'b' and a patch of board 'a' both produce 'patches/linux/6.18/1.patch'; keep it with one board, and name it "
            + "without Source in the others; the other one is in Test.cs(11)",
            messages);
    }

    private static string Marked(string id, string text, string literal) =>
        text.Replace("\"" + literal + "\"", "{|" + id + ":\"" + literal + "\"|}", StringComparison.Ordinal);

    private static string Infix(string members) => $"Infix = new() {{ Help = \"x\", {members} }}";

    private static string Board(string members) => $$"""
        public static class Subject
        {
            static readonly Guid s_guid = new("11111111-2222-3333-4444-555555555555");

            [Board]
            public static readonly Board Board = Test.Shared.Bare with { Id = "a", {{members}} };
        }
        """;

    private static Task<IReadOnlyList<string>> InfixAsync(string infix, string board = "") => BoardAsync(board, infix);

    private static Task<IReadOnlyList<string>> BoardAsync(string board, string infix) => MarksAsync(Board(board + Infix(infix)));

    private static Task<IReadOnlyList<string>> MarksAsync(string marked) =>
        Diagnose.MarksAsync(marked, ("Families.cs", Sources.Families), ("Infix.cs", Sources.Infix));
}
