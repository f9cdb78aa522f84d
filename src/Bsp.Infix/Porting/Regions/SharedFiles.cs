using Bsp.Build;

namespace Bsp.Infix.Porting.Regions;

/// <summary>The files of an Infix checkout that boards share, and where in them the boards' lines belong: the one table of it.</summary>
internal static class SharedFiles
{
    private const char Separator = '#';

    /// <summary>The files; <c>*</c> stands for an architecture.</summary>
    private static readonly (string Path, Place[] Places)[] Table =
    [
        ("board/*/Config.in", [
            new MarkedPlace("boards", CommentStyle.NumberSign, EntrySyntax.Lines, ListScopes.OfKconfigIf, "'if BR2_…' with its 'endif'"),
        ]),
        ("board/*/README.md", [new MarkedPlace("boards", CommentStyle.Html, EntrySyntax.Links, ListScopes.OfMarkdown, "list of boards")]),
        (".github/workflows/build-boot.yml",
        [
            new MarkedPlace(
                "matrix", CommentStyle.NumberSign, EntrySyntax.Lines, ListScopes.OfYaml("matrix", "defconfig"),
                "list 'defconfig' below 'matrix'"),
        ]),
        (".github/workflows/build-image.yml",
        [
            new MarkedPlace(
                "choices", CommentStyle.NumberSign, EntrySyntax.Lines, ListScopes.OfYaml("inputs", "board", "options"),
                "list 'options' of the input 'board'"),
            new MarkedPlace(
                "case", CommentStyle.NumberSign, EntrySyntax.CaseArms, ListScopes.OfCase(null, "case \"${{ inputs.board }}\" in"),
                "'case \"${{ inputs.board }}\" in'"),
        ]),
        ("utils/mkimage.sh", [
            new MarkedPlace(
                "case", CommentStyle.NumberSign, EntrySyntax.CaseArms, ListScopes.OfCase("get_bootloader_name()", "case "),
                "'case' in get_bootloader_name()"),
        ]),
        ("configs/*_defconfig", [new DefconfigPlace()]),
    ];

    /// <summary>The place that lines are for.</summary>
    /// <param name="name">The file, with <c>#place</c> where it has several.</param>
    /// <param name="origin">Who has the lines: begins the message.</param>
    /// <exception cref="BuildFailedException">There is no such place.</exception>
    public static SharedPlace Find(string name, string origin)
    {
        var (path, wanted) = name.Split(Separator, 2) is [var file, var place] ? (file, place) : (name, null);
        PortPath.Checked(path, origin);
        var places = Table.Where(x => Matches(x.Path, path)).Select(x => x.Places).FirstOrDefault()
            ?? throw new BuildFailedException(
                $"{origin} has lines for '{path}', and there is no rule where in it they belong; "
                + $"there is one for {string.Join(", ", Table.Select(x => x.Path))}");
        var found = wanted is null && places.Length == 1 ? places[0] : Array.Find(places, x => x.Name == wanted);
        return found is not null
            ? new(path, found)
            : throw new BuildFailedException(
                $"{origin} has lines for '{name}'; that file's places are "
                + $"{string.Join(", ", places.Select(x => path + Separator + x.Name))}");
    }

    /// <summary>Whether boards share the file.</summary>
    public static bool Has(string path) => Table.Any(x => Matches(x.Path, path));

    /// <summary>All places of a file.</summary>
    public static IEnumerable<SharedPlace> PlacesOf(string path) =>
        Table.Where(x => Matches(x.Path, path)).Take(1).SelectMany(x => x.Places).Select(x => new SharedPlace(path, x));

    /// <summary>What a file begins with that is not there yet; null where a checkout must have it.</summary>
    public static string? WhenMissing(string path) => Matches("board/*/README.md", path) ? "# Boards\n\n" : null;

    private static bool Matches(string pattern, string path)
    {
        if (pattern.Split('*') is not [var begin, var end])
            return path == pattern;
        // A board's bootloader has a defconfig of its own.
        return path.Length > begin.Length + end.Length && path.StartsWith(begin, StringComparison.Ordinal)
            && path.EndsWith(end, StringComparison.Ordinal)
            && !path[begin.Length..^end.Length].Contains('/', StringComparison.Ordinal)
            && !path.EndsWith("_boot_defconfig", StringComparison.Ordinal);
    }
}

/// <summary>A place of one file.</summary>
/// <param name="Path">The file, relative to the checkout.</param>
/// <param name="Place">The place.</param>
internal sealed record SharedPlace(string Path, Place Place)
{
    /// <summary>Its name among those of all files.</summary>
    public string Name => Path + "#" + Place.Name;
}
