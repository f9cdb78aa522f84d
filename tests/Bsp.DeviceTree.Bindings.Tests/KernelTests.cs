using Bsp.Build.Progress;
using Bsp.DeviceTree.Bindings.Conformance;
using Bsp.DeviceTrees.Bindings.Documents;
using Bsp.DeviceTrees.Bindings.Validation;

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
        Assert.Empty(
            outcomes.Where(outcome => !outcome.IsSame)
                .Select(
                    outcome =>
                        $"{outcome.Name}: {outcome.Fault} {string.Join(", ", outcome.OnlyHere)} {string.Join(", ", outcome.OnlyThere)}"));
        Assert.True(outcomes.Count >= 10 + (release.HasShippedBoards ? 1 : 0), $"only {outcomes.Count} trees were compared");
        // Boards of Linux have some 10 each.
        Assert.True(outcomes.Sum(outcome => outcome.Same) > 100, "hardly anything was found");
    }

    [Fact]
    public async Task All_patterns_of_Linux_6_1_match_what_their_regular_expressions_match()
    {
        using var log = new StringWriter();
        var run = await ConformanceRun.CreateAsync(
            SchemaRelease.All["2022.08.2"], new PlainConsole(log), TestContext.Current.CancellationToken);
        var patterns = run.Bindings.All.SelectMany(binding => PatternsIn(binding.Document)).Distinct(StringComparer.Ordinal).ToList();
        // Each pattern has its chance with names that begin or end as it does.
        var names = run.Bindings.Types.Names.Keys.Where((_, i) => i % 12 == 0)
            .Concat(patterns.Where((_, i) => i % 5 == 0).SelectMany(NamesLike))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var wrong = new List<string>();
        foreach (var text in patterns)
        {
            var (pattern, regex) = (new NamePattern(text), PythonRegex.Compile(text));
            wrong.AddRange(
                names.Concat(NamesLike(text))
                    .Where(name => pattern.IsMatch(name) != PythonRegex.IsMatch(regex, name))
                    .Select(name => $"{text}: {name}"));
        }

        Assert.Empty(wrong);
        Assert.True(patterns.Count > 1000, $"only {patterns.Count} patterns");
    }

    private static IEnumerable<string> PatternsIn(SchemaValue value) => value switch
    {
        SchemaList list => list.Items.SelectMany(PatternsIn),
        SchemaMap map => map.Entries.SelectMany(entry => entry switch
        {
            { Key: "pattern", Value: SchemaText { Text: var pattern } } => [pattern],
            { Key: "patternProperties", Value: SchemaMap properties } => properties.Names.Concat(PatternsIn(properties)),
            _ => PatternsIn(entry.Value),
        }),
        _ => [],
    };

    private static IEnumerable<string> NamesLike(string pattern)
    {
        var plain = pattern.Trim('^', '$')
            .Replace(".*", "x", StringComparison.Ordinal)
            .Replace("[0-9]+", "12", StringComparison.Ordinal)
            .Replace("[0-9a-f]+", "1f", StringComparison.Ordinal);
        return [plain, plain + "\n", "x" + plain, plain + "x", plain[..(plain.Length / 2)], plain[(plain.Length / 2)..]];
    }
}
