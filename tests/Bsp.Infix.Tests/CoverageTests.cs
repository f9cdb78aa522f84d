using Bsp.Infix.Tests.Comparing;
using Bsp.Infix.Tests.Support;

namespace Bsp.Infix.Tests;

/// <summary>Nothing that the reference data says is silently ignored.</summary>
public sealed class CoverageTests
{
    public static TheoryData<string> Boards => [.. ReferenceData.Boards];

    public static TheoryData<string> Architectures => [.. ReferenceData.Architectures];

    [Theory]
    [MemberData(nameof(Boards))]
    public void Every_field_of_a_board_is_compared_or_has_a_reason_why_not(string board) =>
        Assert.All(ReferenceData.Board(board), field => Assert.True(
            Fields.Compared.ContainsKey(field.Key) || Fields.SaysNothing.ContainsKey(field.Key),
            $"'{field.Key}' is neither in Fields.Compared nor in Fields.SaysNothing"));

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Every_field_of_an_architecture_has_a_reason_why_it_is_not_compared(string architecture) =>
        Assert.All(ReferenceData.Architecture(architecture), field => Assert.Contains(field.Key, Fields.OfArchitectures));

    [Fact]
    public void No_comparison_and_no_reason_is_for_a_field_that_the_facts_do_not_have() =>
        Assert.All(
            Fields.SaysNothing.Keys.Concat(Fields.Compared.Keys),
            way => Assert.Contains(ReferenceData.Boards, board => Has(ReferenceData.Board(board), way.Split('.'))));

    /// <summary>A normal form that drops what it does not know would hide a difference.</summary>
    [Theory]
    [MemberData(nameof(Boards))]
    public void A_change_to_any_value_of_the_facts_is_noticed(string board)
    {
        var reference = Fields.WithoutWhatSaysNothing(ReferenceData.Board(board));
        Assert.All(Fields.Compared.Where(field => reference.ContainsKey(field.Key)), field =>
        {
            var before = field.Value(reference)?.DeepClone();
            foreach (var leaf in Leaves(reference[field.Key]!).ToList())
            {
                var changed = Changed(leaf);
                leaf.ReplaceWith(changed);
                Assert.False(JsonNode.DeepEquals(before, field.Value(reference)), $"{changed.GetPath()} is not looked at");
                changed.ReplaceWith(leaf);
            }
        });
    }

    private static IEnumerable<JsonValue> Leaves(JsonNode? node) => node switch
    {
        JsonValue leaf => [leaf],
        JsonObject members => members.SelectMany(member => Leaves(member.Value)),
        JsonArray list => list.SelectMany(Leaves),
        _ => [],
    };

    private static JsonNode Changed(JsonValue leaf) => leaf.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.String => leaf.GetValue<string>() + "x",
        System.Text.Json.JsonValueKind.Number => leaf.GetValue<long>() + 1,
        _ => !leaf.GetValue<bool>(),
    };

    private static bool Has(JsonNode? node, ReadOnlyMemory<string> way) => way.Length == 0 ? node is not null : node switch
    {
        JsonArray list => list.Any(item => Has(item, way[1..])),
        JsonObject members when way.Span[0] == "*" => members.Any(member => Has(member.Value, way[1..])),
        JsonObject members => members.TryGetPropertyValue(way.Span[0], out var value) && (Has(value, way[1..]) || way.Length == 1),
        _ => false,
    };
}
