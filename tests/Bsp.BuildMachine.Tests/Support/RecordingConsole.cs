using System.Collections.Concurrent;
using Bsp.Build.Progress;
using Bsp.Build.Steps;

namespace Bsp.BuildMachine.Tests.Support;

public sealed class RecordingConsole : IBuildConsole
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public void Started(Step step) => Lines.Enqueue("started " + step.Name);

    public void Report(Step step, string what) => Lines.Enqueue("report " + step.Name + " " + what);

    public void Finished(Step step, bool fromStore, TimeSpan took) => Lines.Enqueue((fromStore ? "stored " : "made ") + step.Name);

    public void Failed(Step step, string message) => Lines.Enqueue("failed " + step.Name + ": " + message);

    public void Note(string line) => Lines.Enqueue("note " + line);
}
