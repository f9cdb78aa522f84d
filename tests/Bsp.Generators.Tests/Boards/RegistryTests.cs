using System.Text;
using Bsp.Artifacts;
using Bsp.Boards;
using Bsp.Generators.Evaluation;
using Bsp.Generators.Tests.Harness;
using Bsp.Model;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Tests.Boards;

/// <summary>The real boards: what the compiler evaluated is what the program has.</summary>
public sealed class RegistryTests
{
    [Fact]
    public void The_registry_has_every_board_with_every_distribution() =>
        Assert.Equal(
            AttributedOf<Board>().SelectMany(
                board => AttributedOf<Distribution>().Where(distribution => distribution.Supports(board))
                    .Select(distribution => (board.Id, distribution.Id)))
                .Order(),
            BoardRegistry.All().Select(pair => (pair.Board.Id, pair.Distribution.Id)));

    [Fact]
    public void Artifacts_rendered_while_compiling_are_those_rendered_at_run_time_byte_for_byte()
    {
        Assert.NotEmpty(BoardRegistry.All());
        foreach (var pair in BoardRegistry.All())
        {
            var planned = ArtifactPlanner.Plan(pair.Board, pair.Distribution);
            Assert.NotEmpty(planned);
            Assert.Equal(planned.Select(file => file.Path), pair.Files.Select(file => file.Path));
            foreach (var (expected, actual) in planned.Zip(pair.Files))
            {
                Assert.Equal(
                    (expected.Path, Convert.ToHexString(Encoding.UTF8.GetBytes(expected.Text))),
                    (actual.Path, Convert.ToHexString(Encoding.UTF8.GetBytes(actual.Text))));
            }
        }
    }

    [Fact]
    public void Values_evaluated_while_compiling_equal_those_at_run_time()
    {
        var compilation = RealBoards.Compilation();
        var cache = new EvaluationCache();
        var compared = 0;
        foreach (var (member, type) in Inspection.AttributedMembers.Find(compilation, TestContext.Current.CancellationToken))
        {
            var evaluation = cache.Evaluate(member, compilation, TestContext.Current.CancellationToken);
            Assert.Empty(evaluation.AllProblems().Select(problem => problem.Message));
            var runTime =
                typeof(BoardRegistry).Assembly.GetType(
                    member.ContainingType.ToDisplayString(), throwOnError: true)!.GetField(member.Name)!.GetValue(
                    null);
            Assert.Equal(runTime, evaluation.Value);
            Assert.True(type == nameof(Board) ? evaluation.Value is Board : evaluation.Value is Distribution);
            compared++;
        }

        Assert.Equal(AttributedOf<Board>().Length + AttributedOf<Distribution>().Length, compared);
    }

    [Fact]
    public async Task The_boards_have_no_findings() =>
        Assert.Empty((await Diagnose.RunAsync(RealBoards.Compilation())).Select(diagnostic => diagnostic.ToString()));

    private static T[] AttributedOf<T>() =>
    [
        .. typeof(BoardRegistry).Assembly.GetTypes().SelectMany(type => type.GetFields())
            .Where(field => field.IsStatic && typeof(T).IsAssignableFrom(field.FieldType)
                && field.CustomAttributes.Any(attribute => attribute.AttributeType.Name == typeof(T).Name + "Attribute"))
            .Select(field => (T)field.GetValue(null)!),
    ];
}
