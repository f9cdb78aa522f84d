using Bsp.Artifacts.Checks;
using Bsp.Artifacts.Tests.Samples;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Checks;

/// <summary>A valid board to break, and what is then found.</summary>
internal static class Sample
{
    public static BootableBoard Good => Rockchip.Board;

    public static DebianDistribution Reference => TestBoards.Bare;

    /// <summary>The sample with one partition changed.</summary>
    public static BootableBoard With(string partition, Func<Partition, Partition> change) =>
        Good with
        {
            Disk = Good.Disk with { Partitions = Seq<Partition>.Of(Good.Disk.Partitions.Select(p => p.Name == partition ? change(p) : p)) },
        };

    /// <summary>The sample without one partition.</summary>
    public static BootableBoard Without(string partition) =>
        Good with { Disk = Good.Disk with { Partitions = Seq<Partition>.Of(Good.Disk.Partitions.Where(p => p.Name != partition)) } };

    /// <summary>The sample with more partitions after the others.</summary>
    public static BootableBoard Plus(params Seq<Partition> partitions) =>
        Good with { Disk = Good.Disk with { Partitions = Good.Disk.Partitions + partitions } };

    public static Partition Find(BootableBoard board, string partition) => board.Disk.Partitions.First(p => p.Name == partition);

    public static List<Finding> All(BootableBoard board, Rule rule, Distribution? distribution = null) =>
        [.. BoardChecks.Check(board, distribution ?? TestBoards.DistributionOf(board)).Where(finding => finding.Rule == rule)];

    /// <summary>The one finding of a rule; its subject must be that very instance.</summary>
    public static void Reports(BootableBoard board, Rule rule, object subject, string message, Distribution? distribution = null)
    {
        var finding = Assert.Single(All(board, rule, distribution));
        Assert.Equal(message, finding.Message);
        Assert.Same(subject, finding.Subject);
    }

    public static void IsFine(BootableBoard board, Rule rule, Distribution? distribution = null) =>
        Assert.Empty(All(board, rule, distribution));
}
