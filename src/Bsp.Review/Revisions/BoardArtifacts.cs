using System.Text.Json.Nodes;
using Bsp.Artifacts;
using Bsp.Review.DeviceTrees;

namespace Bsp.Review.Revisions;

/// <summary>What a board on a distribution comes to in one revision.</summary>
/// <param name="Board">The board's id.</param>
/// <param name="Distribution">The distribution's id.</param>
/// <param name="Files">The artifacts by their path below <c>boards/&lt;board&gt;/generated/&lt;distribution&gt;/</c>.</param>
public sealed record BoardArtifacts(string Board, string Distribution, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>The files of which one describes the disk; the second is a template of Buildroot's.</summary>
    internal static readonly string[] DiskFiles = [ArtifactNames.Genimage, ArtifactNames.Genimage + ".in"];

    private const string ArchitectureLayer = "architecture ";

    private readonly Lazy<JsonObject?> _record = new(
        () => Files.TryGetValue(ArtifactNames.BoardJson, out var text) ? JsonNode.Parse(text) as JsonObject : null);

    private readonly Lazy<KernelRequests?> _kernel = new(
        () => Files.TryGetValue(ArtifactNames.LinuxDefconfig, out var text) ? KernelRequests.Read(text) : null);

    private readonly Lazy<DiskMap?> _disk = new(
        () => Files.FirstOrDefault(file => IsDisk(file.Key)) is { Value: { } text } ? DiskMap.Read(text) : null);

    /// <summary>The record as data; null where the distribution writes none.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is not JSON.</exception>
    public JsonObject? Record => _record.Value;

    /// <summary>What it asks of its kernel; null where it configures none.</summary>
    public KernelRequests? Kernel => _kernel.Value;

    /// <summary>Its disk; null where it has none of its own.</summary>
    public DiskMap? Disk => _disk.Value;

    /// <summary>The instruction set, as the distribution calls it: <c>aarch64</c>.</summary>
    public string Architecture =>
        (string?)Record?["architecture"]?["name"]
        ?? Kernel?.Requests.Select(request => request.Layer)
            .FirstOrDefault(layer => layer.StartsWith(ArchitectureLayer, StringComparison.Ordinal))?[ArchitectureLayer.Length..]
        ?? Files.Keys.Select(path => path.Split('/')).FirstOrDefault(parts => parts is [_, "board", _, _, ..])?[2]
        ?? "";

    /// <summary>Whether its files go into an external tree of Buildroot.</summary>
    public bool IsInExternalTree => Files.Keys.Any(path => path.Split('/') is ["tree" or "regions", _, ..]);

    /// <summary>The instruction set, as the kernel calls it: <c>arm64</c>.</summary>
    public string KernelArchitecture => (string?)Record?["architecture"]?["kernelArch"] ?? Architecture switch
    {
        "aarch64" => "arm64",
        "riscv64" => "riscv",
        var other => other,
    };

    /// <summary>What tells the pair from others.</summary>
    public (string Board, string Distribution) Key => (Board, Distribution);

    /// <summary>Whether a file is read as data and compared as such, so that its text need not be compared.</summary>
    public static bool IsReadAsData(string path) =>
        path is ArtifactNames.BoardJson or ArtifactNames.LinuxDefconfig || TreeChanges.IsTree(path) || IsDisk(path);

    private static bool IsDisk(string path) => DiskFiles.Contains(Path.GetFileName(path));
}
