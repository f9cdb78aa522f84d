namespace Bsp.Model;

/// <summary>The timer that resets the board when it is not fed.</summary>
/// <param name="Driver">The kernel symbol of its driver, such as <c>I6300ESB_WDT</c>.</param>
/// <param name="TimeoutSeconds">The timeout, in seconds.</param>
public sealed record Watchdog(KconfigSymbol Driver, int TimeoutSeconds)
{
    /// <summary>The timeout, in seconds.</summary>
    public int TimeoutSeconds { get; init => field = CheckedTimeout(value); } = CheckedTimeout(TimeoutSeconds);

    /// <summary>What the watchdog requests of the kernel.</summary>
    public KernelFragment Kernel => KernelFragment.Y("WATCHDOG", Driver);

    private static int CheckedTimeout(int seconds) => seconds is >= 2 and <= 600
        ? seconds
        : throw new ModelException("a watchdog's timeout is 2 to 600 seconds");
}
