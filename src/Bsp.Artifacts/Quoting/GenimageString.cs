namespace Bsp.Artifacts.Quoting;

/// <summary>A string in genimage's configuration, which libconfuse reads (its lexer.l).</summary>
internal static class GenimageString
{
    /// <summary>The text between double quotes.</summary>
    /// <exception cref="Model.ModelException">The text has a control character.</exception>
    public static string Quote(string text)
    {
        Refusal.ThrowIfAny(text, "genimage's configuration", Refusal.IsControl);
        // "${X}" would be replaced by an environment variable.
        return "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("$", "\\$") + "\"";
    }
}
