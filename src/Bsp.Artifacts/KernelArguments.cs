using Bsp.Model;

namespace Bsp.Artifacts;

/// <summary>The kernel arguments that are the same in every slot and version.</summary>
internal static class KernelArguments
{
    /// <summary>The screen's and the console's, then those of the distribution.</summary>
    /// <remarks>
    /// What the system says goes to <c>/dev/console</c>, which is the last of the consoles that are there: the serial port.
    /// </remarks>
    public static IEnumerable<string> Of(Board board, DebianDistribution distribution) =>
    [
        .. board.Console.HasScreen ? ["console=tty0"] : Array.Empty<string>(),
        board.Console.KernelArgument,
        .. distribution.KernelArguments,
    ];
}
