using Bsp.Review.Changes;

namespace Bsp.Review.Files;

/// <summary>The patches of the kernel that a board's makefile names, by their names: the folder has the kernel's version.</summary>
internal static class KernelPatches
{
    private const string Ending = ".patch";

    /// <summary>Patches that one side names, or names for another reason.</summary>
    public static IEnumerable<Change> Between(string before, string after)
    {
        var (old, now) = (In(before), In(after));
        return old.Keys.Union(now.Keys)
            .Where(name => old.GetValueOrDefault(name) != now.GetValueOrDefault(name))
            .Order(StringComparer.Ordinal)
            .Select(name => new Change(ChangeRules.KernelSetting, "patch " + name)
            {
                Before = old.GetValueOrDefault(name),
                After = now.GetValueOrDefault(name),
                Attention = now.ContainsKey(name) ? Attention.Note : Attention.Warning,
            });
    }

    /// <summary>The text without them.</summary>
    public static string Without(string text) => string.Join('\n', text.Split('\n').Where(line => !line.StartsWith('#')));

    // # reason: path
    private static Dictionary<string, string> In(string text) => text.Split('\n')
        .Where(line => line.StartsWith("# ", StringComparison.Ordinal) && line.EndsWith(Ending, StringComparison.Ordinal)
            && line.Contains(": ", StringComparison.Ordinal))
        .GroupBy(line => line[(line.LastIndexOf('/') + 1)..])
        .ToDictionary(group => group.Key, group => ReasonOf(group.First()), StringComparer.Ordinal);

    private static string ReasonOf(string line) => line[2..line.LastIndexOf(": ", StringComparison.Ordinal)];
}
