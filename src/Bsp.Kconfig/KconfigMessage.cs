using System.Globalization;

namespace Bsp.Kconfig;

/// <summary>A position in a Kconfig file, a .config or a fragment.</summary>
/// <param name="File">The file as it was named: by <c>source</c>, or by the caller.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1; 0 where only the line is known.</param>
public readonly record struct SourcePosition(string File, int Line, int Column)
{
    /// <summary><c>file:line</c>, or <c>file:line:column</c> where the column is known.</summary>
    public override string ToString() => Column > 0
        ? string.Format(CultureInfo.InvariantCulture, "{0}:{1}:{2}", File, Line, Column)
        : string.Format(CultureInfo.InvariantCulture, "{0}:{1}", File, Line);
}

/// <summary>How bad something is.</summary>
public enum MessageSeverity
{
    /// <summary>What a Kconfig file says itself, with <c>$(warning-if …)</c>.</summary>
    Info,

    /// <summary>The result stands, though it may not be what was meant.</summary>
    Warning,

    /// <summary>There is no result.</summary>
    Error,
}

/// <summary>What a message is about, where conf has a form of its own for such.</summary>
public enum MessageTopic
{
    /// <summary>All others.</summary>
    General,

    /// <summary>A symbol depends on itself.</summary>
    RecursiveDependency,

    /// <summary>A file is read twice.</summary>
    RepeatedInclusion,

    /// <summary>A transitional symbol has more than a type and a help text.</summary>
    Transitional,

    /// <summary>A bool symbol is compared with <c>m</c>; conf says so on its standard output.</summary>
    ImpossibleTest,
}

/// <summary>Something to tell about a file.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Position">Where.</param>
/// <param name="Text">What, in the words of the kernel's tool where it has some.</param>
public sealed record KconfigMessage(MessageSeverity Severity, SourcePosition Position, string Text)
{
    /// <summary>What it is about.</summary>
    public MessageTopic Topic { get; init; }

    /// <summary><c>file:line: warning: text</c>, as compilers print it.</summary>
    public override string ToString() => Severity switch
    {
        MessageSeverity.Error => $"{Position}: error: {Text}",
        MessageSeverity.Warning => $"{Position}: warning: {Text}",
        _ => $"{Position}: {Text}",
    };
}
