namespace Bsp.Kconfig.Parsing.Files;

/// <summary>Patterns for names of files, as Python's <c>glob</c> has them: <c>*</c>, <c>?</c>, <c>[abc]</c>, <c>[!abc]</c>.</summary>
internal static class FilePattern
{
    /// <summary>Whether a name is a pattern.</summary>
    public static bool IsOne(string name) => name.AsSpan().ContainsAny('*', '?', '[');

    /// <summary>Whether a path matches a pattern, folder by folder.</summary>
    public static bool Matches(string pattern, string path)
    {
        var (wanted, parts) = (pattern.Split('/'), path.Split('/'));
        return wanted.Length == parts.Length && wanted.Zip(parts).All(pair => MatchesName(pair.First, pair.Second));
    }

    /// <summary>The files that match a pattern.</summary>
    /// <param name="directory">The directory that a relative pattern begins in.</param>
    /// <param name="pattern">The pattern.</param>
    /// <returns>Their paths, in no order.</returns>
    public static IEnumerable<string> Find(string directory, string pattern)
    {
        IEnumerable<string> found = [pattern.StartsWith('/') ? "/" : ""];
        var parts = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts[..^1])
            found = found.SelectMany(path => Next(directory, path, part, isFolder: true).Select(name => name + "/"));
        return found.SelectMany(path => Next(directory, path, parts[^1], isFolder: false));
    }

    private static IEnumerable<string> Next(string directory, string path, string part, bool isFolder)
    {
        var folder = Path.Combine(directory, path);
        if (!IsOne(part))
            return Exists(Path.Combine(folder, part), isFolder) ? [path + part] : [];
        if (!Directory.Exists(folder))
            return [];
        return new DirectoryInfo(folder).EnumerateFileSystemInfos()
            .Select(found => found.Name)
            .Where(name => MatchesName(part, name) && Exists(Path.Combine(folder, name), isFolder))
            .Select(name => path + name);
    }

    private static bool Exists(string path, bool isFolder) => isFolder ? Directory.Exists(path) : File.Exists(path);

    // What is hidden is only found by a pattern that begins with a dot, too.
    private static bool MatchesName(string pattern, string name) =>
        (!name.StartsWith('.') || pattern.StartsWith('.')) && MatchesFrom(pattern, 0, name, 0);

    private static bool MatchesFrom(string pattern, int at, string name, int position)
    {
        // Where the last * stands, and how much of the name it covers so far.
        var (star, covered) = (-1, 0);
        while (position < name.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, covered) = (at++, position);
            }
            else if (at < pattern.Length && MatchesCharacter(pattern, ref at, name[position]))
            {
                position++;
            }
            else if (star >= 0)
            {
                (at, position) = (star + 1, ++covered);
            }
            else
            {
                return false;
            }
        }

        return pattern[at..].All(character => character == '*');
    }

    // Moves on only where it matches.
    private static bool MatchesCharacter(string pattern, ref int at, char character)
    {
        var (first, end) = (at + 1, at);
        if (pattern[at] == '[')
        {
            // A bracket that comes first is one of the set.
            var isNegated = first < pattern.Length && pattern[first] == '!';
            first += isNegated ? 1 : 0;
            end = first + 1 <= pattern.Length ? pattern.IndexOf(']', Math.Min(first + 1, pattern.Length)) : -1;
            if (end >= 0)
            {
                if (IsInSet(pattern.AsSpan(first, end - first), character) == isNegated)
                    return false;
                at = end + 1;
                return true;
            }
        }

        if (pattern[at] != '?' && pattern[at] != character)
            return false;
        at++;
        return true;
    }

    private static bool IsInSet(ReadOnlySpan<char> set, char character)
    {
        for (var i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                if (character >= set[i] && character <= set[i + 2])
                    return true;
                i += 2;
            }
            else if (set[i] == character)
            {
                return true;
            }
        }

        return false;
    }
}
