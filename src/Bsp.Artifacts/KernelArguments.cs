using Bsp.Model;

namespace Bsp.Artifacts;

/// <summary>The kernel arguments that are the same in every slot and version.</summary>
internal static class KernelArguments
{
    /// <summary>The console's, then those of the distribution.</summary>
    public static IEnumerable<string> Of(Board board, DebianDistribution distribution) =>
        distribution.KernelArguments.Prepend(board.Console.KernelArgument);
}
