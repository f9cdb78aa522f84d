namespace Bsp.Build.Sources;

/// <summary>What a lock file has to keep to, besides being JSON of the right shape.</summary>
internal static class LockFileRules
{
    /// <exception cref="BuildFailedException">A rule is broken; the message has the line.</exception>
    public static void Check(LockFile file, string text, string path, string schema)
    {
        void Fail(string value, string message) =>
            throw new BuildFailedException($"{path}:{LineOf(text, value)}: {message}");

        if (file.Schema != schema)
            Fail(file.Schema, $"the schema is '{file.Schema}', this build reads '{schema}'");
        foreach (var twice in file.Sources.GroupBy(source => source.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            Fail(twice.Key, $"the source '{twice.Key}' is listed twice");
        foreach (var source in file.Sources)
        {
            foreach (var twice in source.Files().GroupBy(locked => locked.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
                Fail(twice.Key, $"the file '{twice.Key}' is in the source '{source.Name}' twice");
            foreach (var locked in source.Files())
                CheckFile(locked, Fail);
        }
    }

    private static void CheckFile(LockedFile locked, Action<string, string> fail)
    {
        if (locked.Sha256.Length != 64 || !locked.Sha256.All(char.IsAsciiHexDigitLower))
            fail(locked.Sha256, $"the sha256 of '{locked.Name}' is '{locked.Sha256}', not 64 lower-case hexadecimal digits");
        if (locked.Size <= 0)
            fail(locked.Name, $"the size of '{locked.Name}' is {locked.Size}");
        if (locked.Name != Path.GetFileName(locked.Name) || locked.Name is "" or "." or "..")
            fail(locked.Name, $"the file name '{locked.Name}' is a path");
        if ((locked.Path is null) == (locked.Url is null))
            fail(locked.Name, $"'{locked.Name}' needs either a 'path' in Debian's archive or a 'url'");
        if (locked.Path is { } inArchive && (inArchive.StartsWith('/') || inArchive.Split('/').Contains("..")))
            fail(inArchive, $"the path '{inArchive}' leaves the archive");
    }

    private static int LineOf(string text, string value)
    {
        var at = text.IndexOf('"' + value + '"', StringComparison.Ordinal);
        return at < 0 ? 1 : text.AsSpan(0, at).Count('\n') + 1;
    }
}
