namespace Bsp.Infix.Porting.Regions;

/// <summary>A region of a shared file where boards have lines.</summary>
/// <param name="Name">What it is called, unique in its file.</param>
internal abstract record Region(string Name)
{
    /// <summary>Gives the boards the lines that they should have.</summary>
    /// <param name="text">The file.</param>
    /// <param name="wanted">The lines of all boards that should be there.</param>
    /// <param name="known">What earlier ports left there.</param>
    /// <param name="order">The symbols of the checkout's Kconfig files.</param>
    /// <exception cref="BuildFailedException">The file has no such region, or two boards want what cannot both be.</exception>
    public abstract RegionEdit Edit(string text, BoardLines wanted, IReadOnlyList<BoardLines> known, Lazy<SymbolOrder> order);

    /// <summary>
    /// The file without the boards' lines, and without what is there by hand for the same boards: two such texts differ in
    /// what is not Port's.
    /// </summary>
    /// <param name="text">The file.</param>
    /// <param name="lines">All lines that boards may have there.</param>
    /// <exception cref="BuildFailedException">The boards' lines cannot be told from others.</exception>
    public abstract string Without(string text, IReadOnlyList<BoardLines> lines);
}

/// <summary>What was done to a file.</summary>
/// <param name="Text">The file with it.</param>
/// <param name="TakenOver">Entries that were there by hand for the same boards, by their first lines; they are not there any more.</param>
/// <param name="EditedByHand">Whether somebody has changed lines of ours, which are lost.</param>
internal sealed record RegionEdit(string Text, IReadOnlyList<string> TakenOver, bool EditedByHand);
