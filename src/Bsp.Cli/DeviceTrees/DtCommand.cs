using System.CommandLine;

namespace Bsp.Cli.DeviceTrees;

/// <summary><c>bsp dt</c>.</summary>
internal static class DtCommand
{
    /// <summary>The command with all that it has.</summary>
    public static Command Create(CliHost host) => new("dt", "Checks device trees against the bindings of a kernel")
    {
        ValidateCommand.Create(host),
        BindingsCommand.Create(host),
    };
}
