using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>
/// A text of one kind, such as a compatible or a Kconfig symbol. Its type states once what such a text is made of, and a value of it
/// has been checked.
/// </summary>
/// <remarks>
/// A string literal stands wherever a record asks for one; the generator reports a wrong one at that literal. The way back to a string
/// is implicit as well, and one kind does not become another by itself. Two are equal when kind and text are.
/// </remarks>
public abstract record CheckedText
{
    private protected CheckedText(string value) => Value = value;

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>The text; null for null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator string?(CheckedText? text) => text?.Value;

    /// <summary>The text.</summary>
    public sealed override string ToString() => Value;
}
