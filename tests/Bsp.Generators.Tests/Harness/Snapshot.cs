using Bsp.Kconfig;
using Bsp.Kconfig.Parsing;
using Bsp.Kconfig.Parsing.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Bsp.Generators.Tests.Harness;

/// <summary>A file that <c>Restore</c> leaves for the compiler.</summary>
internal sealed class Snapshot(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path => path;

    /// <summary>The snapshot of Kconfig files, where that of the test distribution's kernel is, or of another one.</summary>
    public static Snapshot Of(string kconfig, string source = "linux-6.12")
    {
        var result = KconfigParser.Parse(new()
        {
            Dialect = KconfigDialect.Linux6_9,
            Files = new MemoryFiles(new Dictionary<string, string> { ["Kconfig"] = kconfig }),
        });
        Assert.Empty(result.Messages);
        return new($"/somewhere/artifacts/platform/{source}/kconfig-arm64.snapshot", SnapshotWriter.Write(result.Tree!));
    }

    /// <summary>The snapshot of a device tree of the test distribution's kernel.</summary>
    /// <param name="path">The tree's path.</param>
    /// <param name="source">The snapshot.</param>
    public static Snapshot OfTree(string path, string source) =>
        new($"/somewhere/artifacts/platform/linux-6.12/dt-arm64/{path}.snapshot", source);

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
