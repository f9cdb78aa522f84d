namespace Bsp.Infix.Porting.Regions;

/// <summary>The list of a shared file that boards stand in.</summary>
/// <param name="Start">The index of the first line that may be an entry.</param>
/// <param name="End">The index of the first line after the list.</param>
/// <param name="InsertAt">The index of the line before which new entries go.</param>
/// <param name="Indent">What the entries are indented by.</param>
internal sealed record ListScope(int Start, int End, int InsertAt, string Indent);
