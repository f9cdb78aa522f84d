using System.Text.RegularExpressions;
using Bsp.SystemTests.Disks;
using Bsp.SystemTests.Firmware;
using Bsp.SystemTests.Machines;

namespace Bsp.SystemTests;

/// <summary>What holds on a device that was just switched on for the first time.</summary>
public abstract class RunningSystem<TBoard>(SharedMachine<TBoard> machine)
    where TBoard : IBoardUnderTest
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_root_is_a_squashfs_on_dm_verity()
    {
        var shell = await machine.ShellAsync(this);

        var mounts = (await shell.RunAsync("cat /proc/mounts", Cancel)).Succeeded();
        Assert.Matches(new Regex(@"^/dev/(root|dm-0) / squashfs ro", RegexOptions.Multiline), mounts);
        Assert.Equal("vroot", (await shell.RunAsync("cat /sys/block/dm-0/dm/name", Cancel)).Succeeded());
        var arguments = (await shell.RunAsync("cat /proc/cmdline", Cancel)).Succeeded();
        Assert.Matches("vroot,,,ro,0 [0-9]+ verity 1 .* sha256 [0-9a-f]{64} [0-9a-f]{64} .*restart_on_corruption", arguments);
    }

    [Fact]
    public async Task Where_the_processors_are_is_known_when_a_machine_says_nothing()
    {
        await machine.ShellAsync(this);

        Assert.Matches("(RIP|PC)=[0-9a-f]{16}.*; a second later .*(RIP|PC)=[0-9a-f]{16}", await machine.Machine.ProcessorsAsync(Cancel));
    }

    [Fact]
    public async Task A_write_to_the_root_fails()
    {
        var shell = await machine.ShellAsync(this);

        foreach (var folder in new[] { "/", "/usr/bin", "/usr/share", "/bin" })
            Assert.Contains("Read-only", (await shell.RunAsync($"touch {folder}/x", Cancel)).Failed(), StringComparison.Ordinal);
        (await shell.RunAsync("mount -o remount,rw /", Cancel)).Failed();
        (await shell.RunAsync("dd if=/dev/zero of=/dev/dm-0 bs=4096 count=1", Cancel)).Failed();
    }

    [Fact]
    public async Task Var_has_grown_over_the_disk_and_every_guid_is_the_images()
    {
        var shell = await machine.ShellAsync(this);

        var (diskId, partitions) = await machine.Machine.Disk.TableAsync(Cancel);
        var (imageId, shipped) = await new DiskFile(Path.Combine(BoardFirmware<TBoard>.ImageFolder, "disk.img")).TableAsync(Cancel);

        Assert.Equal(imageId, diskId);
        Assert.Equal(shipped.SkipLast(1), partitions.SkipLast(1));
        Assert.Equal(shipped[^1], partitions[^1] with { Size = shipped[^1].Size });
        Assert.True(partitions[^1].Size > 600L << 20, $"var has {partitions[^1].Size >> 20} MiB of a disk of 1 GiB");
        var kilobytes = long.Parse(
            (await shell.RunAsync("df -k /var | awk 'NR==2 {print $2}'", Cancel)).Succeeded(),
            System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(kilobytes > 550L << 10, $"the filesystem of /var has {kilobytes >> 10} MiB");
    }

    [Fact]
    public async Task The_device_says_its_slot_version_and_root_hash()
    {
        var shell = await machine.ShellAsync(this);

        var status = (await shell.RunAsync("bsp status", Cancel)).Succeeded();
        Assert.Matches(@"(?m)^slot: +primary$", status);
        Assert.Matches(@"(?m)^version: +\S+$", status);
        Assert.Matches("^[0-9a-f]{64}$", (await shell.RunAsync("bsp root-hash", Cancel)).Succeeded());
    }

    [Fact]
    public async Task Two_fresh_devices_have_the_root_hash_of_the_manifest()
    {
        var shell = await machine.ShellAsync(this);
        await using var second = await BoardFirmware<TBoard>.MachineAsync("second-device", Cancel);
        var secondShell = await second.BootAsync(Cancel);

        var hash = (await shell.RunAsync("bsp root-hash", Cancel)).Succeeded();
        Assert.Equal(hash, (await secondShell.RunAsync("bsp root-hash", Cancel)).Succeeded());
        Assert.Contains(
            hash, await File.ReadAllTextAsync(Path.Combine(BoardFirmware<TBoard>.ImageFolder, "manifest.json"), Cancel),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_container_runs_from_an_image_layout()
    {
        var shell = await machine.ShellAsync(this);

        var output =
            (await shell.RunAsync(
                $"bsp container run try oci:{TestPayload.Container}:latest /bin/sh -c 'echo inside; id -u; ls /; touch /x'",
                Cancel)).Failed();

        Assert.Contains("inside\n0\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("cfg", output, StringComparison.Ordinal);
        Assert.Contains("Read-only", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TestPayload.OtherBoard, "Compatible mismatch")]
    [InlineData(TestPayload.ForeignKey, "signature|certificate")]
    [InlineData(TestPayload.CutShort, "signature|bundle|size")]
    [InlineData(TestPayload.Damaged, "verity|[Ii]nput/output|checksum|hash|read")]
    public async Task A_bundle_that_is_not_for_this_device_is_refused(string bundle, string reason)
    {
        var shell = await machine.ShellAsync(this);
        await shell.HasBeenMarkedGoodAsync(Cancel);
        Assert.SkipUnless(
            (await shell.RunAsync("test -e " + bundle, Cancel)).ExitCode == 0,
            $"no other board has been built, so there is no {Path.GetFileName(bundle)}");
        var before = await RunningSlotAsync();

        var output = (await shell.RunAsync($"rauc install {bundle}", TimeSpan.FromMinutes(3), Cancel)).Failed();

        Assert.True(Regex.IsMatch(output, reason), $"refused, but not for its /{reason}/:\n{output}");
        Assert.Equal(before, await RunningSlotAsync());
        Assert.Equal(
            "primary",
            (await shell.RunAsync("rauc status --output-format=json | jq -r .boot_primary | sed s/rootfs.0/primary/", Cancel)).Succeeded());
    }

    [Fact]
    public async Task A_healthy_slot_is_marked_good()
    {
        var shell = await machine.ShellAsync(this);

        await shell.HasBeenMarkedGoodAsync(Cancel);
        Assert.Contains(
            "\"boot_status\":\"good\"", (await shell.RunAsync("rauc status --output-format=json", Cancel)).Succeeded(),
            StringComparison.Ordinal);
    }

    private async Task<string> RunningSlotAsync() =>
        await machine.Machine.Disk.HashAsync("primary", Cancel) + await machine.Machine.Disk.HashAsync("primary-boot", Cancel);
}

[Collection(Aarch64.Collection)]
public sealed class RunningSystemOnAarch64(SharedMachine<Aarch64> machine)
    : RunningSystem<Aarch64>(machine), IClassFixture<SharedMachine<Aarch64>>;

[Collection(X8664.Collection)]
public sealed class RunningSystemOnX8664(SharedMachine<X8664> machine) : RunningSystem<X8664>(machine), IClassFixture<SharedMachine<X8664>>;
