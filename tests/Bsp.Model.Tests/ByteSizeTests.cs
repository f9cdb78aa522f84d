using Xunit;

namespace Bsp.Model.Tests;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(1, "1 bytes")]
    [InlineData(512, "512 bytes")]
    [InlineData(1024, "1 KiB")]
    [InlineData(1536, "1536 bytes")]
    [InlineData(1L << 20, "1 MiB")]
    [InlineData(3L << 29, "1536 MiB")]
    [InlineData(1L << 30, "1 GiB")]
    public void A_size_is_written_in_the_largest_unit_that_divides_it(long bytes, string text) =>
        Assert.Equal(text, new ByteSize(bytes).ToString());

    [Theory]
    [InlineData(0, 512, 0)]
    [InlineData(1, 512, 512)]
    [InlineData(512, 512, 512)]
    [InlineData(513, 512, 1024)]
    public void Rounding_up_gives_the_next_multiple(long bytes, long unit, long expected) =>
        Assert.Equal(expected, new ByteSize(bytes).RoundUp(new(unit)).Bytes);

    [Fact]
    public void A_negative_size_is_refused()
    {
        Assert.Throws<ModelException>(() => new ByteSize(-1));
        Assert.Throws<ModelException>(() => 1.KiB() - 2.KiB());
        Assert.Throws<ModelException>(() => 1.KiB() * -1);
    }

    [Fact]
    public void A_size_that_no_disk_has_is_refused_and_does_not_wrap_around()
    {
        var most = new ByteSize(1L << 60);

        Assert.Throws<ModelException>(() => new ByteSize(long.MaxValue));
        Assert.Throws<ModelException>(() => most + 1.Bytes());
        Assert.Throws<ModelException>(() => most * int.MaxValue);
        Assert.Throws<ModelException>(() => int.MaxValue.GiB());
    }

    [Fact]
    public void Units_are_powers_of_two() =>
        Assert.Equal((3072L, 3L << 20, 3L << 30), (3.KiB().Bytes, 3.MiB().Bytes, 3.GiB().Bytes));
}
