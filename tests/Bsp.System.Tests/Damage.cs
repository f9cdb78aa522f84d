using Bsp.SystemTests.Firmware;
using Bsp.SystemTests.Machines;

namespace Bsp.SystemTests;

/// <summary>What becomes of a device whose slot was changed by anybody but an update.</summary>
public abstract class Damage<TBoard>
    where TBoard : IBoardUnderTest
{
    // Three tries with a reset each, and the boot that works.
    private static readonly TimeSpan FallBackTime = TimeSpan.FromMinutes(4);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bit_of_the_boot_image_leads_to_the_other_slot()
    {
        await using var machine = await MachineAsync("damaged-boot-image");
        // After the headers and before the end: in the kernel on every board.
        await machine.Disk.FlipAsync("primary-boot", (2 << 20) + 1234, Cancel);

        await ComesUpInTheOtherSlotAsync(machine);
        Assert.DoesNotContain("rauc.slot=primary", machine.Console.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bit_that_is_read_at_boot_leads_to_the_other_slot()
    {
        await using var machine = await MachineAsync("damaged-early-block");
        // The filesystem's own description, which the kernel reads to mount it.
        await machine.Disk.FlipAsync("primary", 40, Cancel);

        await ComesUpInTheOtherSlotAsync(machine);
        Assert.Equal(TestVersions.Tries, Resets(machine));
    }

    [Fact]
    public async Task A_bit_that_is_read_later_resets_the_device_until_the_other_slot_runs()
    {
        await using var machine = await MachineAsync("damaged-late-block");
        var root = Path.Combine(machine.Folder.Path, "root");
        await machine.Disk.ExtractAsync("primary", root, Cancel);
        var size = BitConverter.ToInt64(await machine.Disk.ReadAsync("primary", 40, 8, Cancel));
        var offset = await SquashfsFile.OffsetOfAsync(root, size, "usr/bin/umoci", "usr/bin/rauc", Cancel);
        await machine.Disk.FlipAsync("primary", offset, Cancel);

        var shell = await machine.BootAsync(Cancel);
        await shell.HasBeenMarkedGoodAsync(Cancel);
        for (var resets = 0; await shell.SlotAsync(Cancel) == "primary"; resets++)
        {
            Assert.True(resets <= TestVersions.Tries, $"the damaged slot was started again after {resets} resets");
            await shell.LeaveAsync("cat /usr/bin/umoci > /dev/null", Cancel);
            shell = await machine.BootAsync(Cancel);
        }

        Assert.Equal("secondary", await shell.SlotAsync(Cancel));
        Assert.Contains("is corrupted", machine.Console.Text, StringComparison.Ordinal);
    }

    private static int Resets(Machine machine) => machine.Qemu.Monitor.Events.Count(happened => happened.Name == "RESET");

    private static async Task ComesUpInTheOtherSlotAsync(Machine machine)
    {
        await machine.PowerOnAsync(Cancel);
        var shell = await Shell.LogInAsync(machine.Console, FallBackTime, Cancel);
        Assert.Equal("secondary", await shell.SlotAsync(Cancel));
    }

    private static Task<Machine> MachineAsync(string name) => BoardFirmware<TBoard>.MachineAsync(name, Cancel);
}

[Collection(Aarch64.Collection)]
public sealed class DamageOnAarch64 : Damage<Aarch64>;

[Collection(X8664.Collection)]
public sealed class DamageOnX8664 : Damage<X8664>;
