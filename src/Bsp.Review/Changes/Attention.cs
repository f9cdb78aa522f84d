namespace Bsp.Review.Changes;

/// <summary>How much a change wants to be looked at.</summary>
public enum Attention
{
    /// <summary>It is what was asked for.</summary>
    Note,

    /// <summary>It may not be what was meant.</summary>
    Warning,

    /// <summary>It does not do what was asked for, or breaks what holds.</summary>
    Error,
}
