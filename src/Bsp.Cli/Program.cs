using Bsp.Cli.Commands;
using Bsp.Cli.ConfTool;
using Bsp.Cli.Dtc;

namespace Bsp.Cli;

/// <summary>The command <c>bsp</c>.</summary>
internal static class Program
{
    /// <summary>Runs the command.</summary>
    public static int Main(string[] arguments) => Run(WithProgramName(Environment.GetCommandLineArgs()[0], arguments), CliHost.OfProcess());

    /// <summary>
    /// The command line of a program that may have been called by another name, as links have it: then it is the program of that name.
    /// </summary>
    /// <param name="program">How it was called.</param>
    /// <param name="arguments">The command line.</param>
    public static string[] WithProgramName(string program, string[] arguments) =>
        DeviceTreePrograms.Names.ContainsKey(Path.GetFileName(program)) ? [Path.GetFileName(program), .. arguments] : arguments;

    /// <summary>Runs the command for a host.</summary>
    public static int Run(string[] arguments, CliHost host)
    {
        try
        {
            // The options of conf, dtc and its companions are not ours: getopt_long takes them apart.
            var status = arguments switch
            {
                ["kconfig", "conf", ..] => new ConfProgram(host).Run(arguments[2..]),
                [var name, ..] when DeviceTreePrograms.Names.ContainsKey(name) => DeviceTreePrograms.Run(name, arguments[1..], host),
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
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException
            or System.ComponentModel.Win32Exception)
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
