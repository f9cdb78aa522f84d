using System.Text;

namespace Bsp.Kconfig;

/// <summary>A term that stands in the way.</summary>
/// <param name="Text">The term, as it would be in a file.</param>
/// <param name="Value">Its value.</param>
/// <param name="Positions">Where its symbols are defined.</param>
public sealed record UnmetTerm(string Text, string Value, IReadOnlyList<SourcePosition> Positions)
{
    /// <summary>The condition under which it stands in the way; null for always.</summary>
    public string? Condition { get; init; }

    /// <summary>Where it is written, for a term that was decided when the files were read; null for others.</summary>
    public SourcePosition? WrittenAt { get; init; }

    /// <summary>What would help, or why nothing does; null where the term says it all.</summary>
    public string? Note { get; init; }

    /// <summary>What keeps the term from being met in the end; null for the term itself, and where several things do.</summary>
    public UnmetTerm? Root { get; init; }

    /// <summary>What makes it the same as another one.</summary>
    internal (string, SourcePosition) Key => (Text, Positions.Count > 0 ? Positions[0] : default);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder(Text == Value ? Text : $"{Text} (={Value})");
        if (Condition is not null)
            text.Append(" if ").Append(Condition);
        if (WrittenAt is { } place)
            text.Append($" at {place.File}:{place.Line}");
        if (Note is not null)
            text.Append(": ").Append(Note);
        return Root is null ? text.ToString() : text.Append(", which needs ").Append(Root).ToString();
    }
}
