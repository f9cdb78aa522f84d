using Bsp.Artifacts;
using Bsp.Boards;
using Bsp.Boards.Families.Infix;
using Bsp.Firmware.Importing;
using Bsp.Infix.Tests.Support;
using Bsp.Model;

namespace Bsp.Infix.Tests.Importing;

/// <summary>A board that was ported and is imported again is the board that it was.</summary>
public sealed class RoundTripTests
{
    private const string Variable = "BSP_INFIX";

    public static TheoryData<string> Ported => [.. BoardRegistry.All().Where(x => x.Distribution.Id == "infix").Select(x => x.Board.Id)];

    public static TheoryData<string> OfInfix => [.. InfixFacts.Boards];

    [Theory]
    [MemberData(nameof(Ported))]
    public void What_is_generated_for_a_board_is_generated_from_its_draft_or_left_to_a_person(string board)
    {
        using var checkout = new ImportedCheckout(Repository.TreeOf(board));
        var expected = BoardRegistry.All().First(x => x.Board.Id == board && x.Distribution.Id == "infix");
        if (expected.Board.Infix!.IsEnabled)
        {
            var architecture = expected.Board.Soc.Architecture.Name;
            checkout.Write($"configs/{architecture}_defconfig", $"BR2_{architecture}=y\nBR2_PACKAGE_{board.ToUpperInvariant().Replace('-', '_')}=y\n");
        }

        var draft = checkout.Draft(board);

        var made = ArtifactPlanner.Plan(DraftCompiler.Compile(draft.Text), InfixOs.Infix).Where(IsCompared).ToDictionary(x => x.Path, x => Meaning(x), StringComparer.Ordinal);
        foreach (var file in expected.Files.Where(IsCompared))
        {
            // What the draft does not make it says that it does not.
            if (!draft.Todos.Any(x => "tree/" + x.File == file.Path))
                Assert.Equal(file.Path + "\n" + Meaning(file), file.Path + "\n" + made.GetValueOrDefault(file.Path));
        }

        Assert.All(made.Keys, path => Assert.Contains(expected.Files, file => file.Path == path));
    }

    [Theory]
    [MemberData(nameof(Ported))]
    public void The_text_of_a_draft_is_the_board_that_was_read(string board)
    {
        using var checkout = new ImportedCheckout(Repository.TreeOf(board));
        var draft = checkout.Draft(board);
        Assert.Equal(draft.Board, DraftCompiler.Compile(draft.Text));
    }

    [Theory]
    [MemberData(nameof(OfInfix))]
    public void A_board_of_Infix_itself_makes_a_draft_that_compiles(string board)
    {
        var checkout = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(checkout is null, $"{Variable} does not name a checkout of Infix");
        Assert.SkipUnless(Directory.GetDirectories(Path.Combine(checkout!, "board"), "*", SearchOption.AllDirectories).Any(x => Path.GetFileName(x) == board && File.Exists(Path.Combine(x, "Config.in"))), $"Infix has no folder for {board}");
        var draft = BoardImport.Draft(checkout!, board, typeof(BoardRegistry).Assembly);
        Assert.Equal(draft.Board, DraftCompiler.Compile(draft.Text));
    }

    // What is for Infix; the rest is for reviewers and names layers.
    private static bool IsCompared(GeneratedFile file) => file.Path.StartsWith("tree/", StringComparison.Ordinal);

    // In these the order of lines means nothing, and comments say why and from which layer.
    private static string Meaning(GeneratedFile file) => file.Path.EndsWith(".mk", StringComparison.Ordinal) || file.Path.EndsWith(".config", StringComparison.Ordinal)
        ? string.Join('\n', file.Text.Split('\n').Where(x => x.Trim() is not ['#', ' ', not 'C', ..]).Order(StringComparer.Ordinal))
        : file.Text;
}
