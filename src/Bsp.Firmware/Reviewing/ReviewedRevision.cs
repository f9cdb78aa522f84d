using System.Security.Cryptography;
using System.Text;
using Bsp.Build;
using Bsp.Build.Sources;
using Bsp.Firmware.Boards;
using Bsp.Model;
using Bsp.Review.Revisions;

namespace Bsp.Firmware.Reviewing;

/// <summary>A side of a review, with what of its files the review needs to say where changes come from.</summary>
/// <param name="Revision">The boards.</param>
/// <param name="Files">What is under <c>boards/</c>, and the lock file: each with the hash of its content, as git has it.</param>
public sealed record ReviewedRevision(Revision Revision, IReadOnlyDictionary<string, string> Files)
{
    private const string Folder = "boards";
    private const string Generated = "generated";

    /// <summary>A commit, from its committed artifacts.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="revision">What it was called.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<ReviewedRevision> OfCommitAsync(GitObjects git, string revision, string commit, CancellationToken cancel)
    {
        var files = await git.FilesAsync(commit, cancel, Folder, LockFile.FileName).ConfigureAwait(false);
        // A link leads to a file of whoever reviews.
        var wanted = files.Where(file => !file.Value.IsLink && (IsGenerated(file.Key) || file.Key == LockFile.FileName)).ToList();
        var contents = await git.ReadAsync(wanted.Select(file => file.Value), cancel).ConfigureAwait(false);
        var texts = wanted.ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(contents[file.Value.Id]), StringComparer.Ordinal);
        var name = revision == commit ? commit[..12] : $"{revision} ({commit[..12]})";
        return new(
            new(name, Boards(texts)) { Lock = texts.GetValueOrDefault(LockFile.FileName) },
            files.ToDictionary(file => file.Key, file => file.Value.Id, StringComparer.Ordinal));
    }

    /// <summary>The working tree, from its compiled records.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="boards">The boards as compiled.</param>
    public static ReviewedRevision OfWorkingTree(string root, IReadOnlyList<GeneratedBoard> boards) => new(
        new("the working tree",
        [
            .. boards.Select(board => new BoardArtifacts(
                board.Board.Id, board.Distribution.Id,
                board.Files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal))),
        ])
        {
            Lock = ReadLock(root),
            Evaluation = "compiled from the records",
            Stale = [.. new GeneratedFolders(root).Compare(boards).Select(file => file.Path.Replace('\\', '/'))],
        },
        WorkingFiles(root));

    /// <summary>The working tree, from its committed artifacts, where its records do not compile.</summary>
    /// <param name="root">The repository.</param>
    public static ReviewedRevision OfWorkingTreeAsCommitted(string root)
    {
        var files = WorkingFiles(root);
        var texts = files.Keys.Where(IsGenerated).ToDictionary(path => path, path => File.ReadAllText(Path.Combine(root, path)), StringComparer.Ordinal);
        return new(
            new("the working tree", Boards(texts)) { Lock = ReadLock(root), Evaluation = "the artifacts in it, as its records do not compile" }, files);
    }

    /// <summary>The files that differ between two revisions.</summary>
    public static IReadOnlyList<string> Differences(ReviewedRevision before, ReviewedRevision after) =>
    [
        .. before.Files.Keys.Union(after.Files.Keys)
            .Where(path => before.Files.GetValueOrDefault(path) != after.Files.GetValueOrDefault(path))
            .Order(StringComparer.Ordinal),
    ];

    private static List<BoardArtifacts> Boards(Dictionary<string, string> texts) =>
    [
        .. texts.Where(file => IsGenerated(file.Key))
            .Select(file => (Parts: file.Key.Split('/', 5), Text: file.Value))
            .Where(file => file.Parts.Length == 5)
            .GroupBy(file => (Board: file.Parts[1], Distribution: file.Parts[3]))
            .OrderBy(group => group.Key.Board, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Distribution, StringComparer.Ordinal)
            .Select(group => new BoardArtifacts(
                group.Key.Board, group.Key.Distribution,
                group.ToDictionary(file => file.Parts[4], file => file.Text, StringComparer.Ordinal))),
    ];

    private static bool IsGenerated(string path) => path.Split('/') is [Folder, _, Generated, ..];

    private static string? ReadLock(string root) =>
        File.Exists(Path.Combine(root, LockFile.FileName)) ? File.ReadAllText(Path.Combine(root, LockFile.FileName)) : null;

    private static Dictionary<string, string> WorkingFiles(string root) =>
        Directory.EnumerateFiles(Path.Combine(root, Folder), "*", SearchOption.AllDirectories)
            .Append(Path.Combine(root, LockFile.FileName))
            .Where(file => File.Exists(file) && File.ResolveLinkTarget(file, returnFinalTarget: false) is null)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(path => path.Split('/') is not [Folder, "bin" or "obj", ..])
            .ToDictionary(path => path, path => BlobId(File.ReadAllBytes(Path.Combine(root, path))), StringComparer.Ordinal);

    // git's name of a content: the hash of a header and the content (gitformat-pack(5), gitcore-tutorial(7)).
#pragma warning disable CA5350 // It is git that chose SHA-1, and nothing is trusted for it.
    private static string BlobId(byte[] content) => Convert.ToHexStringLower(
        SHA1.HashData([.. Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"blob {content.Length}\0")), .. content]));
#pragma warning restore CA5350
}
