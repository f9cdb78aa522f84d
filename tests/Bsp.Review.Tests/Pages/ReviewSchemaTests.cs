using System.Text.Json.Nodes;
using Bsp.Review.Changes;
using Bsp.Review.Pages;
using Bsp.Review.Revisions;
using Xunit;

namespace Bsp.Review.Tests.Pages;

/// <summary>The schema says all of what programs read; that each replay follows it, the replays hold.</summary>
public sealed class ReviewSchemaTests
{
    [Fact]
    public void It_allows_nothing_that_it_does_not_name() =>
        Assert.All(Objects(JsonNode.Parse(ReviewSchema.Text)!), named => Assert.False((bool)named["additionalProperties"]!));

    [Fact]
    public void It_knows_every_rule_impact_and_attention()
    {
        var definitions = JsonNode.Parse(ReviewSchema.Text)!["$defs"]!;
        Assert.Equal(
            ChangeRules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal),
            Values(definitions["rule"]!).Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<FieldImpact>().Select(Headline.Name), Values(definitions["impact"]!));
        Assert.Equal(Enum.GetNames<Attention>().Select(name => name.ToLowerInvariant()), Values(definitions["attention"]!));
    }

    [Theory]
    [InlineData("\"subject\"", "\"object\"")]
    [InlineData("\"kernel-lost\"", "\"kernel-found\"")]
    [InlineData("\"update\"", "\"updates\"")]
    [InlineData("true", "1")]
    public void A_page_that_does_not_follow_it_is_found(string written, string wrong)
    {
        var board = new BoardArtifacts("a", "b", new Dictionary<string, string>());
        var review = new BoardReview(board, board, [new Change(ChangeRules.KernelLost, "CONFIG_A")]) { Cause = new() };
        var page = JsonPage.Of(new(new("base", []), new("head", []), [review]));
        Assert.Empty(ReviewSchema.FaultsOf(page));
        Assert.NotEmpty(ReviewSchema.FaultsOf(page.Replace(written, wrong, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Values(JsonNode definition) => definition["enum"]!.AsArray().Select(value => (string)value!);

    private static IEnumerable<JsonObject> Objects(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().SelectMany(Objects)
            .Concat((string?)(members["type"] as JsonValue) == "object" ? [members] : []),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Objects),
        _ => [],
    };
}
