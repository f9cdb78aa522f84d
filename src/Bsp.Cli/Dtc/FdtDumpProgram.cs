using Bsp.DeviceTrees;

namespace Bsp.Cli.Dtc;

/// <summary>Does what fdtdump does: shows what is in a blob, token for token.</summary>
/// <param name="host">The process.</param>
internal sealed class FdtDumpProgram(CliHost host)
{
    private static readonly ProgramOptions Options = new(
        """
        bsp fdtdump [options] <blob>

        Shows what is in a blob in its order, as fdtdump does. To get a source of it: bsp dtc -I dtb -O dts <blob>
        """,
        new('d', "debug", "Show where each part is"),
        new('s', "scan", "Look for a blob within the file"),
        new('h', "help", "Print this help and exit"),
        new('V', "version", "Print version and exit"));

    private static readonly byte[] s_magic = [0xd0, 0x0d, 0xfe, 0xed];

    /// <summary>Runs it.</summary>
    public int Run(IReadOnlyList<string> arguments)
    {
        var (options, operands) = Options.Parse(arguments);
        var (debugs, scans) = (false, false);
        foreach (var (letter, _) in options)
        {
            switch (letter)
            {
                case 'd': debugs = true; break;
                case 's': scans = true; break;
                default: host.Out.Write(letter == 'h' ? Options.Help : DeviceTreePrograms.Version); return ExitStatus.Success;
            }
        }

        if (operands.Count != 1)
            throw new CliException("missing input filename; --help shows how it is used", ExitStatus.No);
        var (file, bytes) = (operands[0], host.ReadBytes(operands[0]));
        var start = scans ? Scan(file, bytes, debugs) : 0;
        if (!BlobDump.HasHeader(bytes.AsSpan(start)))
            throw new CliException($"FATAL ERROR: {file}: header is not valid", ExitStatus.No);
        new BlobDump(bytes[start..], host.Out, debugs).Write();
        return ExitStatus.Success;
    }

    private int Scan(string file, byte[] bytes, bool debugs)
    {
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes.AsSpan(at).IndexOf(s_magic) is var next && next < 0)
                break;
            at += next;
            if (BlobDump.HasHeader(bytes.AsSpan(at)))
            {
                host.Out.Write($"{file}: found fdt at offset {(at == 0 ? "0" : $"0x{at:x}")}\n");
                return at;
            }

            if (debugs)
                host.Out.Write($"{file}: skipping fdt magic at offset {(at == 0 ? "0" : $"0x{at:x}")}\n");
        }

        throw new CliException($"FATAL ERROR: {file}: could not locate fdt magic", ExitStatus.No);
    }
}
