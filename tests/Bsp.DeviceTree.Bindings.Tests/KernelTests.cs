using Bsp.DeviceTree.Bindings.Conformance;
using Bsp.Firmware.Progress;

namespace Bsp.DeviceTrees.Bindings.Tests;

/// <summary>Boards of a kernel against its own bindings.</summary>
public sealed class KernelTests
{
    [Fact]
    public async Task Ten_boards_of_Linux_6_1_have_the_findings_of_Debians_dt_validate()
    {
        using var log = new StringWriter();
        var run = await ConformanceRun.CreateAsync("linux-6.1", new PlainConsole(log), TestContext.Current.CancellationToken);
        var outcomes = run.Boards(10);
        Assert.Empty(outcomes.Where(outcome => !outcome.IsSame).Select(outcome => $"{outcome.Name}: {outcome.Fault} {string.Join(", ", outcome.OnlyHere)} {string.Join(", ", outcome.OnlyThere)}"));
        Assert.Equal(10, outcomes.Count);
        // Boards of Linux have 20 and more each.
        Assert.True(outcomes.Sum(outcome => outcome.Same) > 100, "hardly anything was found");
    }
}
