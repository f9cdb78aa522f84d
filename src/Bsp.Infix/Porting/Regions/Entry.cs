namespace Bsp.Infix.Porting.Regions;

/// <summary>What one thing, such as a board, has in a list of a shared file.</summary>
/// <param name="Start">The index of its first line.</param>
/// <param name="Count">How many lines it has.</param>
/// <param name="Key">What it is for: two entries with one key are the same thing twice.</param>
internal sealed record Entry(int Start, int Count, string Key);
