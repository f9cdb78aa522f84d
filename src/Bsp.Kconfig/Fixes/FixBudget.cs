using System.Diagnostics;

namespace Bsp.Kconfig;

/// <summary>What several searches may do together. What one leaves, the next ones have.</summary>
public sealed class FixBudget
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly TimeSpan _time;
    private readonly int _trials;
    private readonly int _trialsOfEach;
    private int _searches;
    private int _tried;

    private FixBudget(TimeSpan time, int searches, int trials, int trialsOfEach) =>
        (_time, _searches, _trials, _trialsOfEach) = (time, searches, trials, trialsOfEach);

    /// <summary>A time that is shared evenly by as many searches as there still are.</summary>
    /// <param name="time">How long all of them may take.</param>
    /// <param name="searches">How many there will be.</param>
    public static FixBudget OfTime(TimeSpan time, int searches) => new(time, searches, int.MaxValue, int.MaxValue);

    /// <summary>A number of configurations to try: what is found then does not depend on the machine.</summary>
    /// <param name="trials">How many all of them may try.</param>
    /// <param name="trialsOfEach">How many one of them may try.</param>
    public static FixBudget OfTrials(int trials, int trialsOfEach) => new(TimeSpan.MaxValue, 1, trials, trialsOfEach);

    /// <summary>What the next search may do.</summary>
    /// <param name="cancellation">Ends it at once.</param>
    internal FixEffort Next(CancellationToken cancellation)
    {
        var left = Math.Max(0, _time.Ticks - _clock.Elapsed.Ticks);
        var share = _time == TimeSpan.MaxValue ? _time : TimeSpan.FromTicks(left / Math.Max(1, _searches--));
        return new(share, Math.Min(_trialsOfEach, _trials - _tried), cancellation) { Whole = _time, OnTrial = () => _tried++ };
    }
}
