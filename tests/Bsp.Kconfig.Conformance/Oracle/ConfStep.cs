using Bsp.Build.Steps;
using Bsp.Kconfig.Conformance.SourceTrees;

namespace Bsp.Kconfig.Conformance.Oracle;

/// <summary>Builds a tree's own conf with the tree's own make, in a folder beside the tree.</summary>
/// <param name="tree">The tree.</param>
internal sealed class ConfStep(OracleTree tree) : Step("conf of " + tree.Name)
{
    /// <summary>The folder for make's <c>O=</c> below the output.</summary>
    public const string BuildFolder = "build";

    public override string Kind => "kconfig-conf";

    public override IReadOnlyList<Step> Needs => tree.Source is { } source ? [source] : [];

    public override void Describe(InputHasher inputs)
    {
        inputs.Text("tree", tree.Folder ?? tree.Name);
        inputs.Tool("gcc", "gcc");
        inputs.Tool("make", "make");
        inputs.Tool("flex", "flex");
        inputs.Tool("bison", "bison");
    }

    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        context.Report("make");
        // Old makes do not create it.
        var build = Directory.CreateDirectory(Path.Combine(context.Output, BuildFolder)).FullName;
        await context.Tools.RunAsync(
            "make", ["-C", tree.RootIn(context), "O=" + build, .. tree.Kind.MakeVariables("x86"), "allnoconfig"],
            cancel: cancel).ConfigureAwait(false);
    }
}
