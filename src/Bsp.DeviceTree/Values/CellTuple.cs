namespace Bsp.DeviceTrees;

/// <summary>Cells of a property that belong together: an address and a size, a reference and what its node asks for.</summary>
/// <param name="First">The first cell.</param>
/// <param name="Count">The number of cells.</param>
/// <param name="Reference">Which of them is the phandle of a node; -1 where none is.</param>
internal readonly record struct CellTuple(int First, int Count, int Reference = -1);
