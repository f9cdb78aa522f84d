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

    /// <summary>The board that the text of a draft makes.</summary>
    public static Board Compile(string text)
    {
        var compilation = CSharpCompilation.Create(
            "Draft",
            [CSharpSyntaxTree.ParseText(Usings), CSharpSyntaxTree.ParseText(text)],
            [.. References()],
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(
            result.Success, string.Join('\n', result.Diagnostics.Where(x => x.Severity == DiagnosticSeverity.Error).Take(5)) + "\n" + text);
        assembly.Position = 0;
        var context = new AssemblyLoadContext("draft", isCollectible: true);
        var type = Assert.Single(context.LoadFromStream(assembly).GetExportedTypes());
        return Assert.IsType<Board>(type.GetField("Board")!.GetValue(null));
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(':')
            .Where(
                x => Path.GetFileName(x).StartsWith("System.", StringComparison.Ordinal)
                    || Path.GetFileName(x) is "netstandard.dll" or "mscorlib.dll")
            .Append(typeof(Board).Assembly.Location)
            .Append(typeof(BoardRegistry).Assembly.Location)
            .Select(x => MetadataReference.CreateFromFile(x));
}
