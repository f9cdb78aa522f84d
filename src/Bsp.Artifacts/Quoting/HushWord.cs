namespace Bsp.Artifacts.Quoting;

/// <summary>A word of U-Boot's shell (common/cli_hush.c).</summary>
internal static class HushWord
{
    /// <summary>The text between single quotes, in which <c>$</c>, <c>;</c> and <c>"</c> stand for themselves.</summary>
    /// <exception cref="Model.ModelException">
    /// The text has a single quote or a backslash, which hush's several versions treat differently, or is not printable ASCII.
    /// </exception>
    public static string Quote(string text)
    {
        Refusal.ThrowIfAny(text, "U-Boot's shell", c => c is '\'' or '\\' || c > '~' || Refusal.IsControl(c));
        return "'" + text + "'";
    }
}
