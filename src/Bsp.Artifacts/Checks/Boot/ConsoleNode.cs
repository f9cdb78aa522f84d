using Bsp.Model;

namespace Bsp.Artifacts.Checks.Boot;

/// <summary>
/// BSP5001: without <c>/chosen/stdout-path</c> the bootloader says nothing and the kernel nothing before its driver is up.
/// </summary>
internal sealed class ConsoleNode : DebianCheck
{
    protected override IEnumerable<Finding> Check(BootableBoard board, DebianDistribution distribution)
    {
        if (board.DeviceTree is not null && board.Console.Node is null)
        {
            yield return new(
                Rules.ConsoleWithoutNode, board.Console,
                $"the console {board.Console.Device} names no node of the board's device tree, so that /chosen/stdout-path stays empty; "
                + "write Node, such as \"serial0\" or \"/soc/serial@10000000\"");
        }
    }
}
