namespace Bsp.Artifacts.Quoting;

/// <summary>The value of a variable in a makefile (GNU make manual, section 3.1 and 6.1).</summary>
internal static class MakeWord
{
    /// <summary>The text with <c>$</c> doubled and <c>#</c> escaped.</summary>
    /// <exception cref="Model.ModelException">
    /// The text has a control character, ends in a backslash (which would join lines), or has one before <c>#</c>, or outer
    /// spaces, which make drops.
    /// </exception>
    public static string Quote(string text)
    {
        Refusal.ThrowIfAny(text, "a makefile", Refusal.IsControl);
        if ((text.Length > 0 && text[text.Length - 1] == '\\') || text.Contains("\\#") || text.Trim(' ').Length != text.Length)
            throw new Model.ModelException($"'{text}' has a backslash or a space where a makefile cannot hold it; write it without");
        return text.Replace("$", "$$").Replace("#", "\\#");
    }
}
