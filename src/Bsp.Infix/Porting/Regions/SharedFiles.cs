using Bsp.Build;

namespace Bsp.Infix.Porting.Regions;

/// <summary>The files of an Infix checkout that boards share, and where in them the boards' lines belong: the one table of it.</summary>
internal static class SharedFiles
{
    private const char Separator = '#';

    /// <summary>The files; <c>*</c> stands for an architecture.</summary>
    private static readonly (string Path, Region[] Regions)[] Table =
    [
        ("board/*/Config.in", [
            new MarkedRegion("boards", CommentStyle.NumberSign, EntrySyntax.Lines, ListScopes.OfKconfigIf, "'if BR2_…' with its 'endif'"),
        ]),
        ("board/*/README.md", [new MarkedRegion("boards", CommentStyle.Html, EntrySyntax.Links, ListScopes.OfMarkdown, "list of boards")]),
        (".github/workflows/build-boot.yml",
        [
            new MarkedRegion(
                "matrix", CommentStyle.NumberSign, EntrySyntax.Lines, ListScopes.OfYaml("matrix", "defconfig"),
                "list 'defconfig' below 'matrix'"),
        ]),
        (".github/workflows/build-image.yml",
        [
            new MarkedRegion(
                "choices", CommentStyle.NumberSign, EntrySyntax.Lines, ListScopes.OfYaml("inputs", "board", "options"),
                "list 'options' of the input 'board'"),
            new MarkedRegion(
                "case", CommentStyle.NumberSign, EntrySyntax.CaseArms, ListScopes.OfCase(null, "case \"${{ inputs.board }}\" in"),
                "'case \"${{ inputs.board }}\" in'"),
        ]),
        ("utils/mkimage.sh", [
            new MarkedRegion(
                "case", CommentStyle.NumberSign, EntrySyntax.CaseArms, ListScopes.OfCase("get_bootloader_name()", "case "),
                "'case' in get_bootloader_name()"),
        ]),
        ("configs/*_defconfig", [new DefconfigRegion()]),
    ];

    /// <summary>The region that lines are for.</summary>
    /// <param name="name">The file, with <c>#region</c> where it has several.</param>
    /// <param name="origin">Who has the lines: begins the message.</param>
    /// <exception cref="BuildFailedException">There is no such region.</exception>
    public static SharedRegion Find(string name, string origin)
    {
        var (path, wanted) = name.Split(Separator, 2) is [var file, var region] ? (file, region) : (name, null);
        PortPath.Validate(path, origin);
        var regions = Table.Where(x => Matches(x.Path, path)).Select(x => x.Regions).FirstOrDefault()
            ?? throw new BuildFailedException(
                $"{origin} has lines for '{path}', and there is no rule where in it they belong; "
                + $"there is one for {string.Join(", ", Table.Select(x => x.Path))}");
        var found = wanted is null && regions.Length == 1 ? regions[0] : Array.Find(regions, x => x.Name == wanted);
        return found is not null
            ? new(path, found)
            : throw new BuildFailedException(
                $"{origin} has lines for '{name}'; that file's regions are "
                + $"{string.Join(", ", regions.Select(x => path + Separator + x.Name))}");
    }

    /// <summary>Whether boards share the file.</summary>
    public static bool Has(string path) => Table.Any(x => Matches(x.Path, path));

    /// <summary>All regions of a file.</summary>
    public static IEnumerable<SharedRegion> RegionsOf(string path) =>
        Table.Where(x => Matches(x.Path, path)).Take(1).SelectMany(x => x.Regions).Select(x => new SharedRegion(path, x));

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

/// <summary>A region of one file.</summary>
/// <param name="Path">The file, relative to the checkout.</param>
/// <param name="Region">The region.</param>
internal sealed record SharedRegion(string Path, Region Region)
{
    /// <summary>Its name among those of all files.</summary>
    public string Name => Path + "#" + Region.Name;
}
