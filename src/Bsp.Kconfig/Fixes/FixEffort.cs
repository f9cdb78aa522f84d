using System.Diagnostics;

namespace Bsp.Kconfig;

/// <summary>How much a search may still do.</summary>
/// <param name="time">How long it may take.</param>
/// <param name="trials">How many configurations it may try.</param>
/// <param name="cancellation">Ends it at once.</param>
internal sealed class FixEffort(TimeSpan time, int trials, CancellationToken cancellation)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private int _trials;

    /// <summary>The time that people have given, for it and for others; null where it has it all.</summary>
    public TimeSpan? Whole { get; init; }

    /// <summary>Is told of each configuration.</summary>
    public Action? OnTrial { get; init; }

    /// <summary>Whether that was all.</summary>
    public bool IsSpent => IsSpentTo(1);

    /// <summary>What was spent: a time or a number of trials; null while there is some left.</summary>
    public string? Spent => _trials >= trials ? FormattableString.Invariant($"{trials} trials")
        : _clock.Elapsed >= time ? FormattableString.Invariant($"{(Whole ?? time).TotalSeconds:0.#######} s")
        : null;

    /// <summary>Whether a share of it has been spent.</summary>
    public bool IsSpentTo(double share) =>
        cancellation.IsCancellationRequested || _trials >= trials * share || _clock.Elapsed.Ticks >= time.Ticks * share;

    /// <summary>Counts a configuration.</summary>
    public void Count()
    {
        _trials++;
        OnTrial?.Invoke();
    }
}
