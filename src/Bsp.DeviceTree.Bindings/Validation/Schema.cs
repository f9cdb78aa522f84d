namespace Bsp.DeviceTrees.Bindings.Validation;

/// <summary>A schema, taken apart.</summary>
internal sealed class Schema
{
    private Schema()
    {
    }

    /// <summary>What everything meets.</summary>
    public static Schema True { get; } = new() { IsTrue = true };

    /// <summary>What nothing meets.</summary>
    public static Schema False { get; } = new() { IsFalse = true };

    /// <summary>Whether everything meets it.</summary>
    public bool IsTrue { get; private init; }

    /// <summary>Whether nothing meets it.</summary>
    public bool IsFalse { get; private init; }

    /// <summary>What it asks for.</summary>
    public Keyword[] Keywords { get; private init; } = [];

    /// <summary>A schema of keywords; of none it is the one that everything meets.</summary>
    public static Schema Of(IReadOnlyCollection<Keyword> keywords) => new() { Keywords = [.. keywords], IsTrue = keywords.Count == 0 };
}
