using System.Reflection;
using System.Runtime.Loader;
using Bsp.Boards;
using Bsp.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bsp.Infix.Tests.Importing;

/// <summary>The C# compiler, on a draft beside the project's boards.</summary>
internal static class DraftCompiler
{
    private const string Usings = "global using System.Collections.Generic; global using Bsp.Boards.Families; global using Bsp.Model;";

    // What the project has by <ImplicitUsings>, as far as the layers need it.
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.Linq;";

    /// <summary>The board that the text of a draft makes.</summary>
    public static Board Compile(string text)
    {
        var assembly = Compile(
            [Usings, text], References().Append(MetadataReference.CreateFromFile(typeof(BoardRegistry).Assembly.Location)), text);
        var type = Assert.Single(assembly.GetExportedTypes());
        return Assert.IsType<Board>(type.GetField("Board")!.GetValue(null));
    }

    /// <summary>What boards share, without the boards.</summary>
    public static Assembly Layers()
    {
        var boards = Path.Combine(Repository.Root, "boards");
        return Compile(
            [
                ImplicitUsings, File.ReadAllText(Path.Combine(boards, "GlobalUsings.cs")),
                .. Directory.EnumerateFiles(Path.Combine(boards, "families"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText),
            ],
            References(), "");
    }

    private static Assembly Compile(IEnumerable<string> texts, IEnumerable<MetadataReference> references, string text)
    {
        var compilation = CSharpCompilation.Create(
            "Draft",
            texts.Select(x => CSharpSyntaxTree.ParseText(x)),
            references,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(
            result.Success, string.Join('\n', result.Diagnostics.Where(x => x.Severity == DiagnosticSeverity.Error).Take(5)) + "\n" + text);
        assembly.Position = 0;
        return new AssemblyLoadContext("draft", isCollectible: true).LoadFromStream(assembly);
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(':')
            .Where(
                x => Path.GetFileName(x).StartsWith("System.", StringComparison.Ordinal)
                    || Path.GetFileName(x) is "netstandard.dll" or "mscorlib.dll")
            .Append(typeof(Board).Assembly.Location)
            .Select(x => MetadataReference.CreateFromFile(x));
}
