using Bsp.Cli.Commands;
using Bsp.Cli.Dtc;
using Bsp.Cli.StandIn;

namespace Bsp.Cli;

/// <summary>The command <c>bsp</c>.</summary>
internal static class Program
{
    /// <summary>Runs the command.</summary>
    public static int Main(string[] arguments)
    {
        var host = CliHost.OfProcess();
        return Run(arguments, host);
    }

    /// <summary>Runs the command for a host.</summary>
    public static int Run(string[] arguments, CliHost host)
    {
        try
        {
            // The options of conf and dtc are not ours: getopt_long takes them apart.
            var status = arguments switch
            {
                ["kconfig", "conf", ..] => new ConfProgram(host).Run(arguments[2..]),
                ["dtc", ..] => new DtcProgram(host).Run(arguments[1..]),
                _ => BspCommand.Run(arguments, host),
            };
            host.Out.Flush();
            host.Error.Flush();
            return status;
        }
        catch (CliException e)
        {
            return Failed(e.Message, e.Status);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or System.ComponentModel.Win32Exception)
        {
            return Failed(e.Message, ExitStatus.Fault);
        }

        int Failed(string message, int status)
        {
            try
            {
                host.Fail(message);
                host.Error.Flush();
            }
            catch (IOException)
            {
                // Nobody reads what we have to say.
            }

            return status;
        }
    }
}
