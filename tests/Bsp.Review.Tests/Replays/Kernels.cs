using Bsp.Kconfig;
using Bsp.Review.Platform;
using Xunit;

namespace Bsp.Review.Tests.Replays;

/// <summary>The kernels that <c>Restore</c> has read.</summary>
internal sealed class Kernels : IKernels
{
    private readonly Dictionary<string, KconfigTree?> _trees = new(StringComparer.Ordinal);

    /// <summary>Those in <c>artifacts/platform</c>.</summary>
    public static Kernels AtHand { get; } = new();

    /// <summary>Skips a test where they are not there: <c>./build.sh Restore --board all</c> makes them.</summary>
    public static void Need() =>
        Assert.SkipUnless(
            AtHand.Kconfig("linux-6.12", "arm64") is not null, "no snapshot of linux-6.12: './build.sh Restore --board all' makes it");

    /// <summary>A kernel at hand in place of all others: nobody has read that of Infix.</summary>
    public static IKernels Always(string source) => new InPlaceOfOthers(source);

    /// <inheritdoc/>
    public string? Tree(string source, string architecture, string path)
    {
        var file = Repository.At("artifacts", "platform", source, "dt-" + architecture, path + ".snapshot");
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    /// <inheritdoc/>
    public KconfigTree? Kconfig(string source, string architecture)
    {
        var path = Repository.At("artifacts", "platform", source, $"kconfig-{architecture}.snapshot");
        lock (_trees)
        {
            if (_trees.TryGetValue(path, out var known))
                return known;
            if (!File.Exists(path))
                return _trees[path] = null;
            using var stream = File.OpenRead(path);
            return _trees[path] = SnapshotReader.Read(stream);
        }
    }

    private sealed class InPlaceOfOthers(string source) : IKernels
    {
        public KconfigTree? Kconfig(string _, string architecture) => AtHand.Kconfig(source, architecture);

        public string? Tree(string _, string architecture, string path) => AtHand.Tree(source, architecture, path);
    }
}
