using Xunit;

namespace Bsp.Model.Tests;

/// <summary>What no binding allows is refused where it is constructed.</summary>
public sealed class DeviceTests
{
    [Fact]
    public void Partitions_and_regions_that_overlap_are_named_with_their_offsets()
    {
        Assert.Equal(
            "the flash partition 'b' (0xffff, 64 KiB) overlaps 'a', which ends at 0x10000",
            Refused(
                () => new FixedPartitions(
                    new FixedPartition("b", 0xffff.Bytes(), 64.KiB()), new FixedPartition("a", ByteSize.Zero, 64.KiB()))));
        Assert.Equal(
            "the reserved memory 'b' at 0x1ffff overlaps 'a' (0x10000, 64 KiB)",
            Refused(
                () => new ReservedMemory(
                    new ReservedRegion("anywhere", 1.MiB()),
                    new ReservedRegion("a", 64.KiB()) { Address = 0x1_0000 },
                    new ReservedRegion("b", 64.KiB()) { Address = 0x1_ffff })));
    }

    [Fact]
    public void What_does_not_fit_in_its_cells_is_refused()
    {
        Assert.Contains("4 GiB", Refused(() => new FixedPartition("a", 4.GiB(), 1.MiB())), StringComparison.Ordinal);
        Assert.Contains(
            "CellsPerNumber",
            Refused(() => new ReservedMemory(new ReservedRegion("a", 64.KiB()) { Address = 1UL << 32 }) { CellsPerNumber = 1 }.Node),
            StringComparison.Ordinal);
        Assert.Contains("1 or 2 cells, not 3", Refused(() => new ReservedMemory { CellsPerNumber = 3 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_Linux_or_the_bindings_do_not_allow_are_refused()
    {
        Assert.Contains(
            "has 16 characters; the kernel allows 15", Refused(() => new SwitchPort(1, "a-name-too-long-")), StringComparison.Ordinal);
        Assert.Contains("'/'", Refused(() => new SwitchPort(1, "a/b")), StringComparison.Ordinal);
        Assert.Contains(
            "two ports with the number 1", Refused(() => new SwitchPorts("&switch", new SwitchPort(1, "a"), new SwitchPort(1, "b"))),
            StringComparison.Ordinal);
        Assert.Contains("'.'", Refused(() => new GpioKey("S.1", KeyCode.Restart, Gpio.Low("gpio0", 1))), StringComparison.Ordinal);
        Assert.Contains("has no line number", Refused(() => Gpio.Low("gpio0")), StringComparison.Ordinal);
        Assert.Contains("'/'", Refused(() => new SfpCage("a/b", "i2c0")), StringComparison.Ordinal);
        Assert.Contains("has no size", Refused(() => new NvmemCell("mac").Node), StringComparison.Ordinal);
        Assert.Contains("hash", Refused(() => new InfixSettings { FactoryPasswordHash = "admin" }), StringComparison.Ordinal);
    }

    private static string Refused(Func<object> make) => Assert.Throws<ModelException>(make).Message;
}
