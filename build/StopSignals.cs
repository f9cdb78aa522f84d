using System.Runtime.InteropServices;

/// <summary>Ctrl-C and SIGTERM: the first one stops what runs in an orderly way, a second one ends the process at once.</summary>
static class StopSignals
{
    /// <summary>The status of a build that was stopped, which is what a shell says about one that SIGINT ended.</summary>
    public const int Status = 130;

    // A registration that nobody holds is undone by the next garbage collection.
    static readonly List<PosixSignalRegistration> Registrations = [];

    /// <summary>From now on the first signal stops the build.</summary>
    /// <param name="stop">Is cancelled by the first signal.</param>
    /// <param name="stopped">Called for each.</param>
    public static void Watch(CancellationTokenSource stop, Action stopped)
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
            Registrations.Add(PosixSignalRegistration.Create(signal, Stop));

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = !stop.IsCancellationRequested;
            stopped();
            stop.Cancel();
        }
    }
}
