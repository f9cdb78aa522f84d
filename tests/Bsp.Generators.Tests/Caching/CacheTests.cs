using Bsp.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Tests.Caching;

/// <summary>What an edit makes run again, judged by the pipeline's tracked steps and by the count of evaluations.</summary>
public sealed class CacheTests
{
    private const int Boards = 5;

    private readonly RunningGenerator _generator = new(TestCompilation.Of(
    [
        ("Families.cs", Sources.Families),
        ("Distribution.cs", Sources.Distribution),
        .. Enumerable.Range(0, Boards).Select(i => ($"Board{i}.cs", Sources.Board("board-" + i, "Board" + i))),
    ]));

    [Fact]
    public void The_first_run_evaluates_each_member_once()
    {
        // The boards, the distribution, and what boards share: Base, Soc, Aarch64, Load.
        Assert.Equal(Boards + 1 + 4, _generator.Evaluations);
        Assert.Equal(Boards, _generator.Ran(StepNames.Render));
    }

    [Fact]
    public void CommentInBoardDoesNotRenderAgain()
    {
        _generator.Edit("Board2.cs", text => "// A comment.\n" + text);
        Assert.Equal(1, _generator.Evaluations);
        Assert.Equal(0, _generator.Ran(StepNames.Pairs));
        Assert.Equal(0, _generator.Ran(StepNames.Render));
        Assert.Equal(0, _generator.Ran(StepNames.Registry));
    }

    [Fact]
    public void Editing_one_board_does_not_evaluate_the_others()
    {
        _generator.Edit("Board2.cs", text => text.Replace("board-2", "board-two", StringComparison.Ordinal));
        Assert.Equal(1, _generator.Evaluations);
        Assert.Equal(1, _generator.Ran(StepNames.Render));
        Assert.Contains("board-two", _generator.Values<string>(StepNames.Render), StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_in_a_shared_layer_evaluates_its_members_again_and_renders_nothing()
    {
        _generator.Edit("Families.cs", text => text + "\n// A comment.\n");
        Assert.Equal(Boards + 4, _generator.Evaluations);
        Assert.Equal(0, _generator.Ran(StepNames.Render));
    }

    [Fact]
    public void A_value_in_a_shared_layer_renders_every_board_again()
    {
        _generator.Edit("Families.cs", text => text.Replace("SERIAL", "SERIAL_8250", StringComparison.Ordinal));
        Assert.Equal(Boards, _generator.Ran(StepNames.Render));
    }

    [Fact]
    public void A_comment_in_the_distribution_renders_nothing()
    {
        _generator.Edit("Distribution.cs", text => "// A comment.\n" + text);
        Assert.Equal(1, _generator.Evaluations);
        Assert.Equal(0, _generator.Ran(StepNames.Render));
    }

    [Fact]
    public void An_unrelated_body_evaluates_nothing()
    {
        _generator.Add("Other.cs", "static class Other { static int F() => 1; }");
        _generator.Edit("Other.cs", text => text.Replace("=> 1", "=> 2", StringComparison.Ordinal));
        Assert.Equal(0, _generator.Evaluations);
        Assert.Equal(0, _generator.Ran(StepNames.Render));
    }

    [Fact]
    public void A_new_declaration_anywhere_evaluates_again_for_a_name_may_mean_another_thing()
    {
        // In the boards' own namespace 'Shared' now is another class than the one that it was.
        _generator.Edit("Board1.cs", text => text.Replace("namespace Test;", "namespace Test.Inner;", StringComparison.Ordinal));
        _generator.Add("Other.cs", """
            namespace Test.Inner;
            static class Shared { public static readonly Board Base = Test.Shared.Base with { Watchdog = new("OTHER_WDT", 20) }; }
            """);
        Assert.Equal(Boards + 1 + 4 + 1, _generator.Evaluations);
        Assert.Equal(1, _generator.Ran(StepNames.Render));
        Assert.Contains("OTHER_WDT", _generator.Values<string>(StepNames.Pairs), StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_in_a_file_that_is_never_read_counts()
    {
        _generator.Add("Constants.cs", "static class Constants { public const string Id = \"one\"; }");
        _generator.Edit("Board1.cs", text => text.Replace("\"board-1\"", "Constants.Id", StringComparison.Ordinal));
        _generator.Edit("Constants.cs", text => text.Replace("one", "two", StringComparison.Ordinal));
        Assert.Equal(1, _generator.Ran(StepNames.Render));
        Assert.Contains("two", _generator.Values<string>(StepNames.Render), StringComparison.Ordinal);
    }

    [Fact]
    public void The_analyzer_uses_what_the_generator_evaluated()
    {
        _generator.Forget();
        Assert.Empty(_generator.Analyze());
        Assert.Equal(0, _generator.Evaluations);
    }

    [Fact]
    public void Nothing_that_the_pipeline_keeps_holds_a_compilation_or_a_symbol()
    {
        Type[] heavy = [typeof(ISymbol), typeof(Compilation), typeof(SyntaxTree), typeof(SyntaxNode), typeof(Location)];
        var held = _generator.Outputs(
            [StepNames.Boards, StepNames.Distributions, StepNames.Pairs, StepNames.Render, StepNames.Registry, StepNames.Locations])
            .SelectMany(ObjectGraph.TypesIn).ToHashSet();
        Assert.Contains(typeof(Model.BootableBoard), held);
        Assert.DoesNotContain(held, type => heavy.Any(one => one.IsAssignableFrom(type)));
    }
}
