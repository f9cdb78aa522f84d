using Bsp.SystemTests.Firmware;
using Bsp.SystemTests.Machines;

namespace Bsp.SystemTests;

/// <summary>What becomes of a device that is given a new version.</summary>
public abstract class Updates<TBoard>(BoardFirmware<TBoard> firmware)
    where TBoard : IBoardUnderTest
{
    private static readonly TimeSpan InstallTime = TimeSpan.FromMinutes(4);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signed_bundle_goes_to_the_other_slot_and_keeps_configuration_and_data()
    {
        await using var machine = await MachineAsync("update");
        var shell = await InstallAsync(machine, TestPayload.Newer);
        var old = await shell.VersionAsync(Cancel);
        (await shell.RunAsync(
            "echo '{ \"ietf-system:system\": { \"hostname\": \"keeps\" } }' > /cfg/startup-config.cfg && mkdir /var/lib/mine && echo kept "
            + "> /var/lib/mine/data && sync",
            Cancel)).Succeeded();
        var before = await machine.Disk.HashAsync("primary", Cancel) + await machine.Disk.HashAsync("primary-boot", Cancel);

        shell = await machine.RebootAsync(shell, "reboot", Cancel);

        Assert.Equal("secondary", await shell.SlotAsync(Cancel));
        Assert.NotEqual(old, await shell.VersionAsync(Cancel));
        Assert.Equal(TestVersions.Newer, await shell.VersionAsync(Cancel));
        Assert.Equal("keeps", (await shell.RunAsync("hostname", Cancel)).Succeeded());
        Assert.Equal("kept", (await shell.RunAsync("cat /var/lib/mine/data", Cancel)).Succeeded());
        await shell.HasBeenMarkedGoodAsync(Cancel);
        Assert.Equal(before, await machine.Disk.HashAsync("primary", Cancel) + await machine.Disk.HashAsync("primary-boot", Cancel));
    }

    [Fact]
    public async Task A_slot_that_never_marks_itself_good_is_given_up_after_its_tries()
    {
        await using var machine = await MachineAsync("give-up");
        var shell = await InstallAsync(machine, TestPayload.Unhealthy);
        shell = await machine.RebootAsync(shell, "reboot", Cancel);

        for (var tries = 1; tries <= TestVersions.Tries; tries++)
        {
            Assert.Equal("secondary", await shell.SlotAsync(Cancel));
            Assert.Equal(TestVersions.Unhealthy, await shell.VersionAsync(Cancel));
            (await shell.RunAsync("! test -e /run/bsp/marked-good", Cancel)).Succeeded();
            // The system restarts by itself after minutes; the test has no time for that, and a reset counts the same.
            machine.Console.Skip();
            await machine.Qemu.ResetAsync(Cancel);
            shell = await machine.BootAsync(Cancel);
        }

        Assert.Equal("primary", await shell.SlotAsync(Cancel));
        await shell.HasBeenMarkedGoodAsync(Cancel);
    }

    [Fact]
    public async Task A_power_cut_in_the_middle_of_an_install_leaves_the_old_version_running()
    {
        await using var machine = await MachineAsync("power-cut");
        var random = new Random(20260101);
        var shell = await machine.BootAsync(Cancel);
        await shell.HasBeenMarkedGoodAsync(Cancel);
        var version = await shell.VersionAsync(Cancel);

        // While the root is written, and between root and boot image. Not more often than a slot has tries: cuts that come
        // this soon after each other are not told from a slot that does not work.
        foreach (var moment in new[] { "Copying image to rootfs", "Copying image to rootfs", "Copying image to boot" })
        {
            await ReadyToInstallAsync(shell);
            await shell.LeaveAsync($"rauc install {TestPayload.Newer}", Cancel);
            await machine.Console.ExpectAsync(moment, InstallTime, Cancel);
            await Task.Delay(moment.EndsWith("boot", StringComparison.Ordinal) ? 0 : random.Next(0, 250), Cancel);
            Assert.SkipWhen(
                machine.Console.Text.Contains("Updating slots done", StringComparison.Ordinal),
                "the install was over before the power could be cut");
            await machine.CutPowerAsync();

            shell = await machine.BootAsync(Cancel);
            Assert.Equal("primary", await shell.SlotAsync(Cancel));
            Assert.Equal(version, await shell.VersionAsync(Cancel));
        }

        await InstallAsync(shell, TestPayload.Newer);
        shell = await machine.RebootAsync(shell, "reboot", Cancel);
        Assert.Equal("secondary", await shell.SlotAsync(Cancel));
    }

    private static async Task<Shell> InstallAsync(Machine machine, string bundle)
    {
        var shell = await machine.BootAsync(Cancel);
        await shell.HasBeenMarkedGoodAsync(Cancel);
        await InstallAsync(shell, bundle);
        return shell;
    }

    private static async Task InstallAsync(Shell shell, string bundle)
    {
        await ReadyToInstallAsync(shell);
        (await shell.RunAsync("rauc install " + bundle, InstallTime, Cancel)).Succeeded();
    }

    // Somebody who logs in at once is there before the update service.
    private static async Task ReadyToInstallAsync(Shell shell)
    {
        (await shell.RunAsync(Payload.MountCommand, Cancel)).Succeeded();
        await Eventually.TrueAsync(
            async () => !(await shell.RunAsync("rauc status", Cancel)).Output.Contains(
                "not provided by any .service", StringComparison.Ordinal),
            "the update service answers",
            Cancel);
    }

    private Task<Machine> MachineAsync(string name) => firmware.MachineWithPayloadAsync(name, Cancel);
}

[Collection(Aarch64.Collection)]
public sealed class UpdatesOnAarch64(BoardFirmware<Aarch64> firmware) : Updates<Aarch64>(firmware);

[Collection(X8664.Collection)]
public sealed class UpdatesOnX8664(BoardFirmware<X8664> firmware) : Updates<X8664>(firmware);
