using Bsp.Build.Sources;
using Bsp.Firmware.Results;
using Bsp.Kconfig;
using Bsp.Review.Platform;

namespace Bsp.Firmware.Reviewing;

/// <summary>The kernels whose snapshots <c>Restore</c> has made, as far as a revision pins these very sources.</summary>
/// <param name="platform">The snapshots.</param>
/// <param name="pins">The revision's lock file; null where it has none.</param>
/// <param name="cache">Trees that were read already, shared by the revisions of a review.</param>
public sealed class PlatformKernels(PlatformFolder platform, LockFile? pins, Dictionary<string, KconfigTree> cache) : IKernels
{
    /// <inheritdoc/>
    public KconfigTree? Kconfig(string source, string architecture)
    {
        // Both come from artifacts, which somebody may have written by hand.
        if (!IsName(architecture) || Find(source, PlatformFolder.Kconfig(architecture)) is not { } path)
            return null;
        if (cache.TryGetValue(path, out var known))
            return known;
        using var stream = File.OpenRead(path);
        return cache[path] = SnapshotReader.Read(stream);
    }

    /// <inheritdoc/>
    public string? Tree(string source, string architecture, string path) =>
        IsName(architecture) && path.Split('/').All(part => part is not ("" or "." or ".."))
            && Find(source, PlatformFolder.Tree(architecture, path)) is { } file
            ? File.ReadAllText(file)
            : null;

    private static bool IsName(string architecture) => architecture.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private string? Find(string source, string name) =>
        platform.Find(pins?.Sources.FirstOrDefault(pinned => pinned.Name == source), source, name);
}
