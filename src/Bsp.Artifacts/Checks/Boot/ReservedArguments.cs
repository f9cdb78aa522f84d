using Bsp.Model;

namespace Bsp.Artifacts.Checks.Boot;

/// <summary>BSP5002 and BSP5004: kernel arguments that the record or the boot chain sets are not set a second time.</summary>
internal sealed class ReservedArguments : DebianCheck
{
    private static readonly string[] Reserved =
    [
        "root", "rootfstype", "rootflags", "rootwait", "rootdelay", "ro", "rw", "init", "rauc.slot", "dm-mod.create", "dm-mod.waitfor",
    ];

    protected override IEnumerable<Finding> Check(BootableBoard board, DebianDistribution distribution)
    {
        foreach (var argument in distribution.KernelArguments)
        {
            var name = argument.Split('=')[0];
            if (name == "console" && argument != board.Console.KernelArgument)
            {
                yield return new(
                    Rules.OtherConsole, distribution,
                    $"the kernel argument '{argument}' of distribution '{distribution.Id}' is not the console of board '{board.Id}', "
                    + $"'{board.Console.KernelArgument}'; drop it: each board's own is added automatically");
            }

            if (Reserved.Contains(name))
            {
                yield return new(
                    Rules.ReservedArgument, distribution,
                    $"the kernel argument '{argument}' of distribution '{distribution.Id}' would contradict the '{name}' of the boot "
                    + "chain, which holds the verified root; drop it");
            }
        }
    }
}
