using Bsp.DeviceTrees;

namespace Bsp.Cli.Dtc;

/// <summary>The programs for device trees that we stand in for.</summary>
internal static class DeviceTreePrograms
{
    /// <summary>What they print for their version. Builds take the number apart.</summary>
    public static string Version => $"Version: bsp {typeof(DeviceTreePrograms).Assembly.GetName().Version}, as DTC 1.7.2\n";

    /// <summary>Their names, with what they do.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["dtc"] = "Compile a device tree, or write it in another form; a drop-in replacement for dtc",
        ["fdtdump"] = "Show what is in a blob, in its order; a drop-in replacement for fdtdump",
        ["fdtget"] = "Read values from a blob; a drop-in replacement for fdtget",
        ["fdtoverlay"] = "Apply overlays to a blob; a drop-in replacement for fdtoverlay",
        ["fdtput"] = "Change a blob in place; a drop-in replacement for fdtput",
    };

    /// <summary>Runs one of them.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="host">The process.</param>
    /// <returns>The exit status.</returns>
    public static int Run(string name, IReadOnlyList<string> arguments, CliHost host)
    {
        try
        {
            return name switch
            {
                "dtc" => new DtcProgram(host).Run(arguments),
                "fdtdump" => new FdtDumpProgram(host).Run(arguments),
                "fdtget" => new FdtGetProgram(host).Run(arguments),
                "fdtoverlay" => new FdtOverlayProgram(host).Run(arguments),
                _ => new FdtPutProgram(host).Run(arguments),
            };
        }
        catch (CliException e)
        {
            return Failed(e.Message, e.Status);
        }
        catch (Exception e) when (e is FormatException or OverlayException or IOException or UnauthorizedAccessException)
        {
            return Failed("FATAL ERROR: " + e.Message, ExitStatus.No);
        }

        int Failed(string message, int status)
        {
            // Their own words, without ours around them; what was printed before stays before.
            host.Out.Flush();
            host.Error.Write(message + "\n");
            return status;
        }
    }
}
