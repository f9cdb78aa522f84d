using Bsp.DeviceTree.Bindings.Conformance;
using Bsp.Firmware.Progress;

namespace Bsp.DeviceTrees.Bindings.Tests;

/// <summary>Boards of kernels against their own bindings.</summary>
public sealed class KernelTests
{
    [Theory]
    [InlineData("2022.08.2")]
    [InlineData("2025.08")]
    public async Task Boards_of_a_kernel_have_the_findings_of_Debians_dt_validate(string version)
    {
        using var log = new StringWriter();
        var release = SchemaRelease.All[version];
        var run = await ConformanceRun.CreateAsync(release, new PlainConsole(log), TestContext.Current.CancellationToken);
        List<TreeOutcome> outcomes = [.. run.Boards(10), .. run.Shipped()];
        Assert.Empty(outcomes.Where(outcome => !outcome.IsSame).Select(outcome => $"{outcome.Name}: {outcome.Fault} {string.Join(", ", outcome.OnlyHere)} {string.Join(", ", outcome.OnlyThere)}"));
        Assert.True(outcomes.Count >= 10 + (release.HasShippedBoards ? 1 : 0), $"only {outcomes.Count} trees were compared");
        // Boards of Linux have some 10 each.
        Assert.True(outcomes.Sum(outcome => outcome.Same) > 100, "hardly anything was found");
    }
}
