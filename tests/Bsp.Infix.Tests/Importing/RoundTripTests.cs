using Bsp.Artifacts;
using Bsp.Boards;
using Bsp.Boards.Families.Infix;
using Bsp.Infix.Importing;
using Bsp.Infix.Tests.Support;
using Bsp.Model;

namespace Bsp.Infix.Tests.Importing;

/// <summary>A board that was ported and is imported again is the board that it was.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Ported => [.. PortedCheckout.Boards.Where(x => x.Board.Infix!.HasPackage).Select(x => x.Board.Id)];

    public static TheoryData<string> OfInfix => [.. ReferenceData.Boards];

    [Theory]
    [MemberData(nameof(Ported))]
    public void What_is_generated_for_a_board_is_generated_from_its_draft_or_left_to_a_person(string board)
    {
        using var ported = new PortedBoard(board);
        using var checkout = new ImportedCheckout(ported.Folder);
        var expected = PortedCheckout.Boards.Single(x => x.Board.Id == board);
        if (expected.Board.Infix!.IsEnabled)
        {
            var architecture = expected.Board.Soc.Architecture.Name;
            checkout.Write(
                $"configs/{architecture}_defconfig", $"BR2_{architecture}=y\nBR2_PACKAGE_{board.ToUpperInvariant().Replace('-', '_')}=y\n");
        }

        var draft = checkout.Draft(board);

        var made = Written(ArtifactPlanner.Plan(DraftCompiler.Compile(draft.Text), InfixOs.Infix), path => draft.Kept[path]);
        var was = Written(expected.Files, path => File.ReadAllText(Path.Combine(TestPaths.FolderOf(board), path)));
        foreach (var (path, text) in was)
        {
            // What the draft does not make it says that it does not. That a bootloader is the board's only its fragments tell.
            var isKnown = !path.StartsWith("configs/", StringComparison.Ordinal) || text.Contains($"/{board}/", StringComparison.Ordinal);
            if (isKnown && !draft.Todos.Any(x => x.File == path))
                Assert.Equal(path + "\n" + text, path + "\n" + made.GetValueOrDefault(path));
        }

        Assert.All(made.Keys, path => Assert.Contains(path, was.Keys));
    }

    [Theory]
    [MemberData(nameof(Ported))]
    public void The_text_of_a_draft_is_the_board_that_was_read(string board)
    {
        using var ported = new PortedBoard(board);
        using var checkout = new ImportedCheckout(ported.Folder);
        var draft = checkout.Draft(board);
        Assert.Equal(draft.Board, DraftCompiler.Compile(draft.Text));
    }

    [Theory]
    [MemberData(nameof(OfInfix))]
    public void A_board_of_Infix_itself_makes_a_draft_that_compiles(string board)
    {
        var checkout = PortedCheckout.Original;
        Assert.SkipUnless(
            Directory.GetDirectories(Path.Combine(checkout, "board"), "*", SearchOption.AllDirectories)
                .Any(x => Path.GetFileName(x) == board && File.Exists(Path.Combine(x, "Config.in"))),
            $"Infix has no folder for {board}");
        var draft = BoardImport.Draft(checkout, board, typeof(BoardRegistry).Assembly);
        Assert.Equal(draft.Board, DraftCompiler.Compile(draft.Text));
    }

    /// <summary>What a port writes: texts and links, by their paths.</summary>
    private static Dictionary<string, string> Written(IEnumerable<GeneratedFile> files, Func<string, string> kept) => files
        .Select(file => file.Path.Split('/', 2) switch
        {
            ["tree", var path] => (path, Meaning(path, file.Text)),
            ["kept", var path] => (path, Meaning(path, kept(file.Text.TrimEnd('\n')))),
            ["links", var path] => (path, "-> " + file.Text),
            // The rest is for reviewers, and lines in files that boards share.
            _ => ("", ""),
        })
        .Where(x => x.Item1.Length > 0).ToDictionary(x => x.Item1, x => x.Item2, StringComparer.Ordinal);

    // In these the order of lines means nothing, and comments say why and from which layer.
    private static string Meaning(string path, string text) =>
        path.EndsWith(".mk", StringComparison.Ordinal) || path.EndsWith(".config", StringComparison.Ordinal)
            ? string.Join('\n', text.Split('\n').Where(x => x.Trim() is not ['#', ' ', not 'C', ..]).Order(StringComparer.Ordinal))
            : text;
}
