namespace Bsp.Infix.Porting.Regions;

/// <summary>The list of a shared file that boards stand in.</summary>
/// <param name="Start">The index of the first line that may be an entry.</param>
/// <param name="End">The index of the first line after the list.</param>
/// <param name="InsertAt">The index of the line before which new entries go, where the list is in no order.</param>
/// <param name="Indent">What the entries are indented by.</param>
internal sealed record ListScope(int Start, int End, int InsertAt, string Indent)
{
    /// <summary>The index of the list's own first line, where entries are looked for before it as well.</summary>
    public int ListStart { get; init; } = Start;
}
