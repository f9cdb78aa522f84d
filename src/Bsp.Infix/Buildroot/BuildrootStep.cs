using System.Globalization;
using Bsp.Build;
using Bsp.Build.Steps;

namespace Bsp.Infix.Buildroot;

/// <summary>Runs Buildroot with one of Infix's defconfigs; the output is its folder <c>images</c>.</summary>
/// <param name="tree">Infix and Buildroot.</param>
/// <param name="defconfig">The defconfig without its ending, such as <c>aarch64</c> or <c>nanopi_r2s_boot</c>.</param>
public sealed class BuildrootStep(InfixTree tree, string defconfig) : Step("buildroot " + defconfig)
{
    /// <summary>The folder of the output with what Buildroot made.</summary>
    public const string Images = "images";

    /// <inheritdoc/>
    public override string Kind => "buildroot";

    /// <inheritdoc/>
    public override bool UsesAllCores => true;

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        tree.Describe(inputs);
        inputs.Text("defconfig", defconfig);
        // Buildroot compiles its own tools with the host's.
        inputs.Tool("make", "make");
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var file = $"configs/{defconfig}_defconfig";
        if (!File.Exists(Path.Combine(tree.Folder, file)))
            throw new BuildFailedException($"'{tree.Folder}' has no '{file}'");
        var output = Path.Combine(context.Work, "output");
        string[] make = ["-C", tree.Buildroot, "O=" + output, "BR2_EXTERNAL=" + tree.Folder];
        context.Report("configuring");
        await context.Tools.RunAsync("make", [.. make, defconfig + "_defconfig"], cancel: cancel).ConfigureAwait(false);
        await context.Tools.RunAsync(
            "make",
            [.. make, "BR2_JLEVEL=" + context.Jobs.ToString(CultureInfo.InvariantCulture)],
            onLine: line =>
            {
                // Buildroot's own headlines: ">>> linux 6.18.43 Building".
                if (line.IndexOf(">>> ", StringComparison.Ordinal) is var at and >= 0)
                    context.Report(line[(at + 4)..].Replace("\u001b[27m", "", StringComparison.Ordinal).Trim());
            },
            cancel: cancel).ConfigureAwait(false);
        var images = Path.Combine(output, Images);
        if (!Directory.Exists(images))
            throw new BuildFailedException($"Buildroot ended well but made no '{Images}'");
        await context.Tools.RunAsync("cp", ["-a", "--reflink=auto", images, context.Output], cancel: cancel).ConfigureAwait(false);
    }
}
