using Bsp.Build.Steps;
using Bsp.Kconfig.Conformance.SourceTrees;

namespace Bsp.Kconfig.Conformance.Oracle;

/// <summary>
/// Builds a tree's conf with one line mended: the hash of its expressions, from Linux 6.12 on, has constant low bits, so that
/// most of its time goes into long chains.
/// </summary>
/// <remarks>
/// It is the rival that a newer kernel could have, and makes long comparisons short; <c>--engine mended-conf</c> compares it with
/// the conf as it is.
/// </remarks>
/// <param name="tree">The tree.</param>
/// <param name="conf">Built conf, with the files that flex and bison make.</param>
internal sealed class MendedConfStep(OracleTree tree, ConfStep conf) : Step("mended conf of " + tree.Name)
{
    /// <summary>The program, below the output.</summary>
    public const string FileName = "conf";

    private const string Faulty = "hash = hash_32((unsigned int)type ^ hash_ptr(l) ^ hash_ptr(r));";
    private const string Mended = "hash = hash_32((unsigned int)type ^ hash_ptr(l) ^ (hash_ptr(r) << 1)) >> 16;";

    public override string Kind => "kconfig-conf-mended";

    public override IReadOnlyList<Step> Needs => tree.Source is { } source ? [conf, source] : [conf];

    /// <summary>Whether a tree has the line.</summary>
    public static bool IsFor(string root)
    {
        var file = Path.Combine(root, "scripts/kconfig/expr.c");
        return File.Exists(file) && File.ReadAllText(file).Contains(Faulty, StringComparison.Ordinal);
    }

    public override void Describe(InputHasher inputs)
    {
        inputs.Text("line", Mended);
        inputs.Tool("gcc", "gcc");
    }

    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var (root, sources) = (tree.RootIn(context), Directory.CreateDirectory(Path.Combine(context.Work, "kconfig")).FullName);
        foreach (var folder in (string[])[
            Path.Combine(root, "scripts/kconfig"), Path.Combine(context.OutputOf(conf), ConfStep.BuildFolder, "scripts/kconfig"),
        ])
        {
            foreach (var file in Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".c" or ".h"))
                File.Copy(file, Path.Combine(sources, Path.GetFileName(file)), overwrite: true);
        }

        var expressions = Path.Combine(sources, "expr.c");
        await File.WriteAllTextAsync(
            expressions,
            (await File.ReadAllTextAsync(expressions, cancel).ConfigureAwait(false)).Replace(Faulty, Mended, StringComparison.Ordinal),
            cancel).ConfigureAwait(false);
        string[] units = ["conf", "confdata", "expr", "lexer.lex", "menu", "parser.tab", "preprocess", "symbol", "util"];
        // As the kernel's Makefile compiles it.
        await context.Tools.RunAsync(
            "gcc",
            ["-std=gnu11", "-O2", "-fomit-frame-pointer", "-I"
                + Path.Combine(root, "scripts/include"), "-I" + sources, "-o", Path.Combine(context.Output, FileName),
                .. units.Select(unit => Path.Combine(sources, unit + ".c"))],
            cancel: cancel).ConfigureAwait(false);
    }
}
