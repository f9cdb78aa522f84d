using Bsp.Build.Sources;
using Bsp.Build.Steps;

namespace Bsp.DeviceTree.Bindings.Conformance;

/// <summary>
/// Unpacks a dt-schema of another suite of Debian, with the Python that it runs on, into one tree: the host's own is older.
/// </summary>
/// <param name="python">Fetches Python, its libraries and modules.</param>
/// <param name="schema">Fetches dt-schema.</param>
internal sealed class PythonStep(FetchStep python, FetchStep schema) : Step("unpack " + schema.Source.Name + " with " + python.Source.Name)
{
    /// <inheritdoc/>
    public override string Kind => "python";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [python, schema];

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs) => inputs.Number("layout", 1);

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        foreach (var fetch in new[] { python, schema })
        {
            foreach (var file in fetch.Source.Files())
            {
                await context.Tools.RunAsync(
                    "dpkg-deb", ["--extract", Path.Combine(context.OutputOf(fetch), file.Name), context.Output],
                    cancel: cancel).ConfigureAwait(false);
            }
        }
    }
}
