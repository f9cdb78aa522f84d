using System.Text;

namespace Bsp.Kconfig.Conformance.Cases;

/// <summary>What somebody types who answers at random.</summary>
internal static class RandomKeys
{
    private const int Answers = 4000;

    // Most are right for some question and wrong for others, which are then asked again.
    private static readonly string[] Lines = ["", "", "", "y", "n", "yes", "No", "1", "2", " 3 ", "12", "0x10", "a text", "perhaps"];

    // A value that is not possible is answered with help, too.
    private static readonly string[] LinesWithHelp = [.. Lines, "m", "?", "2?"];

    /// <summary>The lines; the same ones for a name and a seed.</summary>
    /// <param name="name">The case.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="help">Whether help is asked for, too.</param>
    public static string Of(string name, int seed, bool help)
    {
        var lines = help ? LinesWithHelp : Lines;
        var state = name.Aggregate(unchecked((uint)seed + 2166136261), (hash, letter) => unchecked((hash ^ letter) * 16777619));
        var keys = new StringBuilder();
        for (var i = 0; i < Answers; i++)
        {
            // The multiplier of Numerical Recipes; its high bits are the random ones.
            state = unchecked((state * 1664525) + 1013904223);
            keys.Append(lines[(int)((state >> 16) % (uint)lines.Length)]).Append('\n');
        }

        return keys.ToString();
    }
}
