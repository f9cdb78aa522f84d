using Bsp.Artifacts.Checks;
using Bsp.Boards;
using Bsp.Model;
using Xunit;
using static Bsp.Artifacts.Tests.Checks.Sample;

namespace Bsp.Artifacts.Tests.Checks;

public sealed class BootTests
{
    [Fact]
    public void A_console_without_a_node_is_reported_where_there_is_a_device_tree()
    {
        var board = Good with { Console = new("ttyS2") };

        Reports(
            board, Rules.ConsoleWithoutNode, board.Console,
            "the console ttyS2 names no node of the board's device tree, so that /chosen/stdout-path stays empty; write Node, "
            + "such as \"serial0\" or \"/soc/serial@10000000\"");
        IsFine(Good, Rules.ConsoleWithoutNode);
        IsFine(QemuX8664.Board, Rules.ConsoleWithoutNode);
    }

    [Fact]
    public void An_argument_for_another_console_is_reported()
    {
        var distribution = Reference with { KernelArguments = ["console=tty0"] };

        Reports(
            Good, Rules.OtherConsole, distribution,
            "the kernel argument 'console=tty0' of distribution 'reference' is not the console of board 'acme-router_2', "
            + "'console=ttyS2,1500000n8'; drop it: each board's own is added automatically",
            distribution);
        IsFine(Good, Rules.OtherConsole, Reference with { KernelArguments = ["console=ttyS2,1500000n8"] });
    }

    [Theory]
    [InlineData("root=/dev/sda1")]
    [InlineData("rw")]
    [InlineData("init=/bin/sh")]
    [InlineData("rauc.slot=primary")]
    [InlineData("dm-mod.create=vroot")]
    public void An_argument_that_the_boot_chain_sets_is_reported(string argument)
    {
        var distribution = Reference with { KernelArguments = [argument] };
        var name = argument.Split('=')[0];

        Reports(
            Good, Rules.ReservedArgument, distribution,
            $"the kernel argument '{argument}' of distribution 'reference' would contradict the '{name}' of the boot chain, "
            + "which holds the verified root; drop it",
            distribution);
        IsFine(Good, Rules.ReservedArgument);
    }

    [Fact]
    public void Load_addresses_that_overlap_are_reported()
    {
        var board = WithLoad(load => load with { Environment = new("environment", 0x0300_0000, 1.MiB()) });

        Reports(
            board, Rules.LoadOverlap, board.Soc.Load!.Environment!,
            "'environment' (0x3000000, 1 MiB) overlaps 'kernel' (0x2000000, 64 MiB) and would be overwritten or overwrite it; "
            + "leave 64 MiB between their addresses");
        IsFine(Good, Rules.LoadOverlap);
    }

    [Fact]
    public void A_load_region_beyond_the_address_space_is_reported()
    {
        var board = WithLoad(load => load with { Fit = new("fit", ulong.MaxValue - 0xffff, 32.MiB()) });

        Reports(
            board, Rules.LoadOverlap, board.Soc.Load!.Fit!,
            "'fit' (0xffffffffffff0000, 32 MiB) ends beyond 64 bits of address; move it down");
    }

    [Fact]
    public void A_kernel_address_that_arm64_cannot_start_at_is_reported()
    {
        var board = WithLoad(load => load with { Kernel = new("kernel", 0x0208_0000, 64.MiB()) });

        Reports(
            board, Rules.LoadAlignment, board.Soc.Load!.Kernel,
            "the kernel's address 0x2080000 is not a multiple of 2 MiB, and an arm64 kernel does not start there; write 0x2000000");
        IsFine(Good, Rules.LoadAlignment);
    }

    [Fact]
    public void An_emulators_tree_without_an_emulator_is_reported()
    {
        var board = QemuAarch64.Board with { Emulator = null };

        Reports(
            board, Rules.NoEmulator, board.DeviceTree!,
            "the device tree of board 'qemu-aarch64' comes from its emulator, but the board has none; describe Emulator, "
            + "or write DeviceTree.From with a .dts of the kernel");
        IsFine(QemuAarch64.Board, Rules.NoEmulator);
    }

    [Fact]
    public void U_Boot_without_a_device_tree_is_reported()
    {
        var board = Good with { DeviceTrees = [] };

        Reports(
            board, Rules.NoDeviceTree, board,
            "board 'acme-router_2' has no device tree, but U-Boot carries its key in one and gives one to the kernel; "
            + "write DeviceTree.From with a .dts of the kernel");
        IsFine(QemuX8664.Board, Rules.NoDeviceTree);
    }

    [Fact]
    public void An_environment_region_smaller_than_its_file_is_reported()
    {
        var board = WithLoad(load => load with { Environment = new("environment", 0x0a00_0000, 8.KiB()) });

        Reports(
            board, Rules.LoadTooSmall, board.Soc.Load!.Environment!,
            "'environment' has room for 8 KiB, but the environment file has 16 KiB; give it 16 KiB");
        IsFine(Good, Rules.LoadTooSmall);
    }

    [Fact]
    public void A_FIT_region_smaller_than_the_boot_partition_is_reported_once_for_each()
    {
        var board = WithLoad(load => load with { Fit = new("fit", 0x1000_0000, 8.MiB()) });

        Assert.Equal(
            ["'fit' has room for 8 MiB, but partition 'primary-boot' can hold a FIT of 16 MiB; "
                + "give it 16 MiB", "'fit' has room for 8 MiB, but partition 'secondary-boot' can hold a FIT of 16 MiB; give it 16 MiB"],
            All(board, Rules.LoadTooSmall).Select(finding => finding.Message));
    }

    private static BootableBoard WithLoad(
        Func<LoadAddresses, LoadAddresses> change) => Good with { Soc = Good.Soc with { Load = change(Good.Soc.Load!) } };
}
