using System.CommandLine;

namespace Bsp.Cli.DeviceTrees;

/// <summary>The option that says how much a kernel's build would warn of.</summary>
internal static class WarningLevel
{
    /// <summary>The option, for a command of its own.</summary>
    public static Option<int> Option()
    {
        var level = new Option<int>("--warnings", "-W")
        {
            HelpName = "N",
            Description = "0, 1 or 2: what a kernel's build warns of, with W=1, with W=2",
            DefaultValueFactory = _ => 0,
        };
        level.AcceptOnlyFromAmong("0", "1", "2");
        return level;
    }
}
