namespace Bsp.Generators;

/// <summary>Names of the pipeline's steps, by which tests ask what ran again.</summary>
public static class StepNames
{
    /// <summary>The members under [Board], evaluated.</summary>
    public const string Boards = nameof(Boards);

    /// <summary>The members under [Distribution], evaluated.</summary>
    public const string Distributions = nameof(Distributions);

    /// <summary>Every board with every distribution.</summary>
    public const string Pairs = nameof(Pairs);

    /// <summary>The artifacts of a pair.</summary>
    public const string Render = nameof(Render);

    /// <summary>What the registry lists.</summary>
    public const string Registry = nameof(Registry);

    /// <summary>Where the boards stand, for diagnostics of the generator itself.</summary>
    public const string Locations = nameof(Locations);
}
