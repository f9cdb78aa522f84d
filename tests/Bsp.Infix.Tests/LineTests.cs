using Bsp.Infix.Tests.Counting;
using Bsp.Infix.Tests.Support;

namespace Bsp.Infix.Tests;

/// <summary>Records are small, and the page that says so is right.</summary>
public sealed class LineTests
{
    private const int MaximumMedian = 120;

    private static readonly IReadOnlyList<BoardLines> s_boards = [.. ReferenceData.Boards.Select(BoardLines.Of)];

    [Fact]
    public void The_page_is_what_is_counted()
    {
        var counted = LineTable.Write(s_boards);
        if (Environment.GetEnvironmentVariable("BSP_WRITE_LINES") == "1")
            File.WriteAllText(TestPaths.Lines, counted);
        Assert.Equal(counted, File.ReadAllText(TestPaths.Lines));
    }

    [Fact]
    public void The_median_of_the_records_is_under_120_lines() =>
        Assert.InRange(LineTable.Median(s_boards.Where(LineTable.IsCompared).Select(board => board.Record)), 1, MaximumMedian - 1);

    [Fact]
    public void The_median_lies_in_the_middle()
    {
        Assert.Equal(2, LineTable.Median([3, 1, 2]));
        Assert.Equal(2.5, LineTable.Median([4, 1, 2, 3]));
    }

    [Fact]
    public void The_parts_of_what_Infix_has_are_its_total() => Assert.All(
        ReferenceData.Boards.Select(ReferenceData.Board), reference => Assert.Equal(
        reference["hand_written_total"]!.GetValue<int>(),
        reference["hand_written_lines"]!.AsObject()
            .Where(kind => !kind.Key.StartsWith("image-asset", StringComparison.Ordinal))
            .Sum(kind => kind.Value!.GetValue<int>())));
}
