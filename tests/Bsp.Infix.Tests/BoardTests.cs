using Bsp.Infix.Tests.Comparing;
using Bsp.Infix.Tests.Reading;
using Bsp.Infix.Tests.Support;

namespace Bsp.Infix.Tests;

/// <summary>What Bsp makes for the boards of Infix means what Infix's own files mean.</summary>
public sealed class BoardTests
{
    /// <summary>Boards of Infix that have no record here yet; a board leaves this list when it gets one.</summary>
    private static readonly string[] NotYetDescribed =
    [
        "alder-alder",
        "qemu-aarch64",
        "qemu-x86_64",
        "raspberrypi-rpi64",
        "starfive-visionfive2",
        "styx-dcp-sc-28p",
    ];

    public static TheoryData<string> Boards => [.. InfixFacts.Boards];

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_board_differs_from_Infix_only_where_a_reason_is_given(string board)
    {
        Assert.SkipWhen(NotYetDescribed.Contains(board), $"{board} is not described yet");
        var complaints = DifferenceTable.Complaints(Differences(board), Listed().Where(line => line.Board == board));
        Assert.True(!complaints.Any(), $"{Repository.Differences}:\n{string.Join('\n', complaints)}");
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void A_board_is_described_or_listed_as_not_yet_described_or_Infix_has_no_files_for_it(string board)
    {
        var isDescribed = Directory.Exists(Repository.GeneratedOf(board));
        Assert.Equal(!isDescribed && Differences(board).Count > 0, NotYetDescribed.Contains(board));
    }

    [Fact]
    public void Each_line_of_the_table_is_about_a_board_that_is_described() =>
        Assert.All(Listed(), line => Assert.Contains(line.Board, InfixFacts.Boards.Except(NotYetDescribed, StringComparer.Ordinal)));

    private static IReadOnlyList<Difference> Differences(string board)
    {
        var facts = InfixFacts.Board(board);
        using var ported = new PortedBoard(board);
        return Comparison.Compare(board, facts, BoardReader.Read(ported.Tree, facts, InfixFacts.Architecture(facts["arch"]!.GetValue<string>())));
    }

    private static IEnumerable<Difference> Listed() => DifferenceTable.Read(File.ReadAllText(Repository.Differences)).Select(line => line.Difference);
}
