using Bsp.Review.Changes;
using Bsp.Review.Platform;
using Bsp.Review.Revisions;

namespace Bsp.Review.DeviceTrees;

/// <summary>What a change does to the device trees and overlays of a board.</summary>
/// <param name="before">What is known about the kernels of the base.</param>
/// <param name="after">What is known about the kernels of the head.</param>
internal sealed class TreeChanges(IKernels before, IKernels after)
{
    /// <summary>Whether an artifact is a source that is compared here.</summary>
    public static bool IsTree(string path) => path.EndsWith(".dts", StringComparison.Ordinal)
        || (path.EndsWith(".dtso", StringComparison.Ordinal) && !path.EndsWith("-env.dtso", StringComparison.Ordinal));

    /// <summary>Compares the trees of a board.</summary>
    public IEnumerable<Change> Of(BoardArtifacts old, BoardArtifacts now)
    {
        // A board that has another id has its tree under another name.
        var oldTrees = old.Files.Keys.Where(IsTree)
            .ToDictionary(path => path.Replace(old.Board, now.Board, StringComparison.Ordinal), StringComparer.Ordinal);
        var names = oldTrees.Keys.Union(now.Files.Keys.Where(IsTree)).Order(StringComparer.Ordinal).ToList();
        return names.SelectMany(name => Of(
            (old, oldTrees.GetValueOrDefault(name)),
            (now, now.Files.ContainsKey(name) ? name : null),
            names.Count == 1 ? "" : Path.GetFileName(name) + ": "));
    }

    private IEnumerable<Change> Of((BoardArtifacts Board, string? Path) old, (BoardArtifacts Board, string? Path) now, string prefix)
    {
        if (old.Path is null || now.Path is null)
        {
            return [new(ChangeRules.TreeFile, Path.GetFileName((now.Path ?? old.Path)!))
            {
                Before = old.Path is null ? null : "there",
                After = now.Path is null ? null : "there",
                Attention = now.Path is null ? Attention.Warning : Attention.Note,
            }];
        }

        var (oldText, nowText) = (old.Board.Files[old.Path], now.Board.Files[now.Path]);
        if (ResolvedTree.Of(old.Board, oldText, before) is { } oldTree && ResolvedTree.Of(now.Board, nowText, after) is { } nowTree)
            return ResolvedTree.Differences(oldTree, nowTree, prefix);
        return oldText == nowText ? [] : WrittenDifferences.Between(WrittenTree.Read(oldText), WrittenTree.Read(nowText), prefix);
    }
}
