using Bsp.Artifacts.Checks;
using Bsp.Boards;
using Bsp.Boards.Families.Reference;
using Xunit;

namespace Bsp.Artifacts.Tests.Checks;

public sealed class OurBoardsTests
{
    [Fact]
    public void Nothing_is_wrong_with_our_own_boards()
    {
        var distribution = ReferenceDistribution.Reference;

        Assert.Empty(BoardChecks.Check(QemuAarch64.Board, distribution));
        Assert.Empty(BoardChecks.Check(QemuX8664.Board, distribution));
        Assert.Empty(BoardChecks.CheckTogether([QemuAarch64.Board, QemuX8664.Board]));
    }
}
