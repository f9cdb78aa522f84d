using Xunit;

namespace Bsp.Model.Tests;

public sealed class SlotLayoutTests
{
    private static readonly SlotLayout s_layout = new()
    {
        Esp = new("esp", 16.MiB(), new Filesystem(FilesystemUse.Esp, FilesystemType.Vfat)),
        Partitions =
        [
            new("aux", 16.MiB(), new Filesystem(FilesystemUse.Aux, FilesystemType.Vfat)), new("one-boot", 8.MiB(), new SlotBoot("one")),
            new("one", 64.MiB(), new SlotRoot("one")),
        ],
    };

    private static readonly BootableBoard s_board = new()
    {
        Id = "sample",
        Identity = new() { Vendor = "Vendor", Model = "Sample" },
        Soc = new()
        {
            Name = "soc",
            Architecture = new()
            {
                Name = "aarch64",
                KernelArch = "arm64",
                DebianArch = "arm64",
                Triplet = "aarch64-linux-gnu",
                KernelImage = "Image",
            },
        },
        Console = new("ttyS0"),
        Watchdog = new("SOC_WDT", TimeoutSeconds: 15),
        Media = [new("sdcard") { Device = "mmc 0", Boot = new UBoot("soc") }],
    };

    [Fact]
    public void The_boards_partitions_come_first_and_the_distributions_start_where_the_board_says()
    {
        var disk = s_layout.ApplyTo(
            s_board with { Disk = new() { FirstFree = 24.MiB(), Partitions = [new("loader", 1.MiB(), new RawFile("loader.img"))] } });

        Assert.Equal(
            [("loader", 1.MiB()), ("aux", 24.MiB()), ("one-boot", 40.MiB()), ("one", 48.MiB())],
            disk.Place().Select(placed => (placed.Partition.Name, placed.Offset)));
        Assert.Equal(16.MiB() + 8.MiB() + 64.MiB() + s_layout.Spare, disk.Size);
    }

    [Fact]
    public void A_board_can_have_slots_and_an_image_of_another_size()
    {
        var disk = s_layout.ApplyTo(
            s_board with { Disk = new() { Size = 1.GiB() }, Debian = new() { SlotRoot = 128.MiB(), SlotBoot = 24.MiB() } });

        Assert.Equal([16.MiB(), 24.MiB(), 128.MiB()], disk.Partitions.Select(partition => partition.Size));
        Assert.Equal(1.GiB(), disk.Size);
    }

    [Fact]
    public void Only_a_board_that_starts_GRUB_has_an_ESP()
    {
        var pc = s_board with { Media = [new("disk") { Boot = new GrubEfi { Platform = "x86_64-efi", RemovableName = "BOOTX64.EFI" } }] };

        Assert.Equal("esp", s_layout.ApplyTo(pc).Partitions[0].Name);
        Assert.DoesNotContain(s_layout.ApplyTo(s_board).Partitions, partition => partition.Name == "esp");
    }

    [Fact]
    public void What_U_Boot_needs_and_the_record_does_not_state_is_named()
    {
        Assert.Contains(
            "state Device of the medium 'sdcard'",
            Assert.Throws<ModelException>(
                () => VerifiedUBoot.Of(s_board with { Media = [new("sdcard") { Boot = new UBoot("soc") }] })).Message,
            StringComparison.Ordinal);
        Assert.Contains("state Soc.Load", Assert.Throws<ModelException>(() => VerifiedUBoot.Of(s_board)).Message, StringComparison.Ordinal);
        Assert.Null(VerifiedUBoot.Of(s_board with { Media = [] }));
    }

    [Theory]
    [InlineData("mmc")]
    [InlineData("mmc 0 1")]
    [InlineData(" 0")]
    public void A_device_is_an_interface_and_a_number(string device) =>
        Assert.Throws<ModelException>(() => new Medium("sdcard") { Device = device });

    [Fact]
    public void A_defconfig_is_named_without_its_suffix()
    {
        Assert.Contains("write 'soc'", Assert.Throws<ModelException>(() => new UBoot("soc_defconfig")).Message, StringComparison.Ordinal);
        Assert.Equal("soc_defconfig", new UBoot("soc").DefconfigFile);
    }

    [Fact]
    public void Load_addresses_are_variables_of_U_Boot_the_lowest_first() => Assert.Equal(
        [new("fdt_addr_r", "0x00f00000"), new("kernel_addr_r", "0x4a000000")],
        new LoadAddresses { Kernel = new("kernel", 0x4a00_0000, 60.MiB()), DeviceTree = 0xf0_0000 }.Variables);
}
