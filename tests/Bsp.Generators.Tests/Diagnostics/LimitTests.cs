using System.Text;
using Bsp.Generators.Tests.Harness;

namespace Bsp.Generators.Tests.Diagnostics;

/// <summary>BSP0004 to BSP0006: values that never end, or that nobody could build.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task A_member_that_depends_on_itself_is_reported_with_the_circle()
    {
        var messages = await Diagnose.BoardAsync("""
            public static class Subject
            {
                static readonly string A = B + "a";
                static string B => C;
                static readonly string C = {|BSP0004:A|} + "c";

                [Board]
                public static readonly Board Board = Test.Shared.Base with { Id = A };
            }
            """);
        Assert.Contains("Subject.A -> Subject.B -> Subject.C -> Subject.A", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_is_reported_once_where_the_first_board_closes_it() => await Diagnose.BoardAsync("""
        public static class Subject
        {
            static string A => B;
            static string B => {|BSP0004:A|};

            [Board]
            public static readonly Board One = Test.Shared.Base with { Id = A };

            [Board]
            public static readonly Board Two = Test.Shared.Base with { Id = B };
        }
        """);

    [Fact]
    public async Task A_board_made_of_itself_is_reported() => await Diagnose.BoardAsync("""
        public static class Subject
        {
            [Board]
            public static readonly Board Board = {|BSP0004:Board|} with { Id = "a" };
        }
        """);

    [Fact]
    public async Task A_method_that_calls_itself_for_ever_is_reported() => await Diagnose.BoardAsync("""
        public static class Subject
        {
            static string Again(int n) => {|BSP0006:Again(n + 1)|};

            [Board]
            public static readonly Board Board = Test.Shared.Base with { Id = Again(0) };
        }
        """);

    [Fact]
    public async Task Work_without_end_is_reported_once()
    {
        var source = new StringBuilder("public static class Subject\n{\n    static int F0(int n) => n + 1;\n");
        for (var i = 1; i <= 30; i++)
            source.Append("    static int F").Append(i).Append("(int n) => F").Append(i - 1).Append("(F").Append(i - 1).Append("(n));\n");
        source.Append(
            "    [Board]\n    public static readonly Board Board = Test.Shared.Base with "
            + "{ Id = \"a\", Watchdog = new(\"A\", F30(1)) };\n}\n");
        var diagnostics = await Diagnose.RunAsync(
            TestCompilation.Of(
                ("Families.cs", Sources.Families), ("Distribution.cs", Sources.Distribution), ("Test.cs", source.ToString())));
        Assert.Equal(["BSP0005"], diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("string", "F{0} + F{0}", "\"a\"")]
    [InlineData("Seq<string>", "[.. F{0}, .. F{0}]", "[\"a\"]")]
    [InlineData("Seq<string>", "F{0} + F{0}", "[\"a\"]")]
    [InlineData("DtNode", "new(\"a\") {{ Nodes = [F{0}, F{0}] }}", "new(\"a\")")]
    [InlineData("DtNode", "new(\"a\") {{ Nodes = [new(\"a\") {{ Nodes = [new(\"a\") {{ Nodes = [F{0}] }}] }}] }}", "new(\"a\")")]
    public async Task A_value_that_grows_without_bound_is_reported(string type, string step, string start)
    {
        var source = new StringBuilder($"public static class Subject\n{{\n    static {type} F0 => {start};\n");
        for (var i = 1; i <= 60; i++)
            source.Append("    static ").Append(type).Append(" F").Append(i).Append(" => ").AppendFormat(null, step, i - 1).Append(";\n");
        source.Append("    static int Use(").Append(type).Append(" value) => 15;\n");
        source.Append(
            "    [Board]\n    public static readonly Board Board = Test.Shared.Base with { Id = \"a\", Watchdog = new(\"A\", Use(F60)) "
            + "};\n}\n");
        var diagnostics = await Diagnose.RunAsync(
            TestCompilation.Of(
                ("Families.cs", Sources.Families), ("Distribution.cs", Sources.Distribution), ("Test.cs", source.ToString())));
        Assert.Equal(["BSP0005"], diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task Expressions_nested_deeper_than_the_stack_are_reported_not_fatal()
    {
        const int Depth = 3_000;
        var id = string.Concat(Enumerable.Repeat("F(", Depth)) + "\"a\"" + new string(')', Depth);
        var source = $$"""
            public static class Subject
            {
                static string F(string text) => text;

                [Board]
                public static readonly Board Board = Test.Shared.Base with { Id = {{id}} };
            }
            """;
        // On a thread as small as an editor's.
        var ids = Array.Empty<string>();
        var thread = new Thread(
            () => ids =
            [
                .. Diagnose.RunAsync(
                    TestCompilation.Of(("Families.cs", Sources.Families), ("Distribution.cs", Sources.Distribution), ("Test.cs", source)))
                    .GetAwaiter()
                    .GetResult()
                    .Select(diagnostic => diagnostic.Id),
            ],
            maxStackSize: 1 << 20);
        thread.Start();
        thread.Join();
        Assert.All(ids, id => Assert.Equal("BSP0006", id));
    }

    [Fact]
    public async Task A_long_sum_is_not_deep() => await Diagnose.BoardAsync($$"""
            public static class Subject
            {
                static readonly KernelFragment All = {{string.Join(
                    " + ", Enumerable.Range(0, 400).Select(i => $"KernelFragment.Y(\"S{i}\")"))}};

                [Board]
                public static readonly Board Board = Test.Shared.Base with { Id = "a", Kernel = All };
            }
            """);
}
