namespace Bsp.Kconfig;

/// <summary>Messages in the form in which conf prints them: without a blank before the severity, and without columns.</summary>
public static class ConfMessage
{
    /// <summary>The text of a message, with its line feed.</summary>
    /// <param name="message">The message.</param>
    /// <param name="dialect">The dialect of the files: the form differs between versions.</param>
    public static string Text(KconfigMessage message, KconfigDialect dialect)
    {
        var (severity, position, text) = message;
        var location = $"{position.File}:{position.Line}:";
        return severity switch
        {
            _ when position.Line == 0 || IsOfOutput(message) => $"{text}\n",
            MessageSeverity.Warning => $"{location}warning: {text}\n",
            // From Linux 6.9 on it does not say where.
            MessageSeverity.Error when Is(text, "recursive dependency") =>
                (dialect.HasModernChoices ? "" : location) + $"error: {text}\n\n",
            MessageSeverity.Error when Is(text, "repeated inclusion") || Is(text, "transitional symbols") => $"{location} error: {text}\n",
            _ => $"{location} {text}\n",
        };
    }

    /// <summary>Whether conf prints a message to its standard output, not to standard error.</summary>
    public static bool IsOfOutput(KconfigMessage message) =>
        Is(message.Text, "boolean symbol ") && message.Text.IndexOf(" tested for 'm'? ", StringComparison.Ordinal) > 0;

    private static bool Is(string text, string beginning) => text.StartsWith(beginning, StringComparison.Ordinal);
}
