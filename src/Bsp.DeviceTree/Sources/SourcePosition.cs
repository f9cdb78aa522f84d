using System.Globalization;

namespace Bsp.DeviceTrees;

/// <summary>A position in a source, as people count: from 1.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line.</param>
/// <param name="Column">The column, in bytes; a tab is one.</param>
public readonly record struct SourcePosition(string File, int Line, int Column)
{
    /// <summary><c>file:line.column</c>, as dtc writes it.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}:{1}.{2}", File, Line, Column);
}
