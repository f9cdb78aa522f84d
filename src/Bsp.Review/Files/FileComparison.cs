using Bsp.Artifacts;
using Bsp.Kconfig;
using Bsp.Review.Changes;
using Bsp.Review.Kernels;
using Bsp.Review.Revisions;

namespace Bsp.Review.Files;

/// <summary>Compares the artifacts that no other part of the review reads: configurations by symbol, the others as text.</summary>
internal static class FileComparison
{
    private const string Kconfig = "CONFIG_";
    private const string Menu = "/Config.in";
    private const string Makefile = ".mk";
    private const string Patches = "kept/patches/";

    /// <summary>The files that differ. What is in a fragment counts by its lines, wherever they are.</summary>
    /// <param name="before">The board in the base.</param>
    /// <param name="after">The board in the head.</param>
    /// <param name="shown">What is shown already.</param>
    public static IEnumerable<Change> Between(BoardArtifacts before, BoardArtifacts after, ShownValues shown)
    {
        shown.Add(before.Board, after.Board);
        var old = Readable(before, after.Board);
        var now = Readable(after, after.Board);
        return old.Keys.Union(now.Keys)
            .Where(path => old.GetValueOrDefault(path) != now.GetValueOrDefault(path))
            .Order(StringComparer.Ordinal)
            .SelectMany(path => Between(path, old.GetValueOrDefault(path), now.GetValueOrDefault(path), shown))
            .Select(change => ReadmeCommands.Judge(change, after));
    }

    // The files of a board that has another name now are in other folders, and the same.
    private static Dictionary<string, string> Readable(BoardArtifacts board, string name) =>
        board.Files.Where(file => !BoardArtifacts.IsReadAsData(file.Key))
            .GroupBy(file => file.Key.Replace(board.Board, name, StringComparison.Ordinal))
            .ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);

    private static IEnumerable<Change> Between(string path, string? before, string? after, ShownValues shown)
    {
        if (SymbolPrefix(path) is { } prefix)
            return SymbolComparison.Between(path, prefix, before ?? "", after ?? "");
        var (old, now) = (ReadAsText(path, before), ReadAsText(path, after));
        var lines = LineDifference.Between(old ?? "", now ?? "");
        var facts = path.EndsWith(Menu, StringComparison.Ordinal) ? PackageSelects.Between(before ?? "", after ?? "")
            : path.EndsWith(Makefile, StringComparison.Ordinal) ? KernelPatches.Between(before ?? "", after ?? "")
            : [];
        if (old == now || (old is not null && now is not null && shown.Explain(lines)) || (IsPatch(path) && (old is null || now is null)))
            return facts;
        return facts.Append(FileRules.Judge(path, before is null, after is null) with
        {
            Before = before is null ? null : after is null ? WholeFile(lines.Removed) : lines.Brief(lines.Removed),
            After = after is null ? null : before is null ? WholeFile(lines.Added) : lines.Brief(lines.Added),
        });
    }

    private static string WholeFile(IReadOnlyList<string> lines) => "a file of " + Quantity.Count(lines.Count, "line");

    private static string? SymbolPrefix(string path) =>
        path.EndsWith(".config", StringComparison.Ordinal) && !path.EndsWith(ArtifactNames.FwEnvConfig, StringComparison.Ordinal) ? Kconfig
        : path.StartsWith("tree/configs/", StringComparison.Ordinal) ? ""
        : null;

    // The makefile names it.
    private static bool IsPatch(string path) => path.StartsWith(Patches, StringComparison.Ordinal);

    // What is compared as data is not compared as text too.
    private static string? ReadAsText(string path, string? text) => text is null ? null
        : path.EndsWith(Menu, StringComparison.Ordinal) ? PackageSelects.Without(text)
        : path.EndsWith(Makefile, StringComparison.Ordinal) ? KernelPatches.Without(WithoutFixups(text)).Trim()
        : text;

    // The board's requests of the kernel, which are compared with those of the other boards that share it.
    private static string WithoutFixups(string text) => text.IndexOf("define ", StringComparison.Ordinal) is >= 0 and var start
        && text.IndexOf("endef\n", start, StringComparison.Ordinal) is >= 0 and var end
            ? text[..start] + text[(end + "endef\n".Length)..].TrimStart('\n')
            : text;
}
