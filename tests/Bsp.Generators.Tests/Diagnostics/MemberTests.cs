using Bsp.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bsp.Generators.Tests.Diagnostics;

/// <summary>BSP0007 to BSP0011: members and projects that cannot have boards.</summary>
public sealed class MemberTests
{
    [Theory]
    [InlineData("public static Board {|BSP0008:Board|} = Test.Shared.Base;")]
    [InlineData("public static Board {|BSP0008:Board|} { get; set; } = Test.Shared.Base;")]
    [InlineData("public readonly Board {|BSP0008:Board|} = Test.Shared.Base;")]
    [InlineData("public static readonly string {|BSP0008:Board|} = \"a\";")]
    [InlineData("public static readonly Distribution {|BSP0008:Board|} = Test.Distributions.Reference;")]
    [InlineData("private static readonly Board {|BSP0009:Board|} = Test.Shared.Base;")]
    [InlineData("static readonly Board {|BSP0009:Board|} = Test.Shared.Base;")]
    public async Task Attributes_on_members_that_cannot_hold_a_board_are_reported(string member) =>
        await Diagnose.BoardAsync($"public class Subject {{ [Board] {member} }}");

    [Theory]
    [InlineData("public static class Outer { private static class Inner { [Board] public static readonly Board {|BSP0009:Board|} = Test.Shared.Base; } }")]
    [InlineData("file static class Subject { [Board] public static readonly Board {|BSP0009:Board|} = Test.Shared.Base; }")]
    [InlineData("public static class Subject<T> { [Board] public static readonly Board {|BSP0008:Board|} = Test.Shared.Base; }")]
    public async Task Attributes_where_the_registry_cannot_reach_are_reported(string source) => await Diagnose.BoardAsync(source);

    [Fact]
    public async Task Properties_hold_boards_too() => await Diagnose.BoardAsync("""
        public static class Subject
        {
            [Board]
            public static Board One { get; } = Test.Shared.Base with { Id = "one" };

            [Board]
            public static Board Two => One with { Id = "two" };

            [Board]
            internal static readonly Board Three = Two with { Id = "three" };
        }
        """);

    [Fact]
    public async Task Boards_without_a_distribution_are_reported() => await Diagnose.MarksAsync("""
        public static class Subject
        {
            [Board]
            public static readonly Board {|BSP0011:Board|} = Test.Shared.Base with { Id = "a" };
        }
        """, ("Families.cs", Sources.Families));

    [Fact]
    public async Task Another_model_than_the_generators_is_reported()
    {
        // The model's sources, compiled without their stamp, stand for another version.
        var model = CSharpCompilation.Create(
            "Bsp.Model",
            Directory.EnumerateFiles(Repository.PathTo("src", "Bsp.Model"), "*.cs", SearchOption.AllDirectories)
                .Where(path => !Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                .Select(path => TestCompilation.Parse(path, File.ReadAllText(path)))
                .Append(TestCompilation.Parse("Usings.cs", "global using System; global using System.Collections.Generic; global using System.Linq;")),
            TestCompilation.Of("").References.Where(reference => Path.GetFileName(reference.Display) != "Bsp.Model.dll"),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Diagnose.AssertCompiles(model);
        var boards = TestCompilation.Of(("Families.cs", Sources.Families), ("Distribution.cs", Sources.Distribution), ("Board.cs", Sources.Board("a")));
        boards = boards.ReplaceReference(boards.References.Single(reference => Path.GetFileName(reference.Display) == "Bsp.Model.dll"), model.ToMetadataReference());

        var diagnostics = await Diagnose.RunAsync(boards);
        Assert.Equal(["BSP0007", "BSP0007"], diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Contains("of an unknown version", diagnostics[0].GetMessage(null), StringComparison.Ordinal);
    }
}
