namespace Bsp.Artifacts.Quoting;

/// <summary>A word of a POSIX shell (POSIX.1-2017, XCU 2.2).</summary>
internal static class ShellWord
{
    /// <summary>The text as one word, between single quotes where it needs them.</summary>
    /// <exception cref="Model.ModelException">The text has a control character.</exception>
    public static string Quote(string text)
    {
        Refusal.ThrowIfAny(text, "a shell word", Refusal.IsControl);
        return text.Length > 0 && text.All(IsPlain) ? text : "'" + text.Replace("'", "'\\''") + "'";
    }

    // '=' is left out: "a=b" as the first word of a line would be an assignment. '~' likewise.
    private static bool IsPlain(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '/' or '.' or '_' or '-' or '+' or ',' or ':'
            or '@' or '%';
}
