namespace Bsp.Build;

/// <summary>How many letters must be added, removed or replaced to make one name of another (Levenshtein).</summary>
internal static class EditDistance
{
    /// <summary>The number; letters of another case are other letters.</summary>
    public static int Between(string left, string right)
    {
        var above = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 0; i < left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
                row[j + 1] = Math.Min(Math.Min(row[j], above[j + 1]) + 1, above[j] + (left[i] == right[j] ? 0 : 1));
            above = row;
        }

        return above[^1];
    }
}
