using Bsp.Boards.Families.Reference;
using Bsp.Model;
using Bsp.Review.Changes;
using Xunit;

namespace Bsp.Review.Tests.Replays;

/// <summary>Changes of what updates are accepted by, and of how they are tried.</summary>
public sealed class UpdateReplays
{
    private const string NanoPi = "friendlyarm-nanopi-r2s on reference";

    [Fact]
    public void Another_key_keeps_devices_from_starting_what_it_signs() =>
        Replay.Of(world => world.Debian(
                "reference", distribution => distribution with { Update = new() { Tries = 3, FitKey = "fit-2027" } }))
            .HasImpact(FieldImpact.Trust, "update.fitKey: fit → fit-2027")
            .Shows(NanoPi, "update-trust update.fitKey: fit → fit-2027", "the bootloaders of devices in the field know the other key",
                Attention.Error)
            .OnFirstScreen("update.fitKey: fit → fit-2027")
            .LeavesAlone("qemu-aarch64 on longterm");

    [Fact]
    public void Other_slots_are_not_those_of_devices_in_the_field() =>
        Replay.Of(world => world.Debian(
                "reference", distribution => distribution with { Update = new() { Tries = 3, Slots = ["secondary", "primary"] } }))
            .HasImpact(FieldImpact.Trust)
            .Shows(NanoPi, "update-trust update.slots: primary, secondary → secondary, primary",
                "devices in the field have the other slots");

    [Fact]
    public void More_tries_are_counted_by_a_bootloader_that_no_bundle_brings() =>
        Replay.Of(world => world.Debian("reference", distribution => distribution with { Update = new() { Tries = 5 } }))
            .Says(
                "4 of 14 boards change: friendlyarm-nanopi-r2s, pc-x86_64, qemu-aarch64, qemu-x86_64 "
                + "through boards/families/reference/Reference.cs. 10 do not.")
            .HasImpact(FieldImpact.Bootloader)
            .Shows(NanoPi, "update-setting update.tries: 3 → 5", "the bootloader counts, and no bundle carries it")
            // system.conf has only the number, which is told; the script has other lines too.
            .Counts(NanoPi, "update-setting", 1)
            .Counts(NanoPi, "boot-file", 1);

    [Fact]
    public void A_longer_pause_is_told_once() =>
        Replay.Of(world => world.Debian("reference", distribution => distribution with { Update = new() { Tries = 3, RetrySeconds = 90 } }))
            .HasImpact(FieldImpact.Bootloader)
            .ShowsOnly(NanoPi, "update-setting update.retrySeconds: 60 → 90")
            .ShowsOnly("qemu-x86_64 on reference", "update-setting update.retrySeconds: 60 → 90");

    [Fact]
    public void An_environment_of_another_size_is_told_once() =>
        Replay.Of(world => world.Debian(
                "reference", distribution => distribution with { Update = new() { Tries = 3, EnvironmentSize = 32.KiB() } }))
            .HasImpact(FieldImpact.Bootloader)
            .ShowsOnly(NanoPi, "update-setting update.environmentSize: 16384 → 32768");

    // A release by another name: bundles of it are for other devices.
    [Fact]
    public void A_distribution_of_another_name_is_another_one() =>
        Replay.Of(world => world.Debian("longterm", distribution => distribution with { Id = "lts" }))
            .Says("1 of 14 boards changes: qemu-aarch64 through boards/families/reference/Reference.cs. 13 do not.")
            .Shows("qemu-aarch64 on longterm", "board-removed qemu-aarch64")
            .Shows("qemu-aarch64 on lts", "board-added qemu-aarch64");

    [Fact]
    public void Bootloaders_that_are_built_without_keys_are_seen() =>
        Replay.Of(world => world.Infix(infix => infix with
            {
                BootloaderTail =
                [
                    .. infix.BootloaderTail.Where(line => !line.ToString().Contains("TRUSTED_KEYS", StringComparison.Ordinal)),
                ],
            }))
            .HasImpact(FieldImpact.Trust, "IX_TRUSTED_KEYS")
            .Shows(
                "raspberrypi-rpi64 on infix", "boot-setting IX_TRUSTED_KEYS (rpi64_boot_defconfig): gone: y",
                "which keys the bootloader accepts systems by", Attention.Error)
            .OnFirstScreen("IX_TRUSTED_KEYS");

    [Fact]
    public void A_tool_that_the_bootloaders_build_needs_is_missed() =>
        Replay.Of(world => world.Infix(infix => infix with
            {
                BootloaderTail = [.. infix.BootloaderTail.Where(line => !line.ToString().Contains("HOST_RAUC", StringComparison.Ordinal))],
            }))
            .HasImpact(FieldImpact.Bootloader)
            .Shows("raspberrypi-rpi64 on infix", "boot-setting BR2_PACKAGE_HOST_RAUC (rpi64_boot_defconfig): gone: y")
            .LeavesAlone("alder-alder on infix");
}
