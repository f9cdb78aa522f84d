using System.CommandLine;
using Bsp.Kconfig;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig</c>.</summary>
internal static class KconfigCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "kconfig";

    /// <summary>What it does.</summary>
    public const string About = "Reads, makes, compares and explains configurations of Linux, U-Boot, Buildroot, BusyBox and others";

    /// <summary>The command with all that it has.</summary>
    public static Command Create(CliHost host) => new(Name, About)
    {
        OldDefconfigCommand.Create(host),
        DefconfigCommand.Create(host),
        SaveDefconfigCommand.Create(host),
        AllConfigCommand.Create(host, "allnoconfig", "n, where they can be", NewValues.No),
        AllConfigCommand.Create(host, "allyesconfig", "y, where they can be", NewValues.Yes),
        AllConfigCommand.Create(host, "allmodconfig", "m, where they can be", NewValues.Module),
        AllConfigCommand.Create(host, "alldefconfig", "their defaults", NewValues.Default),
        MenuConfigCommand.Create(host),
        ListNewCommand.Create(host),
        MergeCommand.Create(host),
        CheckCommand.Create(host),
        DiffCommand.Create(host),
        ExplainCommand.Create(host),
        FixCommand.Create(host),
        SearchCommand.Create(host),
        SnapshotCommand.Create(host),
        ConfCommand(),
    };

    // Only for the help: Program hands its command line to ConfProgram as it is.
    private static ExampleCommand ConfCommand() => new(
        "conf",
        "A drop-in replacement for the kernel's scripts/kconfig/conf in a build, with conf's own options; "
        + "'bsp kconfig conf --help' lists them",
        "bsp kconfig conf --olddefconfig Kconfig");
}
