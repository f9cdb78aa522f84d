using System.Text.RegularExpressions;
using Bsp.Infix.Tests.Importing;
using Bsp.Infix.Tests.Support;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bsp.Infix.Tests.Documentation;

/// <summary>docs/port-a-board.md shows whole records, and says that it shows all of C# that records use.</summary>
public sealed partial class GuideTests
{
    private static readonly string s_page = File.ReadAllText(Repository.At("docs", "port-a-board.md"));

    private static IEnumerable<string> Records =>
        Block().Matches(s_page).Select(x => x.Value).Where(x => x.Contains("[Board]", StringComparison.Ordinal));

    [Fact]
    public void The_records_of_the_guide_compile() =>
        Assert.Equal(["acme-one", "acme-two"], Records.Select(x => DraftCompiler.Compile(x).Id));

    [Fact]
    public void What_the_records_of_boards_use_is_in_those_of_the_guide()
    {
        var shown = Records.SelectMany(Kinds).ToHashSet();
        var used = Directory.EnumerateFiles(TestPaths.Boards, "*.cs", SearchOption.AllDirectories)
            .Where(x => Path.GetRelativePath(TestPaths.Boards, x).Split('/') is [not ("bin" or "obj" or "families"), _])
            .SelectMany(x => Kinds(File.ReadAllText(x)).Select(kind => (Kind: kind, File: Path.GetFileName(x))))
            .ToLookup(x => x.Kind, x => x.File);
        Assert.NotEmpty(used);
        Assert.Equal(
            "", string.Join('\n', used.Where(x => !shown.Contains(x.Key)).Select(x => $"{x.Key} in {string.Join(", ", x.Distinct())}")));
    }

    private static IEnumerable<SyntaxKind> Kinds(string text)
    {
        var root = CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken);
        // How a text is written is seen in its token alone.
        return root.DescendantNodes()
            .Select(x => x.Kind())
            .Concat(root.DescendantTokens().Where(x => x.Parent is LiteralExpressionSyntax).Select(x => x.Kind()))
            .Distinct();
    }

    [GeneratedRegex("(?<=^```csharp\n).*?(?=^```$)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
