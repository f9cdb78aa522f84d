using System.Text.Json.Nodes;

namespace Bsp.Cli.Tests;

public sealed class CheckTests
{
    [Fact]
    public void Requests_that_are_met_end_with_success()
    {
        using var tree = new SampleTree();
        tree.Write("a", "CONFIG_NET=y\nCONFIG_WIFI=m\n# CONFIG_EXTRA is not set\n");
        var result = tree.Kconf("check", "a");
        Assert.Equal((0, "all of 3 requests are met\n", ""), (result.Status, result.Out, result.Error));
    }

    [Fact]
    public void A_request_that_is_not_met_is_named_with_its_place_and_what_would_help()
    {
        using var tree = new SampleTree();
        tree.Write("a", "\nCONFIG_WIFI=m\nCONFIG_NETT=y\n");
        var result = tree.Kconf("check", "a", "--fix");
        Assert.Equal(1, result.Status);
        Assert.Contains(
            "a:2: error: Value requested for CONFIG_WIFI not in final .config: CONFIG_WIFI was assigned 'm' but got 'n'. Unmet: NET (=n)\n",
            result.Out, StringComparison.Ordinal);
        Assert.Contains("  note: it holds with CONFIG_NET=y\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("a:3: error: Value requested for CONFIG_NETT not in final .config", result.Out, StringComparison.Ordinal);
        Assert.Contains("did you mean NET", result.Out, StringComparison.Ordinal);
        Assert.EndsWith("2 of 2 requests are not met\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_that_exists_can_be_checked()
    {
        using var tree = new SampleTree();
        tree.Write("a", "CONFIG_WIFI=m\n");
        tree.Write("final", "CONFIG_NET=y\nCONFIG_WIFI=m\n");
        Assert.Equal(0, tree.Kconf("check", "a", "--config", "final").Status);
        Assert.Equal(2, tree.Kconf("check", "a", "--config", "nowhere").Status);
    }

    [Fact]
    public void Json_has_all_that_the_text_has()
    {
        using var tree = new SampleTree();
        tree.Write("a", "CONFIG_WIFI=y\n");
        var json = JsonNode.Parse(tree.Kconf("check", "a", "--format", "json", "--fix").Out)!;
        Assert.Equal(1, (int?)json["requests"]);
        var unmet = json["unmet"]![0]!;
        Assert.Equal(
            ("WIFI", "y", "n", "Dependencies", "a", 1),
            ((string?)unmet["symbol"], (string?)unmet["requested"], (string?)unmet["actual"], (string?)unmet["reason"],
                (string?)unmet["file"], (int?)unmet["line"]));
        Assert.Equal("NET", (string?)unmet["terms"]![0]!["term"]);
        Assert.Equal("CONFIG_NET=y", (string?)unmet["fix"]![0]);
    }

    [Fact]
    public void Sarif_names_rule_and_places()
    {
        using var tree = new SampleTree();
        tree.Write("my fragment", "CONFIG_WIFI=y\n");
        Assert.Equal(1, tree.Kconf("check", "my fragment", "--format", "sarif", "--output", "log.sarif").Status);
        var run = JsonNode.Parse(tree.Read("log.sarif"))!["runs"]![0]!;
        var rule = run["tool"]!["driver"]!["rules"]![0]!;
        Assert.Equal(
            ("kconfig/dependencies", "A fragment asks for a symbol whose dependencies are not met.", "error"),
            ((string?)rule["id"], (string?)rule["shortDescription"]!["text"], (string?)rule["defaultConfiguration"]!["level"]));
        var place = run["results"]![0]!["locations"]![0]!["physicalLocation"]!;
        Assert.Equal(("my%20fragment", 1), ((string?)place["artifactLocation"]!["uri"], (int?)place["region"]!["startLine"]));
        var defined = run["results"]![0]!["relatedLocations"]![0]!["physicalLocation"]!["artifactLocation"]!;
        Assert.Equal("Kconfig", (string?)defined["uri"]);
        // Each base that a location names is a folder.
        var bases = run["originalUriBaseIds"]!;
        foreach (var id in new[] { (string)place["artifactLocation"]!["uriBaseId"]!, (string)defined["uriBaseId"]! })
            Assert.Equal(new Uri(tree.At("x")).AbsoluteUri[..^1], (string?)bases[id]!["uri"]);
    }

    [Fact]
    public void Faults_end_with_status_2()
    {
        using var tree = new SampleTree();
        Assert.Equal(2, tree.Kconf("check", "nowhere").Status);
        Assert.Equal(2, tree.Kconf("check").Status);
        tree.Write("a", "");
        Assert.Equal(2, tree.Kconf("check", "a", "--format", "xml").Status);
        Assert.Equal(2, tree.Kconf("check", "a", "--tree", "nowhere").Status);
        tree.Write("Kconfig", "config\nconfig A\n\tbool \"A\"\n\tdepends on (\n");
        var result = tree.Kconf("check", "a");
        Assert.Equal((2, ""), (result.Status, result.Out));
        Assert.Contains("Kconfig:1:", result.Error, StringComparison.Ordinal);
        Assert.Contains("Kconfig:4:", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("error(s)\n", result.Error, StringComparison.Ordinal);
    }
}
