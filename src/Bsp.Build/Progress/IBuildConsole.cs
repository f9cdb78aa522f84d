using Bsp.Build.Steps;

namespace Bsp.Build.Progress;

/// <summary>Shows people how a build goes. Calls come from several threads.</summary>
public interface IBuildConsole
{
    /// <summary>A run starts; it is over when the result is disposed.</summary>
    IDisposable? Begin() => null;

    /// <summary>A step starts to make its output.</summary>
    void Started(Step step);

    /// <summary>A running step says what it does at the moment.</summary>
    void Report(Step step, string what);

    /// <summary>A step's output is there.</summary>
    /// <param name="step">The step.</param>
    /// <param name="fromStore">Whether it was there before.</param>
    /// <param name="took">How long it took to make, or to check.</param>
    void Finished(Step step, bool fromStore, TimeSpan took);

    /// <summary>A step failed.</summary>
    void Failed(Step step, string message);

    /// <summary>Anything else that people should know.</summary>
    void Note(string line);
}
