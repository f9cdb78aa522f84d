using System.Text.Json.Nodes;

namespace Bsp.Cli.Tests;

/// <summary>Requests that cannot all hold, as <c>check</c> and <c>fix</c> tell people and programs.</summary>
public sealed class ExclusionTests
{
    private const string Kconfig = "config A\n\tbool \"a\"\n\nconfig D\n\tbool \"d\"\n\tdepends on A\n\n"
        + "config X\n\tbool \"x\"\n\tdepends on !A\n\nconfig Y\n\tbool \"y\"\n\tdepends on B\n\nconfig B\n\tbool \"b\"\n\n"
        + "config NEVER\n\tbool \"never\"\n\tdepends on B && !B\n";

    [Fact]
    public void Lines_that_exclude_each_other_are_named_without_being_asked_for()
    {
        using var tree = new SampleTree(Kconfig);
        tree.Write("a", "CONFIG_A=y\n");
        tree.Write("b", "CONFIG_X=y\n");
        Assert.Contains(
            "  note: it and CONFIG_A=y (a:1) exclude each other\n", tree.Kconf("check", "a", "b").Out, StringComparison.Ordinal);
        var json = JsonNode.Parse(tree.Kconf("check", "a", "b", "--format", "json").Out)!["unmet"]![0]!;
        Assert.Equal(
            ["X b 1", "A a 1"],
            json["excludes"]!.AsArray().Select(other => $"{other!["symbol"]} {other["file"]} {other["line"]}"));
        Assert.Null(json["fix"]);
        var sarif = JsonNode.Parse(tree.Kconf("check", "a", "b", "--format", "sarif").Out)!["runs"]![0]!["results"]![0]!;
        Assert.EndsWith("; it and CONFIG_A=y (a:1) exclude each other", (string?)sarif["message"]!["text"], StringComparison.Ordinal);
        Assert.Contains(
            sarif["relatedLocations"]!.AsArray(),
            place => (string?)place!["physicalLocation"]!["artifactLocation"]!["uri"] == "a"
                && (string?)place["message"]!["text"] == "CONFIG_A is among what excludes it");
    }

    [Fact]
    public void What_a_fix_costs_is_said_to_people_and_programs()
    {
        using var tree = new SampleTree(Kconfig);
        tree.Write("a", "CONFIG_A=y\nCONFIG_D=y\nCONFIG_X=y\n");
        Assert.Contains(
            "; it holds with CONFIG_A=n, at the cost of CONFIG_A=y (a:1), which becomes n, CONFIG_D=y (a:2), which becomes n\n",
            tree.Kconf("check", "a", "--fix").Out, StringComparison.Ordinal);
        var json = JsonNode.Parse(tree.Kconf("check", "a", "--fix", "--format", "json").Out)!["unmet"]![0]!;
        Assert.Equal(("Found", true, "CONFIG_A=n"), ((string?)json["fixOutcome"], (bool?)json["fixIsSmallest"], (string?)json["fix"]![0]));
        Assert.Equal(
            ["A n 1", "D n 2"],
            json["fixCosts"]!.AsArray().Select(cost => $"{cost!["symbol"]} {cost["becomes"]} {cost["line"]}"));
    }

    [Fact]
    public void What_all_unmet_requests_need_at_once_is_said_last()
    {
        using var tree = new SampleTree(Kconfig + "\nconfig Z\n\tbool \"z\"\n\tdepends on B && C\n\nconfig C\n\tbool \"c\"\n");
        tree.Write("a", "CONFIG_Y=y\nCONFIG_Z=y\n");
        Assert.Contains(
            "note: all of them hold with CONFIG_B=y, CONFIG_C=y\n2 of 2 requests are not met\n", tree.Kconf("check", "a", "--fix").Out,
            StringComparison.Ordinal);
        var json = JsonNode.Parse(tree.Kconf("check", "a", "--fix", "--format", "json").Out)!["together"]!;
        Assert.Equal(["CONFIG_B=y", "CONFIG_C=y"], json["fix"]!.AsArray().Select(line => (string?)line));
    }

    [Theory]
    [InlineData("CONFIG_Y=y\n", "it holds with CONFIG_B=y")]
    [InlineData("CONFIG_NEVER=y\n", "there is no fix: no values of other symbols give it")]
    public void The_answers_are_a_fix_or_that_there_is_none(string fragment, string answer)
    {
        using var tree = new SampleTree(Kconfig);
        tree.Write("a", fragment);
        Assert.Contains($"  note: {answer}\n", tree.Kconf("check", "a", "--fix").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_that_has_no_time_says_how_much_it_had()
    {
        using var tree = new SampleTree(Kconfig);
        tree.Write("a", "CONFIG_Y=y\n");
        Assert.Contains(
            "  note: no fix was found in 0.0000001 s\n", tree.Kconf("check", "a", "--fix", "--seconds", "0.0000001").Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_is_for_all_searches_together()
    {
        // None of these has a fix, and none is proved to have none: they are compared with each other.
        var hard = string.Concat(Enumerable.Range(0, 40).Select(i =>
            $"config N{i}\n\tint \"n\"\n\tdefault {i}\n\nconfig X{i}\n\tbool \"x\"\n"
            + $"\tdepends on N{i} > N{(i + 1) % 40} && N{i} < N{(i + 1) % 40}\n\n"));
        using var tree = new SampleTree(hard);
        tree.Write("a", string.Concat(Enumerable.Range(0, 40).Select(i => $"CONFIG_X{i}=y\n")));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var result = tree.Kconf("check", "a", "--fix", "--seconds", "0.5");
        // Each for itself would have that much.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
        Assert.Contains("40 of 40 requests are not met", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_all_need_at_once_is_only_said_of_several()
    {
        using var tree = new SampleTree(Kconfig);
        tree.Write("a", "CONFIG_Y=y\nCONFIG_B=maybe\n");
        var result = tree.Kconf("check", "a", "--fix").Out;
        Assert.Contains("2 of 2 requests are not met", result, StringComparison.Ordinal);
        Assert.DoesNotContain("\nnote: ", result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("soon")]
    [InlineData("1e9")]
    public void A_time_that_is_none_is_a_fault(string seconds)
    {
        using var tree = new SampleTree(Kconfig);
        tree.Write("a", "CONFIG_Y=y\n");
        Assert.Equal(2, tree.Kconf("check", "a", "--fix", "--seconds", seconds).Status);
    }

    [Fact]
    public void Several_values_are_had_at_once_or_those_named_that_exclude_each_other()
    {
        using var tree = new SampleTree(Kconfig);
        tree.Write(".config", "");
        Assert.Equal("CONFIG_A=y\nCONFIG_B=y\nCONFIG_D=y\nCONFIG_Y=y\n", tree.Kconf("fix", "D", "Y").Out);
        var result = tree.Kconf("fix", "D", "X", "Y");
        Assert.Equal((1, ""), (result.Status, result.Out));
        Assert.Contains(
            "D=y, X=y, Y=y: CONFIG_D=y and CONFIG_X=y exclude each other; there is no fix\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, tree.Kconf("fix", "D=y", "D=n").Status);
    }
}
