namespace Bsp.SystemTests.Machines;

/// <summary>Waits for something that a running system does in its own time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Asks again and again until the answer is yes; the test fails when it stays no.</summary>
    public static async Task TrueAsync(Func<Task<bool>> ask, string what, CancellationToken cancel)
    {
        for (var deadline = DateTime.UtcNow + Patience; !await ask();)
        {
            Assert.True(DateTime.UtcNow < deadline, $"after {Patience.TotalSeconds} s it does not hold that {what}");
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        }
    }
}
