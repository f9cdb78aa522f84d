using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.DeviceTrees.Bindings;

namespace Bsp.Firmware.Kernel;

/// <summary>
/// Prepares the bindings of a kernel for checking trees: <c>bindings.bin</c>, and in <c>messages.txt</c> what was left out of them.
/// </summary>
/// <param name="kernel">The kernel's source.</param>
/// <param name="schemas">Debian's package dt-schema, unpacked: its own schemas, which kernels' bindings refer to.</param>
public sealed class BindingsStep(KernelSourceStep kernel, PackagesStep schemas) : Step("bindings of " + kernel.Name)
{
    /// <summary>The prepared bindings in the output.</summary>
    public const string FileName = "bindings.bin";

    /// <inheritdoc/>
    public override string Kind => "bindings";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [kernel, schemas];

    /// <summary>The folder of dt-schema's own schemas in its unpacked package.</summary>
    public static string SchemasIn(string packages) => Path.Combine(packages, "dt-schema/usr/lib/python3/dist-packages/dtschema/schemas");

    /// <inheritdoc/>
    // Changes with what is made of bindings, or the file.
    public override void Describe(InputHasher inputs) => inputs.Text("steps", "1");

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        context.Report("reading the bindings");
        var prepared = await Task.Run(
            () => BindingsPreparation.Prepare(
                Path.Combine(context.OutputOf(kernel), "Documentation/devicetree/bindings"), SchemasIn(context.OutputOf(schemas))),
            cancel).ConfigureAwait(false);
        await File.WriteAllBytesAsync(Path.Combine(context.Output, FileName), prepared.Bindings.ToBytes(), cancel).ConfigureAwait(false);
        await File.WriteAllLinesAsync(Path.Combine(context.Output, "messages.txt"), prepared.Messages, cancel).ConfigureAwait(false);
    }
}
