using Bsp.DeviceTrees;

namespace Bsp.Cli.Dtc;

/// <summary>The files of the disk, and standard input under the name <c>-</c>.</summary>
/// <param name="host">The process.</param>
internal sealed class DtcFiles(CliHost host) : ISourceFiles
{
    private readonly DiskSourceFiles _disk = new(host.CurrentDirectory);
    private SourceFile? _input;

    /// <inheritdoc/>
    public SourceFile? TryOpen(string path) => path == "-" ? _input ??= new("<stdin>", host.ReadBytes("-")) : _disk.TryOpen(path);
}
