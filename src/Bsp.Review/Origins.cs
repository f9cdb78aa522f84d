using System.Text.RegularExpressions;
using Bsp.Review.Changes;
using Bsp.Review.Revisions;

namespace Bsp.Review;

/// <summary>Says where in the records a symbol is asked for.</summary>
/// <param name="sources">The C# files of the boards and their layers, by path.</param>
/// <param name="changed">The files that the change touches; a symbol that several files name is from one of these.</param>
internal sealed partial class Origins(IReadOnlyDictionary<string, string> sources, IReadOnlyList<ChangedFile> changed)
{
    private const string BoardLayer = "board ";

    private readonly HashSet<string> _changed = changed.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
    private readonly Lazy<ILookup<string, (string File, int Line)>> _words = new(() => WordsOf(sources));

    /// <summary>The change with its place; without one where none or several are possible.</summary>
    public Change Locate(Change change)
    {
        if (change.Layer is not { } layer || !change.Subject.StartsWith("CONFIG_", StringComparison.Ordinal))
            return change;
        var owner = layer.StartsWith(BoardLayer, StringComparison.Ordinal) ? layer[BoardLayer.Length..] : null;
        var places = _words.Value[change.Subject["CONFIG_".Length..]]
            .Where(place => owner is null
                ? place.File.StartsWith("boards/families/", StringComparison.Ordinal)
                : place.File.StartsWith($"boards/{owner}/", StringComparison.Ordinal))
            .ToList();
        if (places.Count > 1 && places.Where(place => _changed.Contains(place.File)).ToList() is { Count: > 0 } touched)
            places = touched;
        return places is [var (file, line)] ? change with { Origin = $"{file}:{line}" } : change;
    }

    private static ILookup<string, (string File, int Line)> WordsOf(IReadOnlyDictionary<string, string> sources) =>
        sources.OrderBy(source => source.Key, StringComparer.Ordinal)
            .SelectMany(source => source.Value.Split('\n').SelectMany((line, number) =>
                Word().Matches(line).Select(match => (Word: match.Groups[1].Value, Place: (source.Key, number + 1)))))
            .ToLookup(entry => entry.Word, entry => entry.Place, StringComparer.Ordinal);

    [GeneratedRegex("\"([A-Z0-9_]+)\"")]
    private static partial Regex Word();
}
