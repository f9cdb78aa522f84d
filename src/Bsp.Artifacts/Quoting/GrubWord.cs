namespace Bsp.Artifacts.Quoting;

/// <summary>A word of GRUB's shell (GRUB manual, section 6.2 "Shell-like scripting").</summary>
internal static class GrubWord
{
    /// <summary>The text between single quotes.</summary>
    /// <exception cref="Model.ModelException">The text has a control character.</exception>
    public static string Quote(string text)
    {
        Refusal.ThrowIfAny(text, "GRUB's shell", Refusal.IsControl);
        return "'" + text.Replace("'", "'\\''") + "'";
    }
}
