using Bsp.Artifacts;
using Bsp.Review.Changes;
using Bsp.Review.Revisions;

namespace Bsp.Review.Pages;

/// <summary>Where a change is in the committed artifacts, which a pull request shows.</summary>
internal static class GeneratedLines
{
    /// <summary>The file, relative to the repository, and the line from 1; null where no artifact has it.</summary>
    public static (string File, int Line)? Find(BoardReview board, Change change)
    {
        // What is gone is on a line that is there no more.
        if ((board.After ?? board.Before) is not { } artifacts)
            return null;
        return Candidates(artifacts, change).Select(path => (Path: path, Line: LineOf(artifacts.Files[path], change)))
            .Where(place => place.Line > 0)
            .Select(place => ((string, int)?)($"boards/{artifacts.Board}/generated/{artifacts.Distribution}/{place.Path}", place.Line))
            .FirstOrDefault();
    }

    private static IEnumerable<string> Candidates(BoardArtifacts artifacts, Change change)
    {
        if (artifacts.Files.ContainsKey(change.Subject))
            return [change.Subject];
        bool Ends(string path, params string[] endings) => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal));
        return artifacts.Files.Keys.Order(StringComparer.Ordinal).Where(path => change.Aspect switch
        {
            Aspect.Disk => Ends(path, BoardArtifacts.DiskFiles),
            Aspect.Kernel when change.Subject.StartsWith("CONFIG_", StringComparison.Ordinal) => path == ArtifactNames.LinuxDefconfig,
            Aspect.Boot when change.Subject.StartsWith("CONFIG_", StringComparison.Ordinal) => Ends(path, ".config"),
            Aspect.Boot when change.Subject.StartsWith("BR2_", StringComparison.Ordinal) => Ends(path, "_defconfig"),
            Aspect.DeviceTree => Ends(path, ".dts", ".dtso"),
            _ => path == ArtifactNames.BoardJson,
        });
    }

    private static int LineOf(string text, Change change)
    {
        // The word that the line has: a symbol, a partition's name, the last part of a member.
        var subject = change.Subject.Split(' ')[0];
        var word = change.Aspect == Aspect.Disk && change.Subject.Split(' ', ':') is [_, var name, ..] ? name
            : subject.StartsWith("CONFIG_", StringComparison.Ordinal) || subject.StartsWith("BR2_", StringComparison.Ordinal) ? subject
            : change.Aspect == Aspect.DeviceTree ? change.Subject.Split(' ')[^1]
            : $"\"{subject.Split('.')[^1]}\"";
        var lines = text.Split('\n');
        var found = Array.FindIndex(lines, line => Has(line, word));
        return found >= 0 ? found + 1 : change.Aspect is Aspect.Userland or Aspect.Build ? 1 : 0;
    }

    private static bool Has(string line, string word)
    {
        var at = line.IndexOf(word, StringComparison.Ordinal);
        var end = at + word.Length;
        return at >= 0 && (end == line.Length || !(char.IsAsciiLetterOrDigit(line[end]) || line[end] == '_'));
    }
}
