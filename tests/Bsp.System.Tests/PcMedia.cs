using System.Text.RegularExpressions;
using Bsp.Model;
using Bsp.SystemTests.Firmware;
using Bsp.SystemTests.Machines;

namespace Bsp.SystemTests;

/// <summary>One image, started by UEFI firmware from each of the media that PCs have, with what is promised of every board.</summary>
[Collection(Pc.Collection)]
public sealed class PcMedia
{
    private static readonly TimeSpan InstallTime = TimeSpan.FromMinutes(4);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_NVMe_it_takes_its_own_update_and_no_other_boards()
    {
        await using var machine = await MachineAsync("nvme", DiskInterface.Nvme);
        machine.Attach(await BundlesAsync(machine));
        var shell = await machine.BootAsync(Cancel);
        await StartedFromAsync(shell, "/nvme[0-9]+n[0-9]+$");
        Assert.EndsWith(
            "/e1000e", (await shell.RunAsync("readlink /sys/class/net/eth0/device/driver", Cancel)).Succeeded(), StringComparison.Ordinal);
        Assert.Contains(
            "frame buffer device", (await shell.RunAsync("cat /sys/class/vtconsole/*/name", Cancel)).Succeeded(), StringComparison.Ordinal);
        (await shell.RunAsync("ps | grep -q '[g]etty 0 tty1'", Cancel)).Succeeded();
        await shell.HasBeenMarkedGoodAsync(Cancel);
        (await shell.RunAsync(Payload.MountCommand + " && echo kept > /cfg/mine && sync", Cancel)).Succeeded();

        Assert.Contains(
            "Compatible mismatch", (await shell.RunAsync($"rauc install {Payload.Folder}/other.raucb", InstallTime, Cancel)).Failed(),
            StringComparison.Ordinal);
        (await shell.RunAsync($"rauc install {Payload.Folder}/own.raucb", InstallTime, Cancel)).Succeeded();
        shell = await machine.RebootAsync(shell, "reboot", Cancel);

        Assert.Equal("secondary", await shell.SlotAsync(Cancel));
        Assert.Equal("kept", (await shell.RunAsync("cat /cfg/mine", Cancel)).Succeeded());
        await shell.HasBeenMarkedGoodAsync(Cancel);
    }

    [Fact]
    public async Task From_SATA_a_damaged_slot_leads_to_the_other_one()
    {
        await using var machine = await MachineAsync("sata", DiskInterface.Sata);
        // After the headers and before the end: in the kernel.
        await machine.Disk.FlipAsync("primary-boot", (2 << 20) + 1234, Cancel);

        var shell = await machine.BootAsync(Cancel);

        Assert.Equal("secondary", await shell.SlotAsync(Cancel));
        Assert.DoesNotContain("rauc.slot=primary", machine.Console.Text, StringComparison.Ordinal);
        await StartedFromAsync(shell, "/ata[0-9]+/.*/sd[a-z]$");
    }

    [Fact]
    public async Task From_USB_it_grows_over_the_disk_and_the_chipsets_watchdog_resets_it_when_it_hangs()
    {
        await using var machine = await MachineAsync("usb", DiskInterface.Usb);
        var shell = await machine.BootAsync(Cancel);
        await StartedFromAsync(shell, "/usb[0-9]+/.*/sd[a-z]$");
        var (_, partitions) = await machine.Disk.TableAsync(Cancel);
        Assert.True(partitions[^1].Size > 600L << 20, $"var has {partitions[^1].Size >> 20} MiB of a disk of 1 GiB");
        Assert.Equal("iTCO_wdt", (await shell.RunAsync("cat /sys/class/watchdog/watchdog0/identity", Cancel)).Succeeded());
        await shell.HasBeenMarkedGoodAsync(Cancel);

        await shell.LeaveAsync("kill -STOP $(cat /run/bsp/watchdog.pid)", Cancel);
        await machine.BootAsync(Cancel);

        Assert.Contains(machine.Qemu.Monitor.Events, happened => happened.Name == "WATCHDOG");
    }

    private static async Task<Machine> MachineAsync(string name, DiskInterface disk)
    {
        var machine = await BoardFirmware<Pc>.MachineAsync(name, Cancel);
        machine.ConnectDisk(disk);
        return machine;
    }

    // The image's own bundle will do: the other slot is as good as a newer version to see where it ends up.
    private static async Task<string> BundlesAsync(Machine machine)
    {
        var folder = Directory.CreateDirectory(Path.Combine(machine.Folder.Path, "bundles")).FullName;
        var others = BoardFirmware<X8664>.ImageFolder;
        Assert.SkipUnless(Directory.Exists(others), "the other board has not been built, so there is no bundle of it");
        File.Copy(Path.Combine(BoardFirmware<Pc>.ImageFolder, "update.raucb"), Path.Combine(folder, "own.raucb"));
        File.Copy(Path.Combine(others, "update.raucb"), Path.Combine(folder, "other.raucb"));
        var disk = folder + ".img";
        await Payload.PackAsync(folder, disk, Cancel);
        return disk;
    }

    private static async Task StartedFromAsync(Shell shell, string disk)
    {
        // Without the partition at the end.
        var device =
            (await shell.RunAsync(
                "dirname $(readlink -f /sys/class/block/$(basename $(readlink /dev/disk/by-partlabel/primary)))", Cancel)).Succeeded();
        Assert.Matches(disk, device);
        Assert.Matches(
            new Regex("^/dev/(root|dm-0) / squashfs ro", RegexOptions.Multiline),
            (await shell.RunAsync("cat /proc/mounts", Cancel)).Succeeded());
        Assert.Contains("Read-only", (await shell.RunAsync("touch /usr/x", Cancel)).Failed(), StringComparison.Ordinal);
        Assert.Equal("vroot", (await shell.RunAsync("cat /sys/block/dm-0/dm/name", Cancel)).Succeeded());
    }
}
