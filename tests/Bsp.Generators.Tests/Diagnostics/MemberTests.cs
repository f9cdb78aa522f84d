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
    [InlineData(
        "public static class Outer { private static class Inner { [Board] public static readonly Board {|BSP0009:Board|} = "
        + "Test.Shared.Base; } }")]
    [InlineData("file static class Subject { [Board] public static readonly Board {|BSP0009:Board|} = Test.Shared.Base; }")]
    [InlineData("public static class Subject<T> { [Board] public static readonly Board {|BSP0008:Board|} = Test.Shared.Base; }")]
    public async Task Attributes_where_the_registry_cannot_reach_are_reported(string source) => await Diagnose.BoardAsync(source);

    [Fact]
    public async Task A_board_that_no_distribution_takes_is_reported() => await Diagnose.BoardAsync("""
        public static class Subject
        {
            [Board]
            public static readonly Board {|BSP0011:Board|} = new()
            {
                Id = "a",
                Identity = Test.Shared.Base.Identity,
                Soc = Test.Shared.Base.Soc,
                Console = Test.Shared.Base.Console,
            };
        }
        """);

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
            Directory.EnumerateFiles(Repository.At("src", "Bsp.Model"), "*.cs", SearchOption.AllDirectories)
                .Where(
                    path => !Path.GetRelativePath(Repository.Root, path)
                        .Split(Path.DirectorySeparatorChar)
                        .Any(part => part is "bin" or "obj"))
                .Select(path => TestCompilation.Parse(path, File.ReadAllText(path)))
                .Append(
                    TestCompilation.Parse(
                        "Usings.cs", "global using System; global using System.Collections.Generic; global using System.Linq;")),
            TestCompilation.Of("").References.Where(reference => Path.GetFileName(reference.Display) != "Bsp.Model.dll"),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Diagnose.AssertCompiles(model);
        var boards = TestCompilation.Of(
            ("Families.cs", Sources.Families), ("Distribution.cs", Sources.Distribution), ("Board.cs", Sources.Board("a")));
        boards = boards.ReplaceReference(
            boards.References.Single(reference => Path.GetFileName(reference.Display) == "Bsp.Model.dll"), model.ToMetadataReference());

        var diagnostics = await Diagnose.RunAsync(boards);
        Assert.Equal(["BSP0007", "BSP0007"], diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Contains("of an unknown version", diagnostics[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_while_rendering_is_reported_at_the_board_and_spares_the_others()
    {
        var marked = MarkedSource.Parse(Sources.Board("a", "A").Replace("Value", "{|BSP0010:Value|}", StringComparison.Ordinal));
        var generator = new RunningGenerator(
            TestCompilation.Of(
                ("Families.cs", Sources.Families), ("Distribution.cs", Sources.Distribution), ("A.cs", marked.Text),
                ("B.cs", Sources.Board("b", "B"))),
            (board, _) => board.Id == "b" ? [new("file", "text")] : throw new InvalidOperationException("the template is broken"));
        var diagnostic = Assert.Single(generator.Result.Diagnostics);
        Assert.Equal((marked.Marks[0].Id, marked.Marks[0].Span), (diagnostic.Id, diagnostic.Location.SourceSpan));
        Assert.Equal("A.cs", diagnostic.Location.GetLineSpan().Path);
        Assert.Contains("the template is broken", diagnostic.GetMessage(null), StringComparison.Ordinal);
        Assert.Single(
            generator.Result.GeneratedSources, source => source.SourceText.ToString().Contains("\ntext\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Kernel = {|BSP1001:null|}!")]
    [InlineData("Console = new({|BSP1001:null|}!)")]
    [InlineData("Disk = new() { Size = 1.MiB(), Partitions = [{|BSP1001:null|}!] }")]
    [InlineData("Kernel = KernelFragment.Y({|BSP1001:null|}!)")]
    public async Task Nulls_that_the_compiler_was_told_to_overlook_are_reported(string assignment) => await Diagnose.BoardAsync($$"""
        public static class Subject
        {
            [Board]
            public static readonly Board Board = Test.Shared.Base with { Id = "a", {{assignment}} };
        }
        """);
}
