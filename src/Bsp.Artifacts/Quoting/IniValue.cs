namespace Bsp.Artifacts.Quoting;

/// <summary>A value in a key file as GLib reads it (Desktop Entry Specification, "Possible value types"); RAUC's files are such.</summary>
internal static class IniValue
{
    /// <summary>The text with backslashes doubled and outer spaces written as <c>\s</c>.</summary>
    /// <exception cref="Model.ModelException">The text has a control character.</exception>
    public static string Quote(string text)
    {
        Refusal.ThrowIfAny(text, "a key file", Refusal.IsControl);
        var inner = text.Trim(' ');
        // A value of spaces only is all "leading".
        var leading = inner.Length == 0 ? text.Length : text.Length - text.TrimStart(' ').Length;
        var trailing = text.Length - leading - inner.Length;
        return Spaces(leading) + inner.Replace("\\", "\\\\") + Spaces(trailing);
    }

    private static string Spaces(int count) => string.Concat(Enumerable.Repeat("\\s", count));
}
