using Bsp.Artifacts.Checks;
using Bsp.Artifacts.Tests.Samples;
using Xunit;

namespace Bsp.Artifacts.Tests.Checks;

public sealed class OurBoardsTests
{
    public static TheoryData<string> Boards => TestBoards.Ids;

    [Theory]
    [MemberData(nameof(Boards))]
    public void Nothing_is_wrong_with_our_own_boards(string id) =>
        Assert.Empty(BoardChecks.Check(TestBoards.Find(id), TestBoards.DistributionOf(TestBoards.Find(id))));

    [Fact]
    public void Nothing_is_wrong_with_our_own_boards_together() =>
        Assert.Empty(BoardChecks.CheckTogether([.. TestBoards.Ids.Select(row => TestBoards.Find(row.Data))], [TestBoards.Distribution]));
}
