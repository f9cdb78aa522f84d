namespace Bsp.Artifacts.Quoting;

/// <summary>A string in a Kconfig file (scripts/kconfig/lexer.l, state STRING).</summary>
internal static class KconfigString
{
    /// <summary>The text between double quotes; a <c>$</c> would be expanded and is refused.</summary>
    /// <exception cref="Model.ModelException">The text has a control character or a <c>$</c>.</exception>
    public static string Quote(string text)
    {
        Refusal.ThrowIfAny(text, "a Kconfig file", c => Refusal.IsControl(c) || c == '$');
        return "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
    }
}
