using Bsp.DeviceTrees;

namespace Bsp.DeviceTree.Conformance;

/// <summary>What came of comparing a blob.</summary>
/// <param name="Target">The blob.</param>
/// <param name="Details">Where it differs, or what was wrong; null for the same bytes.</param>
internal sealed record BlobOutcome(string Target, string? Details)
{
    /// <summary>Whether the bytes are the same.</summary>
    public bool IsSame => Details is null;
}

/// <summary>Makes blobs again and compares them with those of a kernel's build.</summary>
/// <param name="source">The kernel's source.</param>
/// <param name="expected">The folder with the blobs of the build and its commands.</param>
internal sealed class BlobComparison(string source, string expected)
{
    private readonly bool _overwritesPhandles = !File.ReadAllText(Path.Combine(source, "scripts", "dtc", "libfdt", "fdt_overlay.c"))
        .Contains("overlay_prevent_phandle_overwrite", StringComparison.Ordinal);

    private readonly SourceCache _cache = new(new DiskSourceFiles(source));

    /// <summary>The commands of the build, by the names of their blobs.</summary>
    public IReadOnlyList<KbuildCommand> Commands() =>
    [
        .. Directory.EnumerateFiles(expected, "*.cmd", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => KbuildCommand.Read(path, Path.GetRelativePath(expected, path)[..^".cmd".Length])),
    ];

    /// <summary>Makes a blob and compares it.</summary>
    public BlobOutcome Compare(KbuildCommand command)
    {
        try
        {
            var oracle = Expected(command.Target);
            var blob = command.Source is null
                ? OverlayApplier.Apply(Expected(command.Parts[0]), command.Parts.Skip(1).Select(Expected), _overwritesPhandles)
                : Compile(command.Source, command.Options);
            return new(
                command.Target,
                blob.AsSpan().SequenceEqual(oracle)
                    ? null
                    : $"{blob.Length} bytes, and of the build {oracle.Length}; the same up to {blob.AsSpan().CommonPrefixLength(oracle)}");
        }
        catch (Exception exception) when (exception is FormatException or OverlayException)
        {
            return new(command.Target, exception.Message);
        }
    }

    private byte[] Compile(string path, CompilerOptions options)
    {
        var compiled = DeviceTreeCompiler.Compile(path, _cache, options);
        return compiled.Tree is { } tree
            ? BlobWriter.Write(tree)
            : throw new FormatException(
                string.Join('\n', compiled.Messages.Where(message => message.Severity == SourceSeverity.Error).Take(5)));
    }

    private byte[] Expected(string target) => File.ReadAllBytes(Path.Combine(expected, target));
}
