using System.Globalization;

namespace Bsp.DeviceTrees;

/// <summary>A stretch of a source.</summary>
/// <param name="Text">The source; null for what nobody wrote.</param>
/// <param name="Start">The first byte.</param>
/// <param name="End">After the last byte.</param>
public readonly record struct SourceSpan(SourceText? Text, int Start, int End)
{
    /// <summary>Where it begins; null for what nobody wrote.</summary>
    public SourcePosition? First => Text?.Locate(Start);

    /// <summary><c>file:line.column-column</c>, or with two lines, as dtc writes it (scripts/dtc/srcpos.c, srcpos_string).</summary>
    public override string ToString()
    {
        if (Text is null)
            return "<no-file>:<no-line>";
        var (first, last) = (Text.Locate(Start), Text.Locate(Math.Max(Start, End)));
        return (first.Line, first.Column) == (last.Line, last.Column) ? first.ToString()
            : first.Line != last.Line ? string.Format(CultureInfo.InvariantCulture, "{0}-{1}.{2}", first, last.Line, last.Column)
            : string.Format(CultureInfo.InvariantCulture, "{0}-{1}", first, last.Column);
    }
}
