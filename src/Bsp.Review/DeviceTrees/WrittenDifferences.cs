using Bsp.Review.Changes;

namespace Bsp.Review.DeviceTrees;

/// <summary>What differs between two trees as they are written.</summary>
internal static class WrittenDifferences
{
    private const string DeleteNode = "/delete-node/";

    /// <summary>Compares two sources, of which what they include is not at hand.</summary>
    /// <param name="before">The source in the base.</param>
    /// <param name="after">The source in the head.</param>
    /// <param name="prefix">What precedes the subjects: the tree's name where a board has several.</param>
    public static IEnumerable<Change> Between(WrittenTree before, WrittenTree after, string prefix)
    {
        if (!before.Includes.SequenceEqual(after.Includes))
        {
            yield return new(ChangeRules.TreeNode, prefix + "includes")
            {
                Before = string.Join(", ", before.Includes), After = string.Join(", ", after.Includes),
            };
        }

        foreach (var path in before.Nodes.Keys.Union(after.Nodes.Keys).Order(StringComparer.Ordinal))
        {
            var (old, now) = (before.Nodes.GetValueOrDefault(path), after.Nodes.GetValueOrDefault(path));
            foreach (var change in old is null || now is null ? [Whole(prefix, old, now)] : Properties(prefix, old, now))
                yield return change;
        }
    }

    /// <summary>A node that is only on one side.</summary>
    public static Change Whole(string prefix, WrittenNode? old, WrittenNode? now) =>
        new(ChangeRules.TreeNode, $"{prefix}node {(now ?? old)!.Path}")
        {
            Before = old is null ? null : Brief(old),
            After = now is null ? null : Brief(now),
            Attention = now is null ? Attention.Warning : Attention.Note,
        };

    /// <summary>A property of a node.</summary>
    public static Change Property(string prefix, string path, string name, string? old, string? now)
    {
        var change = new Change(ChangeRules.TreeNode, $"{prefix}{path}: {name}")
        {
            Before = Secrets.Masked(name, old is { Length: 0 } ? "there" : old),
            After = Secrets.Masked(name, now is { Length: 0 } ? "there" : now),
        };
        return (name, IsOff(old), IsOff(now)) switch
        {
            ("status", false, true) => change with { Attention = Attention.Warning, Meaning = "the device is disabled" },
            ("status", true, false) => change with { Meaning = "the device is enabled" },
            ("stdout-path", _, _) => change with { Attention = Attention.Warning, Meaning = "the console of kernel and early messages" },
            ("compatible", _, _) when path == "/" => change with
            {
                Attention = Attention.Warning, Meaning = "what chooses by the machine's compatible finds another one",
            },
            _ when name.StartsWith(DeleteNode, StringComparison.Ordinal) && old is null => change with { Attention = Attention.Warning },
            _ => change,
        };
    }

    private static IEnumerable<Change> Properties(string prefix, WrittenNode old, WrittenNode now) =>
        old.Properties.Keys.Union(now.Properties.Keys)
            .Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Old: old.Properties.GetValueOrDefault(name), Now: now.Properties.GetValueOrDefault(name)))
            .Where(property => property.Old != property.Now)
            .Select(property => Property(prefix, now.Path, property.Name, property.Old, property.Now));

    private static bool IsOff(string? status) => status is not (null or "\"okay\"" or "\"ok\"");

    private static string Brief(WrittenNode node)
    {
        var count = node.Properties.Count;
        return node.Properties.TryGetValue("compatible", out var compatible)
            ? $"compatible = {compatible}, {(count == 1 ? "1 property" : $"{count} properties")}"
            : count == 0 ? "without properties"
            : string.Join("; ", node.Properties.Select(property => $"{property.Key} = {Secrets.Masked(property.Key, property.Value)}"));
    }
}
