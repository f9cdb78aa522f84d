namespace Bsp.Infix.Porting;

/// <summary>The lines that boards have in one region of a shared file.</summary>
internal sealed class BoardLines
{
    private readonly SortedDictionary<string, IReadOnlyList<string>> _byBoard;

    /// <summary>Lines by board; boards without lines do not count.</summary>
    public BoardLines(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> byBoard) =>
        _byBoard = new(byBoard.Where(x => x.Value.Count > 0).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>No lines.</summary>
    public static BoardLines None { get; } = new([]);

    /// <summary>Whether no board has any.</summary>
    public bool IsEmpty => _byBoard.Count == 0;

    /// <summary>The boards' lines, by the boards' ids.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByBoard => _byBoard;

    /// <summary>All lines.</summary>
    public IEnumerable<string> All => _byBoard.Values.SelectMany(x => x);
}
