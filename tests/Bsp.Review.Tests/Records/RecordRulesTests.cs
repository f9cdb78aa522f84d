using System.Text.Json.Nodes;
using Bsp.Review.Records;
using Xunit;

namespace Bsp.Review.Tests.Records;

/// <summary>Of whatever a record can state it is known what it means to devices in the field.</summary>
public sealed class RecordRulesTests
{
    [Fact]
    public void Every_member_of_board_json_is_known()
    {
        var members = MembersOf(Schema()).ToList();
        Assert.Contains("update.compatible", members);
        Assert.Contains("disk.partitions.x.offset", members);
        Assert.DoesNotContain(members, member => !RecordRules.Knows(member));
    }

    [Theory]
    [InlineData("$.properties.update.properties", "update.keyring")]
    [InlineData("$.properties", "storage")]
    public void A_member_that_nobody_has_judged_is_found(string place, string member)
    {
        var schema = Schema();
        var properties = place.Split('.').Skip(1).Aggregate((JsonNode)schema, (node, name) => node[name]!);
        properties.AsObject().Add(member.Split('.')[^1], new JsonObject { ["type"] = "string" });
        // What is in a group that is known as a whole is known with it.
        Assert.Equal(member.Contains('.') ? [] : [member], MembersOf(schema).Where(one => !RecordRules.Knows(one)));
        Assert.Contains(member, MembersOf(schema));
    }

    private static JsonObject Schema() => (JsonObject)JsonNode.Parse(File.ReadAllText(Repository.At("docs", "schemas", "board-1.json")))!;

    private static IEnumerable<string> MembersOf(JsonObject schema) => Below(schema, schema, "");

    private static IEnumerable<string> Below(JsonObject root, JsonNode node, string path)
    {
        if ((string?)node["$ref"] is { } reference)
            return Below(root, reference.Split('/').Skip(1).Aggregate((JsonNode)root, (at, name) => at[name]!), path);
        if (node["oneOf"] is JsonArray kinds)
            return kinds.SelectMany(kind => Below(root, kind!, path)).Distinct();
        if (node["properties"] is JsonObject properties)
        {
            return properties.SelectMany(
                property => Below(root, property.Value!, path.Length == 0 ? property.Key : path + "." + property.Key));
        }

        // Each of a list of objects has a name.
        var items = node["items"] is { } item ? Below(root, item, path + ".x").ToList() : [];
        return items.Count > 0 && items[0] != path + ".x" ? items : [path];
    }
}
