using System.Globalization;
using Bsp.Model;

namespace Bsp.Artifacts.Quoting;

/// <summary>The error for text that a language cannot hold.</summary>
internal static class Refusal
{
    /// <summary>Refuses the first character for which <paramref name="unwanted"/> holds.</summary>
    /// <exception cref="ModelException">There is such a character.</exception>
    public static void ThrowIfAny(string text, string language, Func<char, bool> unwanted)
    {
        foreach (var c in text)
        {
            if (unwanted(c))
            {
                throw new ModelException(
                    $"'{Printable(text)}' has the character {Describe(c)}, which {language} cannot hold here; write it without");
            }
        }
    }

    /// <summary>Whether a character would end the line or the text.</summary>
    public static bool IsControl(char c) => c < ' ' || c == '\x7f';

    private static string Describe(char c) => IsControl(c) || c > '~'
        ? "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture)
        : "\"" + c + "\"";

    private static string Printable(string text) => string.Concat(text.Select(c => IsControl(c) ? '?' : c));
}
