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
            _ when position.Line == 0 || message.Topic == MessageTopic.ImpossibleTest => $"{text}\n",
            // From Linux 6.9 on it does not say where.
            _ when message.Topic == MessageTopic.RecursiveDependency =>
                (dialect.HasModernChoices ? "" : location) + $"error: {text}\n\n",
            MessageSeverity.Warning => $"{location}warning: {text}\n",
            MessageSeverity.Error when message.Topic is MessageTopic.RepeatedInclusion or MessageTopic.Transitional =>
                $"{location} error: {text}\n",
            _ => $"{location} {text}\n",
        };
    }

    /// <summary>Whether conf prints a message to its standard output, not to standard error.</summary>
    public static bool IsOfOutput(KconfigMessage message) => message.Topic == MessageTopic.ImpossibleTest;
}
