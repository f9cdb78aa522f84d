using System.Globalization;
using System.Text;

namespace Bsp.Review.Files;

/// <summary>
/// Values that other parts of a review show as changed, so that a file in which nothing but these differs says nothing new.
/// </summary>
internal sealed class ShownValues
{
    private readonly List<string> _before = [];
    private readonly List<string> _after = [];
    private readonly HashSet<string> _lone = new(StringComparer.Ordinal);

    /// <summary>Adds a value that differs; null where a side has none.</summary>
    public void Add(string? before, string? after)
    {
        _before.AddRange(Spellings(before));
        _after.AddRange(Spellings(after));
        if (before is null || after is null)
            _lone.UnionWith(Spellings(before ?? after));
    }

    /// <summary>Whether these values are all that differs.</summary>
    public bool Explain(LineDifference lines) =>
        _before.Count + _after.Count > 0 && IsSame(Rest(lines.Removed, _before), Rest(lines.Added, _after));

    // A value that one side has and the other has not may have a line of its own.
    private static bool IsSame(IReadOnlyList<(string Text, bool IsLone)> before, IReadOnlyList<(string Text, bool IsLone)> after)
    {
        var left = after.ToList();
        foreach (var line in before)
        {
            var same = left.FindIndex(other => other.Text == line.Text);
            if (same >= 0)
                left.RemoveAt(same);
            else if (!line.IsLone)
                return false;
        }

        return left.TrueForAll(line => line.IsLone);
    }

    // A list has its items, and scripts have numbers as hexadecimal ones.
    private static IEnumerable<string> Spellings(string? value) => (value ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(item => long.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new[] { item, string.Create(CultureInfo.InvariantCulture, $"0x{number:x}") }
            : [item, item.ToUpperInvariant().Replace('-', '_')]);

    private IReadOnlyList<(string Text, bool IsLone)> Rest(IReadOnlyList<string> lines, List<string> values)
    {
        var longest = values.Distinct().OrderByDescending(value => value.Length).ToList();
        return
        [
            .. lines.Select(line => (Text: Bare(longest.Aggregate(line, Without)), IsLone: longest.Any(value => IsLoneIn(line, value))))
                .Where(line => line.Text.Length > 0),
        ];
    }

    private bool IsLoneIn(string line, string value) => _lone.Contains(value) && Without(line, value) != line;

    private static string Without(string line, string value)
    {
        for (var at = line.IndexOf(value, StringComparison.Ordinal); at >= 0; at = line.IndexOf(value, at, StringComparison.Ordinal))
        {
            var end = at + value.Length;
            var isWord = (at == 0 || !char.IsAsciiLetterOrDigit(line[at - 1]))
                && (end == line.Length || !char.IsAsciiLetterOrDigit(line[end]));
            if (isWord)
                line = line.Remove(at, value.Length);
            else
                at++;
            if (at >= line.Length)
                break;
        }

        return line;
    }

    // A word that is quoted, or has blanks around it, leaves these.
    private static string Bare(string line)
    {
        var bare = new StringBuilder();
        foreach (var c in line)
        {
            if (c is not (' ' or '\t' or '\'' or '"'))
                bare.Append(c);
        }

        return bare.ToString();
    }
}
