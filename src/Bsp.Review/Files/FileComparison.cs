using Bsp.Kconfig;
using Bsp.Review.Changes;
using Bsp.Review.Kernels;
using Bsp.Review.Revisions;

namespace Bsp.Review.Files;

/// <summary>Compares the artifacts that no other part of the review reads: configurations by symbol, the others as text.</summary>
internal static class FileComparison
{
    private const string Kconfig = "CONFIG_";
    private const string Buildroot = "BR2_";

    /// <summary>The files that differ. What is in a fragment counts by its lines, wherever they are.</summary>
    public static IEnumerable<Change> Between(BoardArtifacts before, BoardArtifacts after)
    {
        foreach (var path in before.Files.Keys.Union(after.Files.Keys).Where(path => !BoardArtifacts.IsReadAsFacts(path)).Order(StringComparer.Ordinal))
        {
            var (old, now) = (before.Files.GetValueOrDefault(path), after.Files.GetValueOrDefault(path));
            if (old == now)
                continue;
            if (PrefixOf(path) is { } prefix)
            {
                foreach (var change in Symbols(path, prefix, old ?? "", now ?? ""))
                    yield return change;
            }
            else
            {
                var judged = FileRules.Judge(path);
                var (added, removed) = LineChanges(old ?? "", now ?? "");
                yield return judged with
                {
                    Before = old is null ? null : Quantity.Count(removed, "line") + " less",
                    After = now is null ? null : Quantity.Count(added, "line") + " more",
                };
            }
        }
    }

    private static string? PrefixOf(string path) =>
        path.EndsWith(".config", StringComparison.Ordinal) && !path.EndsWith("fw_env.config", StringComparison.Ordinal) ? Kconfig
        : path.StartsWith("tree/configs/", StringComparison.Ordinal) ? ""
        : null;

    private static IEnumerable<Change> Symbols(string path, string prefix, string before, string after)
    {
        var (old, now) = (Values(before, prefix), Values(after, prefix));
        var where = Path.GetFileName(path) == "u-boot.config" ? "" : $" ({Path.GetFileName(path)})";
        foreach (var symbol in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var (was, becomes) = (old.GetValueOrDefault(symbol), now.GetValueOrDefault(symbol));
            if (was == becomes)
                continue;
            var change = new Change(prefix == Kconfig ? ChangeRules.UBootRequest : ChangeRules.BootSetting, prefix + symbol + where)
            {
                Before = was, After = becomes,
            };
            yield return prefix == Kconfig ? SecurityOptions.UBoot.Judge(symbol, change) : change;
        }
    }

    private static Dictionary<string, string> Values(string text, string prefix) =>
        Request.Parse(text, "", prefix)
            .Where(request => prefix.Length > 0 || request.Symbol.StartsWith(Buildroot, StringComparison.Ordinal))
            .ToDictionary(request => request.Symbol, request => request.Written ?? request.Value, StringComparer.Ordinal);

    private static (int Added, int Removed) LineChanges(string before, string after)
    {
        var lines = before.Split('\n').CountBy(line => line, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var (added, removed) = (0, 0);
        foreach (var (line, count) in after.Split('\n').CountBy(line => line, StringComparer.Ordinal))
        {
            added += Math.Max(0, count - lines.GetValueOrDefault(line));
            lines[line] = Math.Max(0, lines.GetValueOrDefault(line) - count);
        }

        removed = lines.Values.Sum();
        return (added, removed);
    }
}
