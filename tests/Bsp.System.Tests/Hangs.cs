using Bsp.SystemTests.Firmware;
using Bsp.SystemTests.Machines;

namespace Bsp.SystemTests;

/// <summary>What becomes of a device that stops working while it runs, or finds nothing to run.</summary>
public abstract class Hangs<TBoard>(SharedMachine<TBoard> machine)
    where TBoard : IBoardUnderTest
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hung_system_is_reset_by_the_watchdog()
    {
        var shell = await machine.ShellAsync(this);

        await machine.ComesBackAsync(() => shell.LeaveAsync("kill -STOP $(cat /run/bsp/watchdog.pid)", Cancel));

        Assert.Contains(machine.Machine.Qemu.Monitor.Events, happened => happened.Name == "WATCHDOG");
    }

    [Fact]
    public async Task A_kernel_panic_resets_the_device()
    {
        var shell = await machine.ShellAsync(this);

        await machine.ComesBackAsync(() => shell.LeaveAsync("echo 1 > /proc/sys/kernel/sysrq; echo c > /proc/sysrq-trigger", Cancel));

        Assert.Contains("Kernel panic", machine.Machine.Console.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slots_that_have_all_used_up_their_tries_are_tried_again_after_a_pause()
    {
        var shell = await machine.ShellAsync(this);
        var useUp = TBoard.Board.Boot is Model.UBoot
            ? "fw_setenv BOOT_primary_LEFT 0 && fw_setenv BOOT_secondary_LEFT 0"
            : $"grub-editenv /mnt/aux/grub/grubenv set primary_TRY={TestVersions.Tries} secondary_TRY={TestVersions.Tries}";

        // At once, so that the health check does not give the tries back in between.
        shell = await machine.ComesBackAsync(() => shell.LeaveAsync(useUp + " && sync && reboot -f", Cancel));

        Assert.Matches("all slots have used up their tries; trying again in [0-9]+ s", machine.Machine.Console.Text);
        Assert.Equal("primary", await shell.SlotAsync(Cancel));
    }
}

[Collection(Aarch64.Collection)]
public sealed class HangsOnAarch64(SharedMachine<Aarch64> machine) : Hangs<Aarch64>(machine), IClassFixture<SharedMachine<Aarch64>>;

[Collection(X8664.Collection)]
public sealed class HangsOnX8664(SharedMachine<X8664> machine) : Hangs<X8664>(machine), IClassFixture<SharedMachine<X8664>>;
