namespace Bsp.Kconfig.Conformance.Fragments;

/// <summary>What the fragments of a target have shown.</summary>
/// <param name="Target">The tree and the architecture.</param>
internal sealed record FragmentTotals(string Target)
{
    /// <summary>The fragments.</summary>
    public int Fragments { get; init; }

    /// <summary>Their requests.</summary>
    public int Requests { get; init; }

    /// <summary>The requests that conf drops or changes.</summary>
    public int Lost { get; init; }

    /// <summary>The lost requests for which assignments are proposed.</summary>
    public int Proposed { get; init; }

    /// <summary>Adds up.</summary>
    public static FragmentTotals operator +(FragmentTotals a, FragmentTotals b) => a with
    {
        Fragments = a.Fragments + b.Fragments,
        Requests = a.Requests + b.Requests,
        Lost = a.Lost + b.Lost,
        Proposed = a.Proposed + b.Proposed,
    };

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Target}: {Fragments} fragments with {Requests} requests; conf loses {Lost}, and for {Proposed} of them a fix is proposed";
}
