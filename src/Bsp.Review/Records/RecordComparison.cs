using System.Text.Json.Nodes;
using Bsp.Review.Changes;

namespace Bsp.Review.Records;

/// <summary>Compares records as data, member by member.</summary>
internal static class RecordComparison
{
    // What tells objects of a list apart.
    private static readonly string[] Names = ["name", "use", "symbol", "id"];

    /// <summary>The members that differ and that nothing else compares.</summary>
    public static IEnumerable<Change> Between(JsonObject? before, JsonObject? after)
    {
        if (before is null || after is null)
            return [];
        var (old, now) = (Members(before), Members(after));
        return old.Keys.Union(now.Keys)
            .Where(member => !RecordRules.IsElsewhere(member) && old.GetValueOrDefault(member) != now.GetValueOrDefault(member))
            .Select(member => RecordRules.Judge(member, old.GetValueOrDefault(member), now.GetValueOrDefault(member)));
    }

    /// <summary>The leaves of a record by their path, such as <c>update.compatible</c>; a list of texts is one.</summary>
    public static Dictionary<string, string> Members(JsonObject record)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(members, "", record);
        return members;
    }

    private static void Add(Dictionary<string, string> members, string path, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject named:
                foreach (var (name, value) in named)
                    Add(members, path.Length == 0 ? name : path + "." + name, value);
                break;
            case JsonArray list when list.Any(item => item is JsonObject):
                for (var i = 0; i < list.Count; i++)
                    Add(members, path + "." + NameOf(list[i] as JsonObject, i), list[i]);
                break;
            case JsonArray list:
                members[path] = string.Join(", ", list.Select(item => item?.ToString()));
                break;
            default:
                members[path] = node?.ToString() ?? "none";
                break;
        }
    }

    private static string NameOf(JsonObject? item, int index) =>
        Names.Select(name => (string?)item?[name]).FirstOrDefault(name => name is not null)
        ?? index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
