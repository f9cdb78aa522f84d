using Bsp.Build.Progress;

namespace Bsp.DeviceTree.Conformance.Tests;

/// <summary>Blobs of a kernel's own build, built again.</summary>
public sealed class KernelTests
{
    [Fact]
    public async Task Every_device_tree_of_arm64_in_Linux_6_12_has_the_bytes_of_the_kernels_build()
    {
        using var log = new StringWriter();
        var outcomes = await new ConformanceRun("", Environment.ProcessorCount).RunAsync(
            "linux-6.12", "arm64", new PlainConsole(log), TestContext.Current.CancellationToken);
        Assert.Empty(outcomes.Where(outcome => !outcome.IsSame).Select(outcome => $"{outcome.Target}: {outcome.Details}"));
        // The kernel's makefiles name 1,100 and more.
        Assert.True(outcomes.Count > 1000, $"only {outcomes.Count} device trees were built");
        TestContext.Current.TestOutputHelper?.WriteLine($"{outcomes.Count} the same");
    }
}
