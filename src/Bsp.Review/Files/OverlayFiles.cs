using Bsp.Review.Changes;
using Bsp.Review.Revisions;

namespace Bsp.Review.Files;

/// <summary>Hand-written files that go into a root filesystem as they are.</summary>
internal static class OverlayFiles
{
    // Who can log in, and by what.
    private static readonly string[] Logins =
    [
        "/etc/shadow", "/etc/passwd", "/etc/group", "/etc/shells", "/usr/share/bsp/factory-password",
    ];

    /// <summary>Those of a board that differ.</summary>
    /// <param name="board">The board.</param>
    /// <param name="files">The files of the repository that differ.</param>
    public static IEnumerable<Change> Of(BoardArtifacts board, IReadOnlyList<ChangedFile> files)
    {
        var shared = (string?)board.Record?["distribution"]?["folder"] is { } folder ? $"boards/families/{folder}/" : null;
        var own = $"boards/{board.Board}/";
        foreach (var file in files.Where(file => !IsSource(file.Path)))
        {
            if (shared is not null && file.Path.StartsWith(shared, StringComparison.Ordinal))
                yield return Of(file, file.Path[shared.Length..]);
            else if (file.Path.StartsWith(own, StringComparison.Ordinal))
                yield return Of(file, file.Path[own.Length..]);
        }
    }

    private static Change Of(ChangedFile file, string path)
    {
        var subject = path.StartsWith("rootfs/", StringComparison.Ordinal) ? path["rootfs".Length..] : path;
        var change = new Change(ChangeRules.UserlandFile, subject)
        {
            Before = file.WasThere ? "there" : null,
            After = file.IsThere ? file.WasThere ? "with other content" : "there" : null,
        };
        return Logins.Contains(subject) ? change with { Attention = Attention.Error, Meaning = "who can log in, and by what" } : change;
    }

    private static bool IsSource(string path) =>
        Path.GetExtension(path) is ".cs" or ".md" || path.Split('/') is [_, _, "generated", ..];
}
