using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>
/// A string of a certain kind, such as a compatible or a Kconfig symbol. Its type defines which characters are allowed, and every
/// value has been checked.
/// </summary>
/// <remarks>
/// A string literal converts to it implicitly, and the generator reports an invalid one at that literal. The conversion back to a string
/// is implicit as well; one kind does not convert to another implicitly. Two are equal when their kinds and texts are.
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
