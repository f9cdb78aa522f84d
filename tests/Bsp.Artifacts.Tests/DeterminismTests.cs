using System.Globalization;
using Bsp.Artifacts.Checks;
using Bsp.Artifacts.Tests.Samples;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests;

public sealed class DeterminismTests
{
    public static TheoryData<string> Boards => TestBoards.Ids;

    [Theory]
    [MemberData(nameof(Boards))]
    public void The_culture_changes_no_byte(string id)
    {
        var board = TestBoards.Find(id);
        var expected = ArtifactPlanner.Plan(board, TestBoards.DistributionOf(board));

        foreach (var culture in new[] { new CultureInfo("tr-TR"), new CultureInfo("de-DE"), Odd() })
            Assert.Equal(expected, In(culture, () => ArtifactPlanner.Plan(board, TestBoards.DistributionOf(board))));
    }

    [Fact]
    public void The_culture_changes_no_message()
    {
        var board = Rockchip.Board with { Id = "ROUTER I", Disk = Rockchip.Board.Disk with { Size = 100.MiB() } };
        var expected = BoardChecks.Check(board, TestBoards.DistributionOf(board)).Select(finding => finding.Message).ToList();

        Assert.NotEmpty(expected);
        foreach (var culture in new[] { new CultureInfo("tr-TR"), new CultureInfo("de-DE"), Odd() })
        {
            Assert.Equal(
                expected,
                In(culture, () => BoardChecks.Check(board, TestBoards.DistributionOf(board)).Select(finding => finding.Message).ToList()));
        }
    }

    [Fact]
    public void Boards_rendered_at_the_same_time_do_not_disturb_each_other()
    {
        var expected = ArtifactPlanner.Plan(Rockchip.Board, TestBoards.Bare);

        Assert.All(
            Enumerable.Range(0, 16).AsParallel().Select(_ => ArtifactPlanner.Plan(Rockchip.Board, TestBoards.Bare)).ToList(),
            plan => Assert.Equal(expected, plan));
    }

    // Where the runtime has no culture data, tr-TR and de-DE are the invariant culture: this one differs in any case.
    private static CultureInfo Odd()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "~";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = "'";
        culture.NumberFormat.NativeDigits = ["٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"];
        return culture;
    }

    private static T In<T>(CultureInfo culture, Func<T> render)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return render();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
