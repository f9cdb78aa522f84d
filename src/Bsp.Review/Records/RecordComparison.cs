using System.Globalization;
using System.Text.Json.Nodes;
using Bsp.Review.Changes;

namespace Bsp.Review.Records;

/// <summary>Compares records as data, member by member.</summary>
internal static class RecordComparison
{
    private const string Arguments = "kernel.arguments";

    // What tells objects of a list apart.
    private static readonly string[] Names = ["use", "name", "symbol", "id"];

    /// <summary>What the members mean that nothing else compares.</summary>
    /// <param name="differences">The members that differ.</param>
    public static IEnumerable<Change> Between(IEnumerable<(string Member, string? Before, string? After)> differences) =>
        differences.Where(difference => !RecordRules.IsElsewhere(difference.Member))
            .Select(difference => RecordRules.Judge(difference.Member, difference.Before, difference.After));

    /// <summary>The members that differ, by whatever they are compared. Of a list only what is in one of the two is shown.</summary>
    public static IEnumerable<(string Member, string? Before, string? After)> Differences(JsonObject? before, JsonObject? after)
    {
        if (before is null || after is null)
            return [];
        var (old, now) = (Members(before), Members(after));
        return old.Keys.Union(now.Keys)
            .Select(member => Difference(member, old.GetValueOrDefault(member), now.GetValueOrDefault(member)))
            .Where(difference => difference.Before != difference.After);
    }

    /// <summary>The leaves of a record by their path, such as <c>update.compatible</c>; a list of texts is one.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Members(JsonObject record)
    {
        var members = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        Add(members, "", record);
        // The argument that follows from the console is told by that.
        if (members.TryGetValue(Arguments, out var arguments) && members.TryGetValue("console.kernelArgument", out var console))
            members[Arguments] = [.. arguments.Except(console)];
        return members;
    }

    private static (string Member, string? Before, string? After) Difference(
        string member, IReadOnlyList<string>? before, IReadOnlyList<string>? after)
    {
        if (before is null || after is null)
            return (member, Text(before), Text(after));
        var (gone, added) = (before.Except(after).ToList(), after.Except(before).ToList());
        return gone.Count + added.Count > 0
            ? (member, gone.Count > 0 ? Text(gone) : null, added.Count > 0 ? Text(added) : null)
            : (member, Text(before), Text(after));
    }

    private static string? Text(IReadOnlyList<string>? values) => values is null ? null : string.Join(", ", values);

    private static void Add(Dictionary<string, IReadOnlyList<string>> members, string path, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject named:
                foreach (var (name, value) in named)
                    Add(members, path.Length == 0 ? name : path + "." + name, value);
                break;
            case JsonArray list when list.Any(item => item is JsonObject):
                for (var i = 0; i < list.Count; i++)
                    AddItem(members, path, list[i], i);
                break;
            case JsonArray list:
                members[path] = [.. list.Select(item => item?.ToString() ?? "none")];
                break;
            default:
                members[path] = [node?.ToString() ?? "none"];
                break;
        }
    }

    // What tells an item apart is in its path.
    private static void AddItem(Dictionary<string, IReadOnlyList<string>> members, string path, JsonNode? item, int index)
    {
        var name = Names.FirstOrDefault(name => item is JsonObject named && named.ContainsKey(name));
        var itemPath = path + "." + (name is null ? index.ToString(CultureInfo.InvariantCulture) : (string?)item![name]);
        Add(members, itemPath, item);
        if (name is not null)
            members.Remove(itemPath + "." + name);
    }
}
