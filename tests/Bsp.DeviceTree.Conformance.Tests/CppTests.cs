using Bsp.DeviceTree.Conformance.Cpp;

namespace Bsp.DeviceTree.Conformance.Tests;

/// <summary>Random sources preprocessed by gcc and here: the same text, or both refuse it.</summary>
public sealed class CppTests
{
    private const int Sources = 1_500;

    [Fact]
    public void Random_sources_are_preprocessed_or_refused_as_by_gcc()
    {
        using var log = new StringWriter();
        var run = new CppRun(seed: 1, log);
        Assert.True(run.Run(Sources, first: 0, TestContext.Current.CancellationToken) == 0, log.ToString());
        // A source that both refuse says little.
        Assert.True(run.Accepted > Sources / 4, $"only {run.Accepted} of {Sources} sources were accepted");
    }

    [Fact]
    public void A_difference_is_found_and_reduced_to_the_lines_that_make_it()
    {
        using var comparison = new CppComparison();
        // gcc's own date is refused here.
        const string Source = "a\n#define D __DATE__\nb\nD\nc\n";
        Assert.Contains("gcc accepts it", comparison.Compare(Source), StringComparison.Ordinal);
        Assert.Equal("#define D __DATE__\nD", comparison.Shrunk(Source).Trim());
        Assert.Null(comparison.Compare("a\n"));
    }
}
