using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bsp.Build.Tests;

/// <summary>The source of the build, compiled against the fallback.</summary>
internal static class BuildSource
{
    public static CSharpCompilation Compilation()
    {
        var usings = Directory.GetFiles(
            Repository.At("build", "obj", "fallback"), "_build.GlobalUsings.g.cs", SearchOption.AllDirectories)[0];
        var trees = Directory.GetFiles(Repository.At("build"), "*.cs")
            .Append(Repository.At("src", "Shared", "NearestNames.cs"))
            .Append(usings)
            .Select(x => CSharpSyntaxTree.ParseText(File.ReadAllText(x), new(LanguageVersion.Preview), x));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(':')
            .Select(x => MetadataReference.CreateFromFile(x));
        return CSharpCompilation.Create(
            "build", trees, references, new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The names of a build class's targets.</summary>
    public static IEnumerable<string> Targets(INamedTypeSymbol build) =>
        build.GetMembers().OfType<IPropertySymbol>().Where(x => x.Type.Name == "Target").Select(x => x.Name);

    /// <summary>The names of its own parameters.</summary>
    public static IEnumerable<string> Parameters(INamedTypeSymbol build) =>
        build.GetMembers().Where(x => x.GetAttributes().Any(y => y.AttributeClass?.Name == "ParameterAttribute")).Select(x => x.Name);
}
