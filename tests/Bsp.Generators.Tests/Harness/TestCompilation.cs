using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bsp.Generators.Tests.Harness;

/// <summary>Compiles sources against .NET and Bsp.Model, as the boards' project does.</summary>
internal static class TestCompilation
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using Bsp.Model;
        """;

    private static readonly Lazy<MetadataReference[]> s_references = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(
                path => Path.GetFileName(path) is var name
                    && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(Model.Board).Assembly.Location),
    ]);

    public static CSharpCompilation Of(params (string Path, string Text)[] files) => CSharpCompilation.Create(
        "Boards",
        files.Prepend(("Usings.cs", Usings)).Select(file => Parse(file.Item1, file.Item2)),
        s_references.Value,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static CSharpCompilation Of(string text) => Of(("Test.cs", text));

    public static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);

    /// <summary>The same compilation with one file's text changed.</summary>
    public static CSharpCompilation With(this CSharpCompilation compilation, string path, string text) => compilation.ReplaceSyntaxTree(
        compilation.SyntaxTrees.Single(tree => tree.FilePath == path), Parse(path, text));

    public static CSharpCompilation Edit(this CSharpCompilation compilation, string path, Func<string, string> change) =>
        compilation.With(path, change(compilation.SyntaxTrees.Single(tree => tree.FilePath == path).ToString()));
}
