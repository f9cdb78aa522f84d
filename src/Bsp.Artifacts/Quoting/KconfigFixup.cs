namespace Bsp.Artifacts.Quoting;

/// <summary>
/// A value in a call of Buildroot's KCONFIG_SET_OPT (package/pkg-utils.mk), which hands it to the shell between single quotes.
/// </summary>
internal static class KconfigFixup
{
    /// <summary>The text with <c>$</c> doubled.</summary>
    /// <exception cref="Model.ModelException">
    /// The text has a character that would end the argument or the quotes, for which there is no way to write it, or spaces that
    /// make would join.
    /// </exception>
    public static string Quote(string text)
    {
        Refusal.ThrowIfAny(text, "a call in a makefile", c => Refusal.IsControl(c) || c is ',' or '(' or ')' or '#' or '\'' or '\\');
        if (text.Trim(' ') != text || text.Contains("  "))
            throw new Model.ModelException($"'{text}' has spaces that make joins or drops; write it with single ones");
        return text.Replace("$", "$$");
    }
}
