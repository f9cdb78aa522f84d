using Bsp.Review.Changes;
using Bsp.Review.DeviceTrees;
using Bsp.Review.Disks;
using Bsp.Review.Files;
using Bsp.Review.Kernels;
using Bsp.Review.Records;
using Bsp.Review.Revisions;
using Bsp.Review.Sources;

namespace Bsp.Review;

/// <summary>Compares two revisions board by board.</summary>
public sealed class Reviewer
{
    private const string LockName = "sources.lock.json";

    private readonly ReviewInput _input;
    private readonly KernelChanges _kernels;
    private readonly SourceComparison _sources;
    private readonly TreeChanges _trees;
    private readonly Origins _origins;

    private Reviewer(ReviewInput input)
    {
        _input = input;
        _kernels = new(input);
        _trees = new(input.BaseKernels, input.HeadKernels);
        _origins = new(input.Sources, input.ChangedFiles);
        _sources = new(SourcePins.Read(input.Base.Lock), SourcePins.Read(input.Head.Lock));
    }

    /// <summary>What the change does.</summary>
    /// <exception cref="System.Text.Json.JsonException">A record or the lock file is not JSON.</exception>
    public static ReviewResult Review(ReviewInput input) => new Reviewer(input).Review();

    private ReviewResult Review()
    {
        var pairs = BoardPairs.Of(_input.Base.Boards, _input.Head.Boards);
        var boards = pairs.Select(Review)
            .OrderBy(board => board.Board, StringComparer.Ordinal)
            .ThenBy(board => board.Distribution, StringComparer.Ordinal);
        return new(_input.Base, _input.Head, [.. boards])
        {
            ChangedTools = [.. _input.ChangedFiles.Select(file => file.Path).Where(IsOfTools)],
        };
    }

    private BoardReview Review((BoardArtifacts? Before, BoardArtifacts? After) pair)
    {
        var (before, after) = pair;
        if (before is null || after is null)
        {
            var board = (after ?? before)!;
            return new(before, after, [new(before is null ? ChangeRules.BoardAdded : ChangeRules.BoardRemoved, board.Board)
            {
                Meaning = before is null ? null : "devices in the field get no further update",
            }]) { Cause = CauseOf(board.Board, [], isBoardItself: true) };
        }

        var differences = RecordComparison.Differences(before.Record, after.Record).ToList();
        var kernel = _kernels.Of(before, after);
        var inKernel = _kernels.With(kernel, before, after).ToList();
        List<Change> changes =
        [
            .. before.Board == after.Board ? [] : new[]
            {
                new Change(ChangeRules.BoardRenamed, after.Board) { Before = before.Board, After = after.Board },
            },
            .. RecordComparison.Between(differences).Where(change => before.Board == after.Board || change.Subject != "id"),
            .. DiskComparison.Between(before.Disk, after.Disk),
            .. FileComparison.Between(before, after, ShownFor(differences)),
            .. OverlayFiles.Of(after, _input.ChangedFiles),
            .. _trees.Of(before, after),
            .. _sources.Of(before, after),
            .. inKernel,
        ];
        var ordered = changes.Select(_origins.Locate)
            .OrderBy(change => change.Aspect)
            .ThenByDescending(change => change.Attention)
            .ThenBy(change => ChangeRules.OrderOf(change.Rule))
            .ThenBy(change => change.Subject, StringComparer.Ordinal)
            .ToList();
        return new(before, after, ordered) { Cause = CauseOf(after.Board, kernel, changes.Count > inKernel.Count) };
    }

    private static ShownValues ShownFor(IEnumerable<(string Member, string? Before, string? After)> differences)
    {
        var shown = new ShownValues();
        foreach (var (member, old, now) in differences)
        {
            if (!RecordRules.IsSymbol(member))
                shown.Add(old, now);
        }

        return shown;
    }

    // What differs besides the kernel is the board's own, or of files that it shares.
    private ChangeCause CauseOf(string board, IReadOnlyList<Change> kernel, bool isBoardItself)
    {
        var files = _input.ChangedFiles.Select(file => file.Path).ToList();
        var own = files.Where(file => file.StartsWith($"boards/{board}/", StringComparison.Ordinal) && !IsGenerated(file)).ToList();
        // What was lost before, and what keeps its value, is no cause. A consequence has the cause of what it follows from.
        var asked = kernel.Where(change => change.Rule != ChangeRules.KernelLostBefore && change.Rule != ChangeRules.KernelConsequence
            && change.Before != change.After).ToList();
        var neighbours = asked.Where(change => change.Layer is { } layer && OwnerOf(layer) is { } owner && owner != board).ToList();
        var isReached = isBoardItself || asked.Count == 0 || asked.Any(change => change.Layer is null || OwnerOf(change.Layer) is null);
        return new()
        {
            Own = own,
            Shared = isReached && own.Count == 0 ? [.. files.Where(file => IsShared(file) && _input.IsOfConcern(file, board))] : [],
            Neighbours = [.. neighbours.Select(change => OwnerOf(change.Layer!)!).Distinct()],
            NeighboursRequests = [.. neighbours.Select(InShort)],
        };
    }

    private static string InShort(Change request) =>
        $"{request.Subject["CONFIG_".Length..]} {request.Before ?? "-"} → {request.After ?? "-"}";

    private static string? OwnerOf(string layer) =>
        layer.StartsWith("board ", StringComparison.Ordinal) ? layer["board ".Length..]
        : layer.IndexOf(" of ", StringComparison.Ordinal) is > 0 and var at ? layer[(at + " of ".Length)..]
        : null;

    private static bool IsShared(string file) => file.StartsWith("boards/families/", StringComparison.Ordinal) || file == LockName;

    private static bool IsOfTools(string file) => !file.StartsWith("boards/", StringComparison.Ordinal) && file != LockName;

    private static bool IsGenerated(string file) => file.Split('/') is [_, _, "generated", ..];
}
