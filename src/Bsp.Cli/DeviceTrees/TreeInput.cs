using System.CommandLine;
using Bsp.Cli.Files;
using Bsp.DeviceTrees;
using Bsp.DeviceTrees.Preprocessing;

namespace Bsp.Cli.DeviceTrees;

/// <summary>Reads the device trees that a command line names: sources through preprocessor and compiler, and blobs.</summary>
/// <param name="host">The process.</param>
internal sealed class TreeInput(CliHost host)
{
    private const string Prefixes = "scripts/dtc/include-prefixes";

    private readonly Option<string[]> _folders = new("--include", "-I")
    {
        HelpName = "DIR",
        Description =
            "A folder to look for included files in, after that of the including file; may be repeated [default: a kernel's "
            + "scripts/dtc/include-prefixes above the source]",
    };

    private readonly SourceCache _cache = new(new DiskSourceFiles(host.CurrentDirectory));

    /// <summary>Adds what it takes to a command.</summary>
    public void AddTo(Command command) => command.Add(_folders);

    /// <summary>Whether a file is a blob: by its name, or by what it begins with.</summary>
    public bool IsBlob(string file)
    {
        if (Path.GetExtension(file) is ".dtb" or ".dtbo")
            return true;
        using var stream = TextFile.Open(host, file, "the device tree");
        Span<byte> start = stackalloc byte[4];
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start.SequenceEqual<byte>([0xd0, 0x0d, 0xfe, 0xed]);
    }

    /// <summary>The tree of a source or a blob.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="CliException">It has errors, which have been reported.</exception>
    public DeviceTree Read(ParseResult result, string file) => Read(result, file, new());

    /// <summary>The tree of a source, compiled with options, or of a blob.</summary>
    /// <exception cref="CliException">It has errors, which have been reported.</exception>
    public DeviceTree Read(ParseResult result, string file, CompilerOptions options) =>
        IsBlob(file) ? ReadBlob(file, Bytes(file)) : CompileOrFail(result, file, options);

    /// <summary>The tree of a source or a blob, and its blob with the labels that overlays refer to.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="file">The file.</param>
    /// <param name="below">What an overlay will be laid over; null where it is not known.</param>
    /// <exception cref="CliException">It has errors, which have been reported.</exception>
    public (DeviceTree Tree, byte[] Blob) ReadWithLabels(ParseResult result, string file, DeviceTree? below = null)
    {
        if (IsBlob(file))
        {
            var bytes = Bytes(file);
            return (ReadBlob(file, bytes), bytes);
        }

        var tree = CompileOrFail(result, file, new() { Symbols = true, Base = below });
        return (tree, BlobWriter.Write(tree));
    }

    /// <summary>A tree with overlays over it, each on the result of those before it; what is found of them is reported.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="tree">The tree: a source, which is compiled with its labels, or a blob that has them.</param>
    /// <param name="overlays">The overlays, in their order: sources or blobs.</param>
    /// <exception cref="CliException">One has errors or does not apply, which has been reported.</exception>
    public LayeredTree Lay(ParseResult result, string tree, IEnumerable<string> overlays)
    {
        var (below, labelled) = ReadWithLabels(result, tree);
        var layered = new LayeredTree(below, labelled);
        foreach (var file in overlays)
        {
            var (overlay, blob) = ReadWithLabels(result, file, layered.Tree);
            var found = layered.Lay(overlay, blob);
            Report(string.Concat(found.Select(message => message.ToString(file) + "\n")));
            if (found.Any(message => message.Severity == SourceSeverity.Error))
                throw new CliException($"'{file}' does not apply", ExitStatus.No);
        }

        return layered;
    }

    /// <summary>Compiles a source as a kernel's build does.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="file">The source.</param>
    /// <param name="options">What decides besides.</param>
    public CompiledTree Compile(ParseResult result, string file, CompilerOptions options)
    {
        var folders = Folders(result, file);
        var compiled = DeviceTreeCompiler.Compile(
            file, _cache, options with { Preprocessor = new() { IncludeFolders = folders }, IncludeFolders = folders });
        return compiled.Tree?.Reservations.FirstOrDefault(entry => entry.Size == 0) is { } end
            ? compiled with { Messages = [.. compiled.Messages, EndOfReservations(end)] }
            : compiled;
    }

    // dtc writes it without a word.
    private static SourceMessage EndOfReservations(MemoryReservation entry) =>
        new(
            SourceSeverity.Warning,
            $"'{entry}' ends the list of reserved memory for all that read the blob; neither it nor what follows it is reserved")
        {
            Check = "memreserve_size",
        };

    /// <summary>The snapshot of a source; null with what is wrong where it has errors.</summary>
    public (string? Snapshot, IReadOnlyList<SourceMessage> Messages) Snapshot(ParseResult result, string file) =>
        TreeSnapshot.Of(file, _cache, Folders(result, file));

    /// <summary>The tree of a blob.</summary>
    /// <exception cref="CliException">It is damaged.</exception>
    public static DeviceTree ReadBlob(string file, byte[] blob)
    {
        try
        {
            return BlobReader.Read(blob);
        }
        catch (FormatException e)
        {
            throw new CliException($"'{file}' cannot be read: {e.Message}");
        }
    }

    /// <summary>The node that a path, a label or an alias names.</summary>
    /// <exception cref="CliException">There is none.</exception>
    public static TreeNode Find(DeviceTree tree, TreeReferences references, string reference) =>
        (reference is ['/', ..] ? null : OfLabel(tree, references, reference.TrimStart('&')))
        ?? tree.Lookup(reference)
        ?? throw new CliException(
            $"the tree has no node '{reference}'; a path begins with '/', anything else is a label or an alias"
            + NearestNodes.Question(tree.Root, reference.TrimStart('&')), ExitStatus.No);

    private static TreeNode? OfLabel(DeviceTree tree, TreeReferences references, string label) =>
        tree.Root.SelfAndDescendants()
            .FirstOrDefault(
                node => references.LabelOf(node) == label || node.Labels.Any(other => !other.IsDeleted && other.Name == label));

    private DeviceTree CompileOrFail(ParseResult result, string file, CompilerOptions options)
    {
        var compiled = Compile(result, file, options);
        Report(
            string.Concat(
                compiled.Messages.Where(message => message.Severity == SourceSeverity.Error).Select(message => message + "\n")));
        return compiled.Tree ?? throw new CliException($"'{file}' has errors");
    }

    private string[] Folders(ParseResult result, string file) => [.. result.GetValue(_folders) ?? [], .. KernelFolders(file)];

    private byte[] Bytes(string file) => TextFile.ReadBytes(host, file, "the device tree");

    private IEnumerable<string> KernelFolders(string file) => KernelPrefixes(host.Absolute(file)) is { } folder ? [folder] : [];

    /// <summary>The folder that a kernel's sources include headers from; null for a file that is in no kernel's tree.</summary>
    /// <param name="path">The file's whole path.</param>
    public static string? KernelPrefixes(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, Prefixes)))
                return Path.Combine(folder, Prefixes);
        }

        return null;
    }

    /// <summary>Reports why a tree could not be read; trees may be read side by side.</summary>
    public void Report(Exception exception)
    {
        lock (_cache)
            host.Fail(exception.Message);
    }

    private void Report(string text)
    {
        lock (_cache)
            host.Error.Write(text);
    }
}
