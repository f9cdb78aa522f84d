namespace Bsp.Review.Changes;

/// <summary>One thing that differs between base and head on a board. Two boards with equal changes have the same one.</summary>
/// <param name="Rule">Its kind; one of <see cref="ChangeRules"/>.</param>
/// <param name="Subject">What differs, as people call it: <c>CONFIG_X</c>, <c>partition var</c>.</param>
public sealed record Change(ChangeRule Rule, string Subject)
{
    /// <summary>The value in the base; null where there was none.</summary>
    public string? Before { get; init; }

    /// <summary>The value in the head; null where there is none.</summary>
    public string? After { get; init; }

    /// <summary>What it asks of devices in the field.</summary>
    public FieldImpact Impact { get; init; } = Rule.Impact;

    /// <summary>How much it wants to be looked at.</summary>
    public Attention Attention { get; init; } = Rule.Attention;

    /// <summary>What it means, in a sentence without a full stop; null where it needs none.</summary>
    public string? Meaning { get; init; }

    /// <summary>Who asks for it: a layer of the record; null where nobody does, or it is not known.</summary>
    public string? Layer { get; init; }

    /// <summary>Where in the records it is asked for: <c>boards/x/X.cs:12</c>; null where that is not known.</summary>
    public string? Origin { get; init; }

    /// <summary>What of the board it concerns.</summary>
    public Aspect Aspect => Rule.Aspect;

    /// <summary>What names it in later runs too: its kind and its subject.</summary>
    public string Id => Rule.Id + ":" + Subject;
}
