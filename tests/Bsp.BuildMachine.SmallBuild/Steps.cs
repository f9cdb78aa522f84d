using System.Globalization;
using Bsp.Build.Steps;

namespace Bsp.BuildMachine.SmallBuild;

/// <summary>Many small files, written one by one, so that a kill finds the step half done.</summary>
public sealed class SourcesStep() : Step("sources")
{
    public override string Kind => "sources";

    public override void Describe(InputHasher inputs) => inputs.Number("files", 200);

    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        for (var i = 0; i < 200; i++)
        {
            await File.WriteAllTextAsync(
                Path.Combine(context.Output, i.ToString(CultureInfo.InvariantCulture)), new string('s', i), cancel).ConfigureAwait(false);
            await Task.Delay(1, cancel).ConfigureAwait(false);
        }
    }
}

/// <summary>A tool that writes slowly.</summary>
internal sealed class CompileStep(SourcesStep sources, int number) : Step("compile " + number.ToString(CultureInfo.InvariantCulture))
{
    public override string Kind => "compile";

    public override IReadOnlyList<Step> Needs => [sources];

    public override void Describe(InputHasher inputs) => inputs.Number("number", number);

    public override Task RunAsync(StepContext context, CancellationToken cancel) =>
        context.Tools.RunAsync(
            "sh",
            ["-c", "for i in 1 2 3 4 5 6 7 8 9 10; do echo \"$3 $i\" >> \"$2/object\"; cat \"$1/$i\" >> \"$2/object\"; sleep 0.04; "
                + "done", "sh", context.OutputOf(
                sources), context.Output, number.ToString(CultureInfo.InvariantCulture)],
            cancel: cancel);
}

/// <summary>Puts the objects together.</summary>
internal sealed class LinkStep(IReadOnlyList<CompileStep> objects) : Step("link")
{
    public override string Kind => "link";

    public override IReadOnlyList<Step> Needs => objects;

    public override void Describe(InputHasher inputs) => inputs.Text("format", "concatenated");

    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        foreach (var part in objects)
        {
            var text = await File.ReadAllTextAsync(Path.Combine(context.OutputOf(part), "object"), cancel).ConfigureAwait(false);
            await File.AppendAllTextAsync(Path.Combine(context.Output, "program"), text, cancel).ConfigureAwait(false);
            await Task.Delay(50, cancel).ConfigureAwait(false);
        }
    }
}
