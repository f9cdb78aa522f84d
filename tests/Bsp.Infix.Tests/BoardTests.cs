using Bsp.Infix.Tests.Comparing;
using Bsp.Infix.Tests.Reading;
using Bsp.Infix.Tests.Support;

namespace Bsp.Infix.Tests;

/// <summary>What Bsp makes for the boards of Infix means what Infix's own files mean.</summary>
public sealed class BoardTests
{
    public static TheoryData<string> Boards => [.. ReferenceData.Boards];

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_board_differs_from_Infix_only_where_a_reason_is_given(string board)
    {
        var complaints = DifferenceTable.Complaints(Differences(board), Listed().Where(line => line.Board == board));
        Assert.True(!complaints.Any(), $"{TestPaths.Differences}:\n{string.Join('\n', complaints)}");
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_board_is_described_or_Infix_has_no_files_for_it(string board) =>
        Assert.True(Directory.Exists(TestPaths.GeneratedOf(board)) || Differences(board).Count == 0);

    [Fact]
    public void Each_line_of_the_table_is_about_a_board_of_Infix() =>
        Assert.All(Listed(), line => Assert.Contains(line.Board, ReferenceData.Boards));

    private static IReadOnlyList<Difference> Differences(string board)
    {
        var reference = ReferenceData.Board(board);
        using var ported = new PortedBoard(board);
        return Comparison.Compare(
            board, reference, BoardReader.Read(ported.Tree, reference, ReferenceData.Architecture(reference["arch"]!.GetValue<string>())));
    }

    private static IEnumerable<Difference> Listed() =>
        DifferenceTable.Read(File.ReadAllText(TestPaths.Differences)).Select(line => line.Difference);
}
