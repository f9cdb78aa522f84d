using Bsp.Build;

namespace Bsp.Infix.Porting.Regions;

/// <summary>
/// An architecture's defconfig: without marks, which <c>savedefconfig</c> would drop; each line is where that would write it.
/// </summary>
/// <remarks>Which lines are the boards' is in <see cref="PortManifest"/> alone.</remarks>
internal sealed record DefconfigRegion() : Region("symbols")
{
    /// <inheritdoc/>
    public override RegionEdit Edit(string text, BoardLines wanted, IReadOnlyList<BoardLines> known, Lazy<SymbolOrder> order)
    {
        var lines = text.Split('\n').ToList();
        var edited = false;
        var takenOver = new List<string>();
        var left = known.SelectMany(x => x.All).ToLookup(x => ConfigLine.Symbol(x) ?? "", StringComparer.Ordinal);
        var ours = Wanted(wanted);
        foreach (var symbol in left.Select(x => x.Key).Where(x => !ours.ContainsKey(x)))
        {
            edited |= lines.Exists(x => ConfigLine.Symbol(x) == symbol && !left[symbol].Contains(x));
            lines.RemoveAll(x => ConfigLine.Symbol(x) == symbol);
        }

        // All of those that move are gone before the first is put back, which would otherwise precede the old line of another.
        var moved = new List<string>();
        foreach (var (symbol, line) in ours)
        {
            var present = lines.FindAll(x => ConfigLine.Symbol(x) == symbol);
            // Whoever saved a defconfig since may have moved it.
            if (left.Contains(symbol) && present is [var one] && one == line)
                continue;
            if (left.Contains(symbol))
                edited |= present.Exists(x => !left[symbol].Contains(x) && x != line);
            else
                takenOver.AddRange(present);
            lines.RemoveAll(x => ConfigLine.Symbol(x) == symbol);
            moved.Add(symbol);
        }

        foreach (var symbol in moved.OrderBy(order.Value.Rank))
            lines.Insert(IndexFor(symbol, lines, order.Value), ours[symbol]);

        return new(string.Join('\n', lines), takenOver, edited);
    }

    /// <inheritdoc/>
    public override string Without(string text, IReadOnlyList<BoardLines> lines)
    {
        var symbols = lines.SelectMany(x => x.All).Select(ConfigLine.Symbol).ToHashSet(StringComparer.Ordinal);
        return string.Join('\n', text.Split('\n').Where(x => ConfigLine.Symbol(x) is not { } symbol || !symbols.Contains(symbol)));
    }

    private static Dictionary<string, string> Wanted(BoardLines wanted)
    {
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (board, own) in wanted.ByBoard)
        {
            foreach (var line in own)
            {
                var symbol = ConfigLine.Symbol(line)
                    ?? throw new BuildFailedException($"board '{board}' has the line '{line}', which gives no symbol a value");
                if (!lines.TryAdd(symbol, line) && lines[symbol] != line)
                    throw new BuildFailedException($"board '{board}' wants '{line}', and one before it '{lines[symbol]}'");
            }
        }

        return lines;
    }

    // Before the first symbol that follows it in Kconfig's order, or at the end, before the last line's end.
    private static int IndexFor(string symbol, List<string> lines, SymbolOrder order)
    {
        var rank = order.Rank(symbol);
        if (rank < 0)
        {
            throw new BuildFailedException(
                $"none of the checkout's Kconfig files defines {symbol}, so there is no saying where its line belongs; "
                + "'select' it in the board's Config.in instead");
        }

        var next = lines.FindIndex(x => ConfigLine.Symbol(x) is { } other && order.Rank(other) > rank);
        return next >= 0 ? next : lines.FindLastIndex(x => x.Length > 0) + 1;
    }
}
