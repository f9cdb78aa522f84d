using Bsp.Build;
using Bsp.Firmware.Images;
using Bsp.Model;

namespace Bsp.Firmware.Tests.Images;

public sealed class SlotCapacityTests
{
    [Fact]
    public void What_fits_to_the_byte_fits() => SlotCapacity.Check("the root", 4 << 20, 4.MiB(), "its slot");

    [Fact]
    public void What_is_too_large_says_by_how_much()
    {
        var failure = Assert.Throws<BuildFailedException>(() => SlotCapacity.Check("the root", (5 << 20) + 1, 4.MiB(), "its slot"));

        Assert.Contains(
            "5242881 bytes; its slot has room for 4194304 (4 MiB): enlarge the partition in the board's layout by 2 MiB", failure.Message,
            StringComparison.Ordinal);
    }
}
