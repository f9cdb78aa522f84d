using System.Runtime.InteropServices;
using Bsp.Kconfig.Parsing.Lexing;

namespace Bsp.Kconfig.Parsing.Syntax;

/// <summary>One statement of a file, as written. Which members have a meaning depends on <see cref="Kind"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Statement
{
    /// <summary>What it is.</summary>
    public StatementKind Kind { get; init; }

    /// <summary>
    /// The keyword it begins with, where one kind has several: the type of <see cref="StatementKind.Type"/> and
    /// <see cref="StatementKind.Default"/>, the operator of an assignment, the kind of source; that of an invalid one.
    /// </summary>
    public TokenKind Keyword { get; init; }

    /// <summary>The line it begins on, from 1; for a help text the one after it, as the C tool counts.</summary>
    public int Line { get; init; }

    /// <summary>The byte of that line it begins at, from 1.</summary>
    public int Column { get; init; }

    /// <summary>The symbol or variable, the choice's name, the low end of a range.</summary>
    public Word? Word { get; init; }

    /// <summary>Whether <see cref="Word"/> is quoted; only a range's may be.</summary>
    public bool WordQuoted { get; init; }

    /// <summary>The high end of a range.</summary>
    public Word? High { get; init; }

    /// <summary>Whether <see cref="High"/> is quoted.</summary>
    public bool HighQuoted { get; init; }

    /// <summary>The prompt, title, file name or assigned text.</summary>
    public string? Text { get; init; }

    /// <summary>The condition of <c>if</c> and <c>depends on</c>, the value of <c>default</c>.</summary>
    public ExprSyntax? Value { get; init; }

    /// <summary>The expression after <c>if</c> at the end of an option.</summary>
    public ExprSyntax? Condition { get; init; }

    /// <summary>Where a help text is in the file.</summary>
    public (int Start, int Length) Help { get; init; }

    /// <summary>The tokens of <see cref="StatementKind.Unexpanded"/>.</summary>
    public IReadOnlyList<Token>? Tokens { get; init; }

    /// <summary>The names and values of an <c>option</c> statement.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>>? Options { get; init; }

    /// <summary>What is wrong with it.</summary>
    public SyntaxError? Error { get; init; }
}
