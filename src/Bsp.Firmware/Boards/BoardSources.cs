using System.Text.RegularExpressions;

namespace Bsp.Firmware.Boards;

/// <summary>Which files a board's record is made from: its own, and those of the layers that it names.</summary>
/// <remarks>
/// They are found by the names of types, without compiling: what does not compile has findings too. A name that means something
/// else somewhere makes it a file too many, never one too few.
/// </remarks>
public static partial class BoardSources
{
    private const string Folder = "boards";

    /// <summary>Whether something in a file is of concern to one of the boards.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="boards">Their ids.</param>
    /// <returns>
    /// A predicate of paths relative to the repository, with forward slashes. Only other boards' files and layers that none of
    /// these names are of none; what lies elsewhere, or nowhere, is everybody's.
    /// </returns>
    public static Func<string, bool> ConcernOf(string root, IEnumerable<string> boards)
    {
        var files = Read(root);
        var others = files.Keys.Except(UsedBy(files, boards)).ToHashSet(StringComparer.Ordinal);
        return path => !others.Contains(path);
    }

    private static HashSet<string> UsedBy(Dictionary<string, string> files, IEnumerable<string> boards)
    {
        var declaring = files.SelectMany(x => Declaration().Matches(x.Value).Select(y => (Name: y.Groups["name"].Value, File: x.Key)))
            .ToLookup(x => x.Name, x => x.File, StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        // Boards do not name the distributions that take them.
        var open = new Stack<string>(
            files.Where(x => boards.Any(y => x.Key.StartsWith($"{Folder}/{y}/", StringComparison.Ordinal))
                || x.Value.Contains("[Distribution]", StringComparison.Ordinal))
                .Select(x => x.Key));
        while (open.TryPop(out var file))
        {
            if (!used.Add(file))
                continue;
            foreach (var name in Word().Matches(files[file]).Select(x => x.Value).Distinct(StringComparer.Ordinal))
            {
                foreach (var declared in declaring[name])
                    open.Push(declared);
            }
        }

        return used;
    }

    private static Dictionary<string, string> Read(string root) =>
        Directory.EnumerateFiles(Path.Combine(root, Folder), "*.cs", SearchOption.AllDirectories)
            .Select(x => (Full: x, Path: Path.GetRelativePath(root, x).Replace('\\', '/')))
            .Where(x => x.Path.Split('/')[1] is not ("bin" or "obj"))
            .ToDictionary(x => x.Path, x => Comment().Replace(File.ReadAllText(x.Full), ""), StringComparer.Ordinal);

    // What is said about another file uses nothing of it.
    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"^\s*(?:(?:public|internal|static|sealed|abstract|partial|readonly|file)\s+)*"
        + @"(?:class|record|struct|enum|interface)\s+(?:class\s+|struct\s+)?(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b[A-Za-z_]\w*")]
    private static partial Regex Word();
}
