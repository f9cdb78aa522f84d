using Bsp.Boards.Families.Reference;
using Bsp.Model;
using Bsp.Review.Changes;
using Xunit;

namespace Bsp.Review.Tests.Replays;

/// <summary>Changes of bootloaders, which no bundle brings to devices.</summary>
public sealed class BootReplays
{
    private const string Id = "friendlyarm-nanopi-r2s";
    private const string NanoPi = Id + " on reference";

    [Fact]
    public void A_command_that_starts_anything_makes_a_bootloader_weaker() =>
        Replay.Of(world => world.Debian(
                "reference",
                distribution => distribution with { UBootConfig = UBootSecure.Config.Without("CMD_GO") + KernelFragment.Y("CMD_GO") },
                "boards/families/reference/UBootSecure.cs"))
            .Says(
                "2 of 14 boards change: friendlyarm-nanopi-r2s, qemu-aarch64 through boards/families/reference/UBootSecure.cs. 12 do not.")
            .HasImpact(FieldImpact.Trust)
            .ShowsOnly(NanoPi, "u-boot-request CONFIG_CMD_GO: n → y")
            .Shows(NanoPi, "u-boot-request CONFIG_CMD_GO: n → y", "weaker: starts what nobody has signed", Attention.Error)
            .LeavesAlone("qemu-x86_64 on reference");

    // What nobody asks for has U-Boot's own value, and they turned it off for a reason.
    [Fact]
    public void A_command_that_is_no_longer_turned_off_makes_a_bootloader_weaker() =>
        Replay.Of(world => world.Debian(
                "reference", distribution => distribution with { UBootConfig = UBootSecure.Config.Without("CMD_GO") }))
            .HasImpact(FieldImpact.Trust)
            .Shows(NanoPi, "u-boot-request CONFIG_CMD_GO: gone: n", "weaker", Attention.Error);

    [Fact]
    public void Signatures_that_are_no_longer_asked_for_are_seen_at_once() =>
        Replay.Of(world => world.Debian(
                "reference",
                distribution => distribution with
                {
                    UBootConfig = UBootSecure.Config.Without("FIT_SIGNATURE", "RSA_VERIFY", "FIT_FULL_CHECK"),
                }))
            .HasImpact(FieldImpact.Trust)
            .Shows(NanoPi, "u-boot-request CONFIG_FIT_SIGNATURE: gone: y", "weaker: it no longer holds that what is started must be signed")
            .OnFirstScreen("CONFIG_FIT_SIGNATURE: gone: y");

    [Fact]
    public void A_command_that_is_turned_off_makes_a_bootloader_stronger() =>
        Replay.Of(world => world.Bootable(
                Id,
                board => board with
                {
                    Debian = board.Debian with { UBootConfig = board.Debian.UBootConfig + KernelFragment.N("CMD_LOADB") },
                }))
            .Says("1 of 14 boards changes: friendlyarm-nanopi-r2s by its own record. 13 do not.")
            .HasImpact(FieldImpact.Bootloader)
            .ShowsOnly(NanoPi, "u-boot-request CONFIG_CMD_LOADB: new: n")
            .Shows(NanoPi, "u-boot-request CONFIG_CMD_LOADB: new: n", "stronger: it no longer starts what nobody has signed",
                Attention.Note)
            .LeavesAlone("friendlyarm-nanopi-r2s on infix");

    [Fact]
    public void A_key_that_stops_the_boot_makes_a_bootloader_weaker() =>
        Replay.Of(world => world.Debian(
                "reference",
                distribution => distribution with
                {
                    UBootConfig = UBootSecure.Config.Without("BOOTDELAY") + KernelFragment.Int("BOOTDELAY", 2),
                }))
            .HasImpact(FieldImpact.Bootloader)
            .Shows(NanoPi, "u-boot-request CONFIG_BOOTDELAY: -2 → 2", "weaker: lets a key stop the boot", Attention.Error);

    // One board of many, which for weeks nobody saw.
    [Fact]
    public void An_environment_that_moves_to_another_medium_is_seen() =>
        Replay.Of(world => world.Board(Id, board => board with
            {
                Infix = board.Infix! with
                {
                    UBootConfig = board.Infix.UBootConfig.Without("ENV_IS_IN_EXT4") + KernelFragment.Y("ENV_IS_IN_FAT"),
                },
            }))
            .Says("1 of 14 boards changes: friendlyarm-nanopi-r2s by its own record. 13 do not.")
            .HasImpact(FieldImpact.Bootloader)
            .Shows(
                "friendlyarm-nanopi-r2s on infix", "u-boot-request CONFIG_ENV_IS_IN_FAT (extras.config): new: y",
                "the bootloader's variables move", Attention.Warning)
            .OnFirstScreen("CONFIG_ENV_IS_IN_FAT")
            .LeavesAlone(NanoPi);

    [Fact]
    public void An_environment_on_a_medium_where_there_was_none_can_be_written_by_others() =>
        Replay.Of(world => world.Board("bananapi-bpi-r3", board => board with
            {
                Infix = board.Infix! with
                {
                    UBootConfig = board.Infix.UBootConfig.Without("ENV_IS_NOWHERE") + KernelFragment.Y("ENV_IS_IN_FAT"),
                },
            }))
            .HasImpact(FieldImpact.Trust)
            .Shows(
                "bananapi-bpi-r3 on infix", "u-boot-request CONFIG_ENV_IS_IN_FAT (extras.config): new: y",
                "weaker: lets the environment on a medium replace the boot script", Attention.Error);

    // The README of the board says to type 'mmc partconf'.
    [Fact]
    public void A_command_that_goes_is_seen() =>
        Replay.Since(
                world => world.Board("bananapi-bpi-r3", board => board with
                {
                    Infix = board.Infix! with { UBootConfig = board.Infix.UBootConfig + KernelFragment.Y("CMD_MMC_PARTCONF") },
                }),
                world => new World(World.Base).Layer("boards/bananapi-bpi-r3/BananaPiR3.cs", board => board))
            .Says("1 of 14 boards changes: bananapi-bpi-r3 by its own record. 13 do not.")
            .HasImpact(FieldImpact.Bootloader)
            .ShowsOnly("bananapi-bpi-r3 on infix", "u-boot-request CONFIG_CMD_MMC_PARTCONF (extras.config): gone: y")
            .Shows("bananapi-bpi-r3 on infix", "u-boot-request CONFIG_CMD_MMC_PARTCONF (extras.config): gone: y", "mmc partconf",
                Attention.Error);

    // A kernel that has grown needs another place for the device tree, and so another bootloader before the update.
    [Fact]
    public void A_load_address_is_the_bootloaders() =>
        Replay.Of(world => world.Bootable(Id, board => board with
            {
                Soc = board.Soc with { Load = board.Soc.Load! with { Kernel = new("kernel", 0x0300_0000, 60.MiB()) } },
            }))
            .HasImpact(FieldImpact.Bootloader, "boot.load.kernel.address: 0x2000000 → 0x3000000")
            .Shows(
                NanoPi, "boot-setting boot.load.kernel.address: 0x2000000 → 0x3000000",
                    "the bootloader of devices in the field loads to the old addresses")
            .OnFirstScreen("boot.load.kernel.address: 0x2000000 → 0x3000000");

    [Fact]
    public void A_load_address_of_the_device_tree_on_Infix_is_the_bootloaders() =>
        Replay.Of(world => world.Board("bananapi-bpi-r3", board => board with
            {
                Infix = board.Infix! with
                {
                    Environment =
                    [
                        .. board.Infix.Environment.Select(
                            variable => variable.Name == "fdt_addr_r" ? new UBootVariable("fdt_addr_r", "0x45f00000") : variable),
                    ],
                },
            }))
            .Says("1 of 14 boards changes: bananapi-bpi-r3 by its own record. 13 do not.")
            .HasImpact(FieldImpact.Bootloader)
            .Shows(
                "bananapi-bpi-r3 on infix",
                "boot-file tree/board/aarch64/bananapi-bpi-r3/uboot/bpi-r3-sd-env.dtsi: "
                + "fdt_addr_r = \"0x43f00000\"; → fdt_addr_r = \"0x45f00000\";");

    [Fact]
    public void Another_boot_device_is_the_bootloaders() =>
        Replay.Of(world => world.Bootable(Id, board => board with { Media = [board.Media[0] with { Device = "mmc 0" }] }))
            .HasImpactOn(NanoPi, FieldImpact.Bootloader)
            .ShowsOnly(NanoPi, "boot-setting boot.bootDevice: mmc 1 → mmc 0");

    [Fact]
    public void Trusted_Firmware_that_goes_backwards_is_an_error() =>
        Replay.Of(world => world.Infix(infix => infix with { TrustedFirmwareVersion = "v2.9" }))
            .HasImpact(FieldImpact.Bootloader)
            .Shows(
                "friendlyarm-nanopi-r2s on infix",
                "boot-setting BR2_TARGET_ARM_TRUSTED_FIRMWARE_CUSTOM_VERSION_VALUE (nanopi_r2s_boot_defconfig): \"v2.12\" → \"v2.9\"",
                "an older version", Attention.Error);

    [Fact]
    public void Another_version_of_U_Boot_is_the_bootloaders() =>
        Replay.Of(world => world.Infix(infix => infix with { UBootVersion = "2025.07" }))
            .HasImpact(FieldImpact.Bootloader)
            .Shows(
                "friendlyarm-nanopi-r2s on infix",
                "boot-setting BR2_TARGET_UBOOT_CUSTOM_VERSION_VALUE (nanopi_r2s_boot_defconfig): \"2025.01\" → \"2025.07\"", "",
                    Attention.Note);

    [Fact]
    public void A_variable_that_comes_before_the_others_is_shown() =>
        Replay.Of(world => world.Board("raspberrypi-rpi64", board => board with
            {
                Infix = board.Infix! with { Environment = [.. board.Infix.Environment, new("silent", "1")] },
            }))
            .HasImpact(FieldImpact.Bootloader)
            .Shows("raspberrypi-rpi64 on infix",
                "boot-file tree/board/aarch64/raspberrypi-rpi64/uboot/rpi64-env.dtso: new: silent = \"1\";");
}
