using Bsp.Build.Progress;
using Bsp.DeviceTree.Conformance.Overlays;
using Bsp.Testing;

namespace Bsp.DeviceTree.Conformance.Tests;

/// <summary>Overlays that a kernel's makefiles combine with its trees.</summary>
public sealed class OverlayTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Combinations_of_Linux_6_12_are_laid_to_the_bytes_of_fdtoverlay()
    {
        using var log = new StringWriter();
        var run = await OverlayRun.CreateAsync(
            "linux-6.12", _folder.Path, new PlainConsole(log), TestContext.Current.CancellationToken);
        var all = run.Combinations("arm64");
        Assert.True(all.Count > 100, $"only {all.Count} combinations");
        // Of each kind that has been wrong once: a fragment in what another adds, one tree for several, a combination as a tree.
        var sample = all.Where((combination, i) => i % 12 == 0 || combination.Overlays.Count > 2).ToList();
        Assert.Contains(sample, combination => combination.Name.Contains("panel-aa104xd12", StringComparison.Ordinal));
        Assert.Empty(
            sample.Select(run.Compare).Where(outcome => !outcome.IsSame).Select(outcome => $"{outcome.Target}: {outcome.Details}"));
        // An overlay of another tree is refused.
        Assert.False(run.Compare(all[0] with { Name = "mixed", Overlays = all[^1].Overlays }).IsSame);
    }
}
