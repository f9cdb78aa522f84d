using Bsp.DeviceTrees;

namespace Bsp.Cli.Dtc;

/// <summary>Does what fdtoverlay does: lays overlays over a blob, to the same bytes.</summary>
/// <param name="host">The process.</param>
internal sealed class FdtOverlayProgram(CliHost host)
{
    private static readonly ProgramOptions Options = new(
        """
        bsp fdtoverlay [options] -i <blob> -o <output> <overlay>...

        Applies overlays to a blob, one after the other, as fdtoverlay does.
        """,
        new('i', "input", "The blob", TakesValue: true),
        new('o', "output", "The blob to write", TakesValue: true),
        new('v', "verbose", "Print which overlays are applied"),
        new('h', "help", "Print this help and exit"),
        new('V', "version", "Print version and exit"));

    /// <summary>Runs it.</summary>
    public int Run(IReadOnlyList<string> arguments)
    {
        var (options, overlays) = Options.Parse(arguments);
        string? input = null, output = null;
        var isVerbose = false;
        foreach (var (letter, value) in options)
        {
            switch (letter)
            {
                case 'i': input = value; break;
                case 'o': output = value; break;
                case 'v': isVerbose = true; break;
                default: host.Out.Write(letter == 'h' ? Options.Help : DeviceTreePrograms.Version); return ExitStatus.Success;
            }
        }

        if (input is null || output is null || overlays.Count == 0)
            throw new CliException(
                $"missing {(input is null ? "input file" : output is null ? "output file" : "overlay file(s)")}; "
                + "--help shows how it is used",
                ExitStatus.No);
        if (isVerbose)
        {
            host.Out.Write(
                $"input  = {input}\noutput = {output}\n{string.Concat(overlays.Select((overlay, i) => $"overlay[{i}] = {overlay}\n"))}");
        }

        Apply(input, output, overlays);
        return ExitStatus.Success;
    }

    private void Apply(string input, string output, IReadOnlyList<string> overlays)
    {
        var blob = host.ReadBytes(input);
        foreach (var (overlay, bytes) in overlays.Select(overlay => (overlay, host.ReadBytes(overlay))).ToList())
        {
            try
            {
                blob = OverlayApplier.Apply(blob, [bytes]);
            }
            catch (Exception exception) when (exception is FormatException or OverlayException)
            {
                throw new CliException($"\nFailed to apply '{overlay}': {exception.Message}", ExitStatus.No);
            }
        }

        host.WriteBytes(output, blob);
    }
}
