namespace Bsp.Review.Files;

/// <summary>The lines that only one of two texts has, wherever they are in it.</summary>
/// <param name="Removed">Those of the text before.</param>
/// <param name="Added">Those of the text after.</param>
internal sealed record LineDifference(IReadOnlyList<string> Removed, IReadOnlyList<string> Added)
{
    /// <summary>Compares two texts.</summary>
    public static LineDifference Between(string before, string after)
    {
        var counts = before.Split('\n').CountBy(line => line, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var added = new List<string>();
        foreach (var line in after.Split('\n'))
        {
            if (counts.GetValueOrDefault(line) is > 0 and var count)
                counts[line] = count - 1;
            else
                added.Add(line);
        }

        return new([.. counts.SelectMany(line => Enumerable.Repeat(line.Key, line.Value))], added);
    }

    /// <summary>Lines in short: one as it is, more by their number; null for none.</summary>
    /// <param name="lines">These lines.</param>
    public string? Brief(IReadOnlyList<string> lines) => lines.Count == 0 ? null
        : Removed.Count <= 1 && Added.Count <= 1 && !Removed.Concat(Added).Any(Secrets.IsIn) ? lines[0].Trim()
        : Quantity.Count(lines.Count, "line");
}
