using Bsp.Build;
using Bsp.Model;

namespace Bsp.Firmware.Boards;

/// <summary>
/// The committed artifacts, <c>boards/&lt;board&gt;/generated/&lt;distribution&gt;/</c>: exactly what the generator wrote when
/// the boards were compiled.
/// </summary>
/// <param name="root">The repository.</param>
public sealed class GeneratedFolders(string root)
{
    /// <summary>Writes what has changed and removes what is no longer generated; returns the paths, relative to the repository.</summary>
    public IReadOnlyList<string> Write(IEnumerable<GeneratedBoard> boards)
    {
        var changed = new List<string>();
        foreach (var stale in Compare(boards))
        {
            var path = Path.Combine(root, stale.Path);
            if (stale.Generated is null)
            {
                File.Delete(path);
                RemoveEmpty(Path.GetDirectoryName(path)!);
            }
            else
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, stale.Generated);
            }

            changed.Add(stale.Path);
        }

        return changed;
    }

    /// <summary>The files that differ from what is generated, with a unified diff each; empty when all is fresh.</summary>
    public IReadOnlyList<StaleFile> Compare(IEnumerable<GeneratedBoard> boards)
    {
        var stale = new List<StaleFile>();
        foreach (var board in boards)
        {
            var folder = Path.Combine("boards", Ids.Validate(board.Board.Id), "generated", Ids.Validate(board.Distribution.Id));
            var expected = board.Files.ToDictionary(x => Path.Combine(folder, x.Path), x => x.Text, StringComparer.Ordinal);
            foreach (var (path, text) in expected)
            {
                var full = Path.Combine(root, path);
                var committed = File.Exists(full) ? File.ReadAllText(full) : null;
                if (committed != text)
                    stale.Add(new(path, committed, text));
            }

            stale.AddRange(
                Files(folder).Where(x => !expected.ContainsKey(x))
                    .Select(x => new StaleFile(x, File.ReadAllText(Path.Combine(root, x)), null)));
        }

        return [.. stale.OrderBy(x => x.Path, StringComparer.Ordinal)];
    }

    /// <summary>Folders of artifacts that no board owns: of a board or a distribution that is gone.</summary>
    public IReadOnlyList<string> Orphans(IEnumerable<GeneratedBoard> all)
    {
        var owned = all.Select(x => Path.Combine("boards", x.Board.Id, "generated", x.Distribution.Id)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Directory.GetDirectories(Path.Combine(root, "boards"), "generated", SearchOption.AllDirectories)
                .SelectMany(Directory.GetDirectories)
                .Select(x => Path.GetRelativePath(root, x))
                .Where(x => x.Split('/').Length == 4 && !owned.Contains(x))
                .Order(StringComparer.Ordinal),
        ];
    }

    private IEnumerable<string> Files(string folder) =>
        Directory.Exists(Path.Combine(root, folder))
            ? Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories)
                .Select(x => Path.GetRelativePath(root, x))
            : [];

    private static void RemoveEmpty(string folder)
    {
        while (!Directory.EnumerateFileSystemEntries(folder).Any() && Path.GetFileName(folder) != "generated")
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder)!;
        }
    }
}

/// <summary>A committed artifact that is not what is generated.</summary>
/// <param name="Path">Relative to the repository.</param>
/// <param name="Committed">What is there, or null when there is no file.</param>
/// <param name="Generated">What should be there, or null when nothing should.</param>
public sealed record StaleFile(string Path, string? Committed, string? Generated)
{
    /// <summary>From the committed to the generated text, with three lines around each change.</summary>
    public string Diff => UnifiedDiff.Create(Path, Committed, Generated);
}
