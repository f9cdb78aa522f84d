using System.Globalization;
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
/// <param name="Files">All that firmware is built from, by path: each with the hash of its content, as git has it.</param>
/// <param name="Sources">The C# files of the boards and their layers, by path.</param>
public sealed record ReviewedRevision(
    Revision Revision, IReadOnlyDictionary<string, string> Files, IReadOnlyDictionary<string, string> Sources)
{
    private const string Folder = "boards";
    private const string Generated = "generated";

    // What decides about firmware: the boards, the tools that make it of them, and the pinned sources.
    private static readonly string[] Roots =
    [
        Folder, "build", "generators", "src", LockFile.FileName, "build.sh", "global.json", "Directory.Build.props",
        "Directory.Packages.props",
    ];

    /// <summary>A commit, from its committed artifacts.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="revision">What it was called.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<ReviewedRevision> OfCommitAsync(GitObjects git, string revision, string commit, CancellationToken cancel)
    {
        var files = await git.FilesAsync(commit, cancel, Roots).ConfigureAwait(false);
        // A link leads to a file of whoever reviews.
        var wanted = files.Where(file => !file.Value.IsLink && IsRead(file.Key)).ToList();
        var contents = await git.ReadAsync(wanted.Select(file => file.Value), cancel).ConfigureAwait(false);
        var texts = wanted.ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(contents[file.Value.Id]), StringComparer.Ordinal);
        var name = revision == commit ? commit[..12] : $"{revision} ({commit[..12]})";
        var ids = files.Where(file => !file.Value.IsLink)
            .ToDictionary(file => file.Key, file => Entry(file.Value.Id, file.Value.IsExecutable), StringComparer.Ordinal);
        var side = new Revision(name, Boards(texts)) { Lock = texts.GetValueOrDefault(LockFile.FileName), Hash = HashOf(ids) };
        return new(side, ids, RecordsOf(texts));
    }

    /// <summary>The hash of all that a tree's firmware is built from, as a review of it says.</summary>
    /// <param name="root">The repository.</param>
    public static string HashOfWorkingTree(string root) => HashOf(WorkingFiles(root));

    /// <summary>The working tree, from its compiled records.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="boards">The boards as compiled.</param>
    public static ReviewedRevision OfWorkingTree(string root, IReadOnlyList<GeneratedBoard> boards)
    {
        var files = WorkingFiles(root);
        return new(
            new("the working tree",
            [
                .. boards.Select(board => new BoardArtifacts(
                    board.Board.Id, board.Distribution.Id,
                    board.Files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal))),
            ])
            {
                Lock = ReadLock(root),
                Hash = HashOf(files),
                Evaluation = "compiled from the records",
                Stale = [.. new GeneratedFolders(root).Compare(boards).Select(file => file.Path.Replace('\\', '/'))],
            },
            files, SourcesIn(root, files));
    }

    /// <summary>The working tree, from its committed artifacts, where its records do not compile.</summary>
    /// <param name="root">The repository.</param>
    public static ReviewedRevision OfWorkingTreeAsCommitted(string root)
    {
        var files = WorkingFiles(root);
        var texts = files.Keys.Where(IsGenerated)
            .ToDictionary(path => path, path => File.ReadAllText(Path.Combine(root, path)), StringComparer.Ordinal);
        return new(
            new("the working tree", Boards(texts))
            {
                Lock = ReadLock(root), Hash = HashOf(files), Evaluation = "the artifacts in it, as its records do not compile",
            },
            files, SourcesIn(root, files));
    }

    /// <summary>The files that differ between two revisions; of those that are generated, the review reads the content.</summary>
    public static IReadOnlyList<ChangedFile> Differences(ReviewedRevision before, ReviewedRevision after) =>
    [
        .. before.Files.Keys.Union(after.Files.Keys)
            .Where(path => before.Files.GetValueOrDefault(path) != after.Files.GetValueOrDefault(path) && !IsGenerated(path))
            .Order(StringComparer.Ordinal)
            .Select(path => new ChangedFile(path, before.Files.ContainsKey(path), after.Files.ContainsKey(path))),
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

    private static Dictionary<string, string> SourcesIn(string root, Dictionary<string, string> files) =>
        files.Keys.Where(IsRecord).ToDictionary(path => path, path => File.ReadAllText(Path.Combine(root, path)), StringComparer.Ordinal);

    private static Dictionary<string, string> RecordsOf(Dictionary<string, string> texts) =>
        texts.Where(file => IsRecord(file.Key)).ToDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal);

    private static bool IsRead(string path) => IsGenerated(path) || IsRecord(path) || path == LockFile.FileName;

    private static bool IsRecord(string path) =>
        path.StartsWith(Folder + "/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal);

    private static bool IsGenerated(string path) => path.Split('/') is [Folder, _, Generated, ..];

    private static string? ReadLock(string root) =>
        File.Exists(Path.Combine(root, LockFile.FileName)) ? File.ReadAllText(Path.Combine(root, LockFile.FileName)) : null;

    private static Dictionary<string, string> WorkingFiles(string root) =>
        Roots.Select(name => Path.Combine(root, name))
            .SelectMany(path => File.Exists(path) ? [path] : Directory.Exists(path) ? FilesIn(path) : [])
            .ToDictionary(
                path => Path.GetRelativePath(root, path).Replace('\\', '/'),
                path => Entry(BlobId(File.ReadAllBytes(path)), File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute)),
                StringComparer.Ordinal);

    // Not what a project builds, and no link, which leads to a file of whoever reviews.
    private static IEnumerable<string> FilesIn(string folder)
    {
        var isProject = Directory.EnumerateFiles(folder, "*.csproj").Any();
        return Directory.EnumerateFiles(folder).Where(file => File.ResolveLinkTarget(file, returnFinalTarget: false) is null)
            .Concat(
                Directory.EnumerateDirectories(folder)
                    .Where(inner => !(isProject && Path.GetFileName(inner) is ("bin" or "obj"))
                        && Directory.ResolveLinkTarget(inner, returnFinalTarget: false) is null)
                    .SelectMany(FilesIn));
    }

    private static string Entry(string id, bool isExecutable) => isExecutable ? id + " executable" : id;

    private static string HashOf(Dictionary<string, string> files)
    {
        var entries = files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Key}\0{file.Value}\0");
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(entries))));
    }

    // git's name of a content: the hash of a header and the content (gitformat-pack(5), gitcore-tutorial(7)).
#pragma warning disable CA5350 // It is git that chose SHA-1, and nothing is trusted for it.
    private static string BlobId(byte[] content)
    {
        var header = string.Create(CultureInfo.InvariantCulture, $"blob {content.Length}\0");
        return Convert.ToHexStringLower(SHA1.HashData([.. Encoding.ASCII.GetBytes(header), .. content]));
    }
#pragma warning restore CA5350
}
