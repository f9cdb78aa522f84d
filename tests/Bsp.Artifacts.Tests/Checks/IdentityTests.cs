using Bsp.Artifacts.Checks;
using Bsp.Boards;
using Bsp.Model;
using Xunit;
using static Bsp.Artifacts.Tests.Checks.Sample;

namespace Bsp.Artifacts.Tests.Checks;

public sealed class IdentityTests
{
    [Theory]
    [InlineData("", "the board id '' is empty; write a name such as 'vendor-model'")]
    [InlineData("../etc",
        "the board id '../etc' has the character '.', which is safe in a path or a host name only among a-z, 0-9, - and _; write 'etc'")]
    [InlineData("my board",
        "the board id 'my board' has the character ' ', which is safe in a path or a host name only among a-z, 0-9, - and _; "
        + "write 'my-board'")]
    [InlineData("Board",
        "the board id 'Board' has the character 'B', which is safe in a path or a host name only among a-z, 0-9, - and _; write 'board'")]
    [InlineData("-a", "the board id '-a' begins or ends with a character that is neither a letter nor a digit; write 'a'")]
    [InlineData("a_", "the board id 'a_' begins or ends with a character that is neither a letter nor a digit; write 'a'")]
    [InlineData("all", "the board id 'all' is what the command line calls every board; write a name such as 'vendor-model'")]
    public void An_id_that_is_not_a_safe_name_is_reported_with_a_safe_one(string id, string message)
    {
        var board = Good with { Id = id };

        Reports(board, Rules.UnsafeId, board, message);
    }

    [Fact]
    public void An_id_longer_than_a_DNS_label_is_reported()
    {
        var board = Good with { Id = new('a', 64) };

        Reports(
            board, Rules.UnsafeId, board,
            $"the board id '{board.Id}' has 64 characters, and a host name has room for 63; write '{board.Id[1..]}'");
        IsFine(Good with { Id = new('a', 63) }, Rules.UnsafeId);
    }

    [Fact]
    public void An_unsafe_id_of_a_distribution_is_reported()
    {
        var distribution = Reference with { Id = "my os" };

        Reports(
            Good, Rules.UnsafeId, distribution,
            "the distribution id 'my os' has the character ' ', which is safe in a path or a host name only among a-z, 0-9, - and _; "
            + "write 'my-os'",
            distribution);
    }

    [Fact]
    public void Two_boards_with_the_same_id_are_reported()
    {
        var other = Good with { Soc = Good.Soc with { Name = "rk0001" } };
        var finding = Assert.Single(BoardChecks.CheckTogether([Good, other], [Reference]));

        Assert.Equal(Rules.DuplicateId, finding.Rule);
        Assert.Same(other, finding.Subject);
        Assert.Contains("has the id 'acme-router_2' that", finding.Message);
    }

    [Fact]
    public void Ids_that_yield_the_same_host_name_are_reported()
    {
        var other = Good with { Id = "acme-router-2" };
        var finding = Assert.Single(BoardChecks.CheckTogether([Good, other], [Reference]));

        Assert.Equal(Rules.DuplicateId, finding.Rule);
        Assert.Equal(
            "the id 'acme-router-2' makes the host name 'acme-router-2', as 'acme-router_2' does; change more than '-' and '_'",
            finding.Message);
    }

    [Fact]
    public void Different_ids_are_fine() =>
        Assert.Empty(BoardChecks.CheckTogether([Good, Good with { Id = "acme-router-3" }], [Reference]));

    [Fact]
    public void Two_partitions_with_the_same_name_are_reported()
    {
        var board = With("cfg", p => p with { Name = "splash" });

        Reports(
            board, Rules.DuplicatePartitionName, board.Disk.Partitions[6],
            "partition 'splash' (0x10100000, 16 MiB) has the name of partition 'splash' (0x10000000, 1 MiB); rename one of them");
    }

    [Fact]
    public void A_partition_with_the_name_of_a_raw_region_is_reported()
    {
        var board = With("splash", p => p with { Name = "u-boot" });

        Reports(
            board, Rules.DuplicatePartitionName, board.Disk.Raw[1],
            "raw region 'u-boot' (0x800000, 8 MiB) has the name of partition 'u-boot' (0x10000000, 1 MiB); rename one of them");
    }

    [Fact]
    public void Two_partitions_with_the_same_GUID_are_reported()
    {
        var board = With("cfg", p => p with { Id = Find(Good, "primary").Id });

        Reports(
            board, Rules.DuplicatePartitionId, Find(board, "cfg"),
            "partition 'cfg' has the GUID 0f1e2d3c-4b5a-4978-8796-a5b4c3d2e1f0 of 'primary'; give it another, "
            + "or none to have one made from its name");
        IsFine(Good, Rules.DuplicatePartitionId);
    }

    [Fact]
    public void Layers_in_conflict_are_reported_with_both_names()
    {
        var board = Good with { Kernel = KernelFragment.N("MMC") };

        Reports(
            board, Rules.KernelConflict, board.Kernel,
            "board acme-router_2 asks for '# CONFIG_MMC is not set', but soc rk0000 asks for 'CONFIG_MMC=y'; drop one of them, "
            + "or append .Overriding() to the request of board acme-router_2");
        IsFine(Good with { Kernel = KernelFragment.N("MMC").Overriding() }, Rules.KernelConflict);
    }

    [Fact]
    public void A_board_that_requests_more_than_the_kernel_it_shares_is_reported()
    {
        var board = QemuX8664.Board with { Kernel = KernelFragment.Y("MMC") };

        Reports(
            board, Rules.BeyondSharedKernel, board.Kernel.Requests[0],
            "board qemu-x86_64 asks for 'CONFIG_MMC=y', but all boards of x86_64 on 'reference' share one kernel, "
            + "which does not ask for that symbol; ask for it in the architecture's layer of 'reference', or in a feature");
        IsFine(Good, Rules.BeyondSharedKernel);
    }

    [Fact]
    public void A_board_with_another_value_than_the_kernel_it_shares_is_reported()
    {
        var board = QemuX8664.Board with { Kernel = KernelFragment.Int("NR_CPUS", 4).Overriding() };

        Reports(
            board, Rules.BeyondSharedKernel, board.Kernel.Requests[0],
            "board qemu-x86_64 asks for 'CONFIG_NR_CPUS=4', but all boards of x86_64 on 'reference' share one kernel, "
            + "which has 'CONFIG_NR_CPUS=64' from architecture x86_64; ask for it in the architecture's layer of 'reference', "
            + "or in a feature");
    }

    [Fact]
    public void A_watchdog_whose_driver_the_shared_kernel_lacks_is_reported()
    {
        var board = QemuX8664.Board with { Watchdog = new("SOFT_WATCHDOG", TimeoutSeconds: 15) };

        Reports(
            board, Rules.BeyondSharedKernel, board.Watchdog,
            "watchdog asks for 'CONFIG_SOFT_WATCHDOG=y', but all boards of x86_64 on 'reference' share one kernel, "
            + "which does not ask for that symbol; ask for it in the architecture's layer of 'reference', or in a feature");
    }
}
