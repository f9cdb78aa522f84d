using Bsp.Model;

namespace Bsp.Artifacts.Checks.Boot;

/// <summary>BSP5006 and BSP5007: the device tree that U-Boot and the kernel get exists.</summary>
internal sealed class DeviceTreeBase : DebianCheck
{
    protected override IEnumerable<Finding> Check(BootableBoard board, DebianDistribution distribution)
    {
        if (board.DeviceTree is { Source: DeviceTreeSource.Emulator } tree && board.Emulator is null)
        {
            yield return new(
                Rules.NoEmulator, tree,
                $"the device tree of board '{board.Id}' comes from its emulator, but the board has none; describe Emulator, "
                + "or write DeviceTree.From with a .dts of the kernel");
        }

        if (board.DeviceTree is null && board.Boot is UBoot)
        {
            yield return new(
                Rules.NoDeviceTree, board,
                $"board '{board.Id}' has no device tree, but U-Boot carries its key in one and gives one to the kernel; "
                + "write DeviceTree.From with a .dts of the kernel");
        }
    }
}
