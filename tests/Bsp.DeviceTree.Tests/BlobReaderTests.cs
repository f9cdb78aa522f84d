namespace Bsp.DeviceTrees.Tests;

/// <summary>Blobs that were read and written again, and blobs that are damaged.</summary>
public sealed class BlobReaderTests
{
    private const string Source = "/dts-v1/; /memreserve/ 1 2; / { a = \"long enough\"; l: n@1 { r = <&l>; e; m { }; }; o { }; };";

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    public void What_is_read_is_written_as_it_was(int version)
    {
        var blob = Dtc.Compile(Source, "-b", "3", "-V", $"{version}")!;
        Assert.Equal(Convert.ToHexString(blob), Convert.ToHexString(BlobWriter.Write(BlobReader.Read(blob), new() { Version = version })));
    }

    [Fact]
    public void Every_truncation_is_an_error_with_an_offset()
    {
        var blob = Dtc.Compile(Source)!;
        for (var length = 0; length < blob.Length; length++)
        {
            Assert.Contains(
                "(at offset 0x", Assert.Throws<FormatException>(() => BlobReader.Read(blob[..length])).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_damage_is_more_than_an_error()
    {
        var blob = Dtc.Compile(Source)!;
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var damaged = (byte[])blob.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                damaged[random.Next(damaged.Length)] = (byte)(random.Next(2) == 0 ? random.Next(256) : random.Next(2) * 255);
            try
            {
                BlobWriter.Write(BlobReader.Read(damaged));
            }
            catch (FormatException exception)
            {
                Assert.Contains("(at offset 0x", exception.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("/memreserve/ 1 2; /memreserve/ 0x1000 0; /memreserve/ 3 4;", 1)]
    [InlineData("/memreserve/ 0 0; /memreserve/ 3 4;", 0)]
    [InlineData("/memreserve/ 0 5; /memreserve/ 3 4;", 2)]
    public void A_reservation_of_size_0_ends_the_list_as_in_dtc(string entries, int count)
    {
        var source = $"/dts-v1/; {entries} / {{ }};";
        var tree = Sources.Compile(source).Tree!;
        var again = BlobReader.Read(BlobWriter.Write(tree));
        Assert.Equal(count, again.Reservations.Count);
        Assert.Equal(again.Reservations, tree.EffectiveReservations);
        Assert.False(Differences.TreeComparison.Of(tree, again).HasChanges);
        // What dtc makes of the same blob.
        var blob = Dtc.Compile(source)!;
        Assert.Equal(blob, BlobWriter.Write(tree));
        Assert.Equal(BlobWriter.Write(again), Dtc.Recompile(blob));
    }
}
