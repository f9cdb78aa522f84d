using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bsp.Build.Tests;

/// <summary>What every C# file that people write keeps to: the length of lines, and which namespace it is in.</summary>
public sealed class SourceShapeTests
{
    private const int MaximumColumns = 140;

    private static readonly string[] Roots = ["boards", "build", "generators", "src", "tests"];

    // What callers type against is in one namespace, however many folders its files are in.
    private static readonly string[] FlatLibraries =
    [
        "src/Bsp.DeviceTree", "src/Bsp.DeviceTree.Bindings", "src/Bsp.Kconfig", "src/Bsp.Model",
    ];

    // A board is found by its type, not by its folder; the fallback has the names of Nuke, and of what Nuke brings along.
    private static readonly string[] WithNamesOfTheirOwn = ["boards", "build/fallback"];

    [Fact]
    public void Lines_end_before_column_140() => Assert.Empty(
        Sources().SelectMany(file => LongLines(File.ReadAllText(Repository.At(file)))
            .Select(line => $"{file}:{line}: longer than {MaximumColumns} columns")));

    [Fact]
    public void A_namespace_is_that_of_the_project_and_the_folder()
    {
        var projects = Roots.SelectMany(root => Files(root, "*.csproj")).ToDictionary(file => Path.GetDirectoryName(file)!, RootNamespace);
        Assert.Empty(
            from file in Sources()
            where !IsIn(file, WithNamesOfTheirOwn)
            let project = projects.Keys.Where(folder => IsIn(file, [folder])).MaxBy(folder => folder.Length)
            where project is not null
            let actual = Root(File.ReadAllText(Repository.At(file))).Members.OfType<BaseNamespaceDeclarationSyntax>()
                .FirstOrDefault()?.Name.ToString()
            let root = projects[project]
            let expected = string.Join(
                '.', [root, .. Path.GetRelativePath(project, Path.GetDirectoryName(file)!).Split('/').Where(x => x != ".")])
            where actual is not null && actual != expected && !(actual == root && FlatLibraries.Contains(project))
            select $"{file}: the namespace is {actual}, and should be {expected}");
    }

    [Theory]
    [InlineData(140, 0)]
    [InlineData(141, 1)]
    public void A_line_of_141_columns_is_too_long(int columns, int found) =>
        Assert.Equal(found, LongLines("class A;\n// " + new string('x', columns - 3) + "\n").Count());

    [Fact]
    public void The_text_of_a_raw_string_is_as_long_as_it_is()
    {
        var text = new string('x', MaximumColumns);
        Assert.Empty(LongLines($"class A\n{{\n    string B = \"\"\"\n        {text}\n        \"\"\";\n}}\n"));
        Assert.Equal([3], LongLines($"class A\n{{\n    string B = \"\"\"{text}\"\"\";\n}}\n"));
    }

    private static IEnumerable<int> LongLines(string source)
    {
        var lines = source.Split('\n');
        var found = Enumerable.Range(0, lines.Length).Where(i => lines[i].TrimEnd('\r').Length > MaximumColumns).ToList();
        // Few files have one, and only then it matters what it is part of.
        var texts = found.Count == 0 ? [] : RawTexts(Root(source));
        return found.Where(i => !texts.Exists(text => text.First < i && i < text.Last)).Select(i => i + 1);
    }

    // The lines of each raw string, its delimiters included.
    private static List<(int First, int Last)> RawTexts(CompilationUnitSyntax root) =>
    [
        .. root.DescendantNodes().OfType<ExpressionSyntax>()
            .Where(
                node => node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax
                    && node.GetFirstToken().Text.Contains("\"\"\"", StringComparison.Ordinal))
            .Select(node => node.SyntaxTree.GetLineSpan(node.Span))
            .Select(span => (span.StartLinePosition.Line, span.EndLinePosition.Line)),
    ];

    private static CompilationUnitSyntax Root(string source) => CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot();

    private static string RootNamespace(string project) =>
        XDocument.Load(Repository.At(project)).Descendants("RootNamespace").FirstOrDefault()?.Value
            ?? Path.GetFileNameWithoutExtension(project);

    private static List<string> Sources() => [.. Roots.SelectMany(root => Files(root, "*.cs"))];

    private static IEnumerable<string> Files(string root, string pattern) =>
        Directory.EnumerateFiles(Repository.At(root), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "generated"))
            .Order(StringComparer.Ordinal);

    private static bool IsIn(string file, IEnumerable<string> folders) =>
        folders.Any(folder => file.StartsWith(folder + "/", StringComparison.Ordinal));
}
