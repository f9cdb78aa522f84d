namespace Bsp.Kconfig.Conformance.Changes;

/// <summary>What the changes of a target have shown.</summary>
/// <param name="Target">The tree and the architecture.</param>
internal sealed record ChangeTotals(string Target)
{
    /// <summary>The changes.</summary>
    public int Changes { get; init; }

    /// <summary>The symbols that conf gives another value.</summary>
    public int Symbols { get; init; }

    /// <summary>The requests that conf does not keep after the change.</summary>
    public int Lost { get; init; }

    /// <summary>Adds up.</summary>
    public static ChangeTotals operator +(ChangeTotals a, ChangeTotals b) =>
        a with { Changes = a.Changes + b.Changes, Symbols = a.Symbols + b.Symbols, Lost = a.Lost + b.Lost };

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Target}: {Changes} changes of what boards ask for, by which {Symbols} symbols get another value, "
        + $"and {Lost} requests are not kept";
}
