using Bsp.Generators.Tests.Harness;

namespace Bsp.Generators.Tests.Diagnostics;

/// <summary>BSP0001 to BSP0003: code that the evaluator does not run, reported where it stands.</summary>
public sealed class NotEvaluableTests
{
    [Theory]
    [InlineData("""{|BSP0001:("a", "b")|}.Item1""", "a tuple")]
    [InlineData("""{|BSP0001:"a" switch { "a" => "b", _ => "c" }|}""", "a switch expression")]
    [InlineData("""({|BSP0001:Text() is "b"|}) ? "a" : "b" """, "a pattern")]
    [InlineData("""{|BSP0001:new { A = "a" }|}.A""", "an anonymous object")]
    [InlineData("""{|BSP0001:typeof(string)|}.Name""", "typeof")]
    [InlineData("""{|BSP0001:Text()?.Length.ToString()|} ?? "a" """, "'?.'")]
    [InlineData("""(Text() == "b" ? Text() : {|BSP0001:throw new ModelException()|}) ?? "a" """, "throw")]
    [InlineData("""{|BSP0001:Generic("a")|}""", "generic")]
    [InlineData("""{|BSP0001:s_changes|}""", "readonly")]
    [InlineData("""{|BSP0001:Changes|}""", "without 'set'")]
    [InlineData("""Run({|BSP0001:() => "a"|})""", "a lambda")]
    [InlineData("""{|BSP0001:ByReference(new())|}""", "by reference")]
    public async Task Constructs_without_an_evaluation_are_reported(string expression, string said)
    {
        var messages = await Diagnose.BoardAsync($$"""
            public static class Subject
            {
                static string s_changes = "a";
                static string Changes { get; set; } = "a";
                static string? Text() => "a";
                static T Generic<T>(T value) => value;
                static string Run(Func<string> make) => make();
                static string ByReference(in ByteSize size) => "a";

                [Board]
                public static readonly Board Board = Test.Shared.Base with { Id = {{expression}} };
            }
            """);
        Assert.Contains(said, Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statements_are_reported_in_the_method_that_has_them() => await Diagnose.BoardAsync("""
        public static class Subject
        {
            static string Id()
            {
                {|BSP0001:var id = "a";|}
                return id;
            }

            [Board]
            public static readonly Board Board = Test.Shared.Base with { Id = Id() };
        }
        """);

    [Fact]
    public async Task A_field_without_a_value_is_reported_at_the_field() => await Diagnose.BoardAsync("""
        public static class Subject
        {
            static readonly string {|BSP0001:s_id|};
            static Subject() => s_id = "a";

            [Board]
            public static readonly Board Board = Test.Shared.Base with { Id = s_id };
        }
        """);

    [Fact]
    public async Task Collection_initialisers_are_reported() => await Diagnose.BoardAsync("""
        public static class Subject
        {
            [Board]
            public static readonly Board Board = Test.Shared.Base with { Id = "a", Kernel = new() { Requests = [.. {|BSP0002:new List<KconfigRequest>|} { new("A", KconfigValue.Y) }] } };
        }
        """);

    [Theory]
    [InlineData("""{|BSP0002:string.Concat("a", "b")|}""", "string.Concat")]
    [InlineData("""{|BSP0002:Environment.MachineName|}""", "Environment.MachineName")]
    [InlineData("""{|BSP0002:DateTime.Now|}.Year + "" """, "DateTime.Now")]
    [InlineData("""{|BSP0002:System.IO.File.ReadAllText("/etc/passwd")|}""", "File.ReadAllText")]
    [InlineData("""{|BSP0002:new string('a', 3)|}""", "'string'")]
    [InlineData("""{|BSP0002:"A".ToLowerInvariant()|}""", "ToLowerInvariant")]
    [InlineData("""{|BSP0002:new Random(1)|}.Next() + "" """, "Random")]
    public async Task Code_of_other_assemblies_is_reported(string expression, string said)
    {
        var messages = await Diagnose.BoardAsync($$"""
            public static class Subject
            {
                [Board]
                public static readonly Board Board = Test.Shared.Base with { Id = {{expression}} };
            }
            """);
        Assert.Contains(messages, message => message.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{|BSP0003:new Own(5)|}.Number")]
    [InlineData("Own.Take({|BSP0003:new Own(1)|})")]
    [InlineData("$\"{|BSP0003:{Enum.A}|}\".Length")]
    [InlineData("(\"\" + {|BSP0003:Enum.A|}).Length")]
    public async Task Values_of_types_of_the_project_are_reported(string expression) => await Diagnose.BoardAsync($$"""
        sealed record Own(int Number) { public static int Take(Own own) => own.Number; }
        enum Enum { A }

        public static class Subject
        {
            [Board]
            public static readonly Board Board = Test.Shared.Base with { Id = "a", Watchdog = new("A", TimeoutSeconds: {{expression}}) };
        }
        """);

    [Fact]
    public async Task All_problems_are_reported_not_the_first() => await Diagnose.BoardAsync("""
        public static class Subject
        {
            [Board]
            public static readonly Board Board = Test.Shared.Base with
            {
                Id = {|BSP0002:string.Concat("a", "b")|},
                Console = new({|BSP0001:typeof(string)|}.Name, Baud: {|BSP0002:Math.Max(1, 2)|}),
                Watchdog = {|BSP1001:new("A", TimeoutSeconds: 0)|},
                Kernel = KernelFragment.Y("A", {|BSP0002:"B".Trim()|}) + KernelFragment.Y({|BSP1001:"CONFIG_C"|}),
            };
        }
        """);

    [Fact]
    public async Task What_the_compiler_reports_is_not_reported_twice()
    {
        var diagnostics =
            await Diagnose.RunAsync(
                TestCompilation.Of(("Families.cs", Sources.Families), ("Distribution.cs", Sources.Distribution), ("Test.cs", """
                    public static class Subject
                    {
                        [Board]
                        public static readonly Board Missing = new() { Id = "a" };

                        [Board]
                        public static readonly Board Unknown = Test.Shared.Base with { Id = Nowhere.Id, Nothing = 5 };

                        [Board]
                        public static readonly Board Mistyped = Test.Shared.Base with { Id = 5, Disk = new(1, 2, 3) };

                        [Board]
                        public static readonly Board Broken = Test.Shared.Base with { Id = ;
                    }
                    """)));
        Assert.Empty(diagnostics.Select(diagnostic => diagnostic.ToString()));
    }
}
