using Bsp.Generators.Evaluation;
using Bsp.Generators.Tests.Harness;
using CsCheck;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Tests.Evaluation;

/// <summary>Sources that nobody would write, or has not finished writing: the evaluator reports, it does not throw.</summary>
public sealed class HostileSourceTests
{
    // Pieces of C# that parse alone or not, compile or not.
    private static readonly string[] s_pieces =
    [
        "1", "0", "-1", "\"a\"", "'c'", "null", "null!", "default", "true", "1.5", "2m", "s", "n", "b", "k", "q", "new()", "new[] { 1 }",
        "[1, 2]", "[.. q]", "[]", "n + n", "s + n", "n / 0",
        "s[0]", "q[5]", "q.Count", "k + k", "new string('a', n)", "x => x", "(1, 2)", "s switch { _ => 1 }", "s is { } y", "typeof(int)",
        "nameof(s)", "b ? 1 : 2", "s ?? \"\"", "s?.Length",
        "new ByteSize(n)", "n.MiB()", "1.GiB() - 2.GiB()", "k with { Requests = [] }", "(int)s", "(string)(object)n", "checked(n * n)",
        "~n << n", "$\"{n:x4}{s,5}\"", "$\"{k}\"", "throw null!", "await n",
        "Self", "Again(n)", "Generic<int>(n)", "unchecked((byte)n)", "KernelFragment.Y(s, s)", "KernelFragment.Int(s, n)",
        "new DtNode(s) { Nodes = [new(s)] }", "new Guid(s)", "stackalloc int[n]", "new int[n]", "new int[1 << 30]",
        "new { A = n }", "b && n > 0 || !b", "Enum.Parse<DayOfWeek>(s)", "DayOfWeek.Monday", "(FilesystemUse)77",
        "new Filesystem((FilesystemUse)n, default)", "dynamic", "&n", "*n", "n++", "n = 5", "ref n", "this", "base", "__arglist(n)",
        "Math.Max(n, 1)", "DateTime.Now", "new Random()", "new System.Text.StringBuilder(s).Append(s).ToString()", "from x in q select x",
        "q.Select(x => x)", "((Func<int>)(() => 1))()", "delegate { }", "sizeof(int)", "new Board()",
    ];

    private static readonly string[] s_joints =
    [
        "{0}", "({0})", "{0} + {1}", "{0} == {1}", "{0} ? {1} : {0}", "[{0}, {1}]", "[.. {0}, {1}]", "new({0}, {1})", "F({0}, {1})",
        "{0}.{1}", "{0} with {{ X = {1} }}", "$\"{{{0}}}\"", "({0}, {1})", "Soc = {0}, {1}", "{0};", "{{ {0}", "{0} }}",
    ];

    [Fact]
    public void Any_expression_is_evaluated_reported_or_left_to_the_compiler()
    {
        var leaf = Gen.Int[0, s_pieces.Length - 1].Select(i => s_pieces[i]);
        var expression = Gen.Select(Gen.Int[0, s_joints.Length - 1], leaf, leaf, leaf)
            .Select(
                (joint, one, other, third) => string.Format(
                    null, s_joints[joint], one, joint % 3 == 0 ? "(" + other + ")" + third : other));
        Gen.Select(expression, Gen.Int[0, 3], (text, position) => Source(text, position)).Sample(AssertEvaluates, iter: 150, threads: 1);
    }

    [Fact]
    public void Half_written_boards_do_not_stop_the_evaluator()
    {
        var board = Sources.Board("a");
        Gen.Select(Gen.Int[0, board.Length - 1], Gen.Int[0, 40], Gen.Int[0, s_pieces.Length - 1])
            .Select((at, length, piece) => board[..at] + s_pieces[piece] + board[Math.Min(at + length, board.Length)..])
            .Sample(text => AssertEvaluates(text), iter: 60, threads: 1);
    }

    [Fact]
    public void Sums_and_comparisons_are_those_of_the_compiler()
    {
        string[] operators = ["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>"];
        string[] types = ["int", "uint", "long", "ulong", "byte", "short"];
        var number = Gen.OneOf(Gen.Int[-3, 70], Gen.Int).Select(value => $"unchecked((T){value})");
        // A divisor is 1 modulo 4, thus neither 0 nor -1: by these the compiled program may throw.
        var line = Gen.Select(Gen.Int[0, types.Length - 1], Gen.Int[0, operators.Length - 1], number, number, (type, op, left, right) =>
            operators[op] is "<<" or ">>"
                ? $"unchecked((V({left}) {operators[op]} (int)V({right})))".Replace("T)", types[type] + ")", StringComparison.Ordinal)
                : (operators[op] is "/" or "%"
                    ? $"unchecked((V({left}) {operators[op]} (V({right}) % 37 * 4 + 1)))"
                    : $"unchecked((V({left}) {operators[op]} V({right})))").Replace("T)", types[type] + ")", StringComparison.Ordinal));
        line.Array[300].Sample(
            lines => BothWays.Agree(
                string.Join("\n", types.Select(type => $"static {type} V({type} value) => value;"))
                + string.Concat(
                    lines.Select(
                        (text, i) => $"\npublic static readonly object R{i} = {text}; public static readonly bool C{i} = {text} > 5;"))),
            iter: 2,
            threads: 1);
    }

    private static string Source(string expression, int position) => $$"""
        public static class Subject
        {
            static string s => "a";
            static int n => 3;
            static bool b => true;
            static KernelFragment k => KernelFragment.Y("A");
            static Seq<int> q => [1, 2];
            static object F(object one, object two) => {{(position == 3 ? expression : "one")}};
            static int Again(int n) => Again(n - 1);
            static int Generic<T>(T value) => 1;
            static readonly object Self = {{(position == 2 ? expression : "1")}};

            [Board]
            public static readonly Board Board = Test.Shared.Base with { Id = F(Self, {{(position == 1
                ? expression
                : "1")}}) + "", {{(position == 0 ? "Kernel = " + expression : "")}} };
        }
        """;

    private static void AssertEvaluates(string text)
    {
        var compilation = TestCompilation.Of(
            ("Families.cs", Sources.Families), ("Distribution.cs", Sources.Distribution), ("Test.cs", text));
        var compiles = compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
        var cache = new EvaluationCache();
        foreach (var member in compilation.Assembly.GlobalNamespace.GetNamespaceMembers()
            .Append<INamespaceOrTypeSymbol>(compilation.Assembly.GlobalNamespace)
            .SelectMany(space => space.GetTypeMembers()).SelectMany(type => type.GetMembers())
            .Where(member => member is IFieldSymbol or IPropertySymbol && member is { IsImplicitlyDeclared: false, IsStatic: true }))
        {
            var evaluation = cache.Evaluate(member, compilation, TestContext.Current.CancellationToken);
            var problems = evaluation.AllProblems().ToArray();
            Assert.DoesNotContain(
                "BSP0010", problems.Select(problem => problem.Descriptor.Id + " " + problem.Message).Select(message => message[..7]));
            // Never silent: what has no value has a reason, the evaluator's or the compiler's.
            Assert.True(
                evaluation.IsKnown || problems.Length > 0 || !compiles, $"'{member.Name}' has neither a value nor a problem in\n{text}");
        }
    }
}
