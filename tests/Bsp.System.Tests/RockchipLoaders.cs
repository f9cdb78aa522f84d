using Bsp.SystemTests.Firmware;

namespace Bsp.SystemTests;

/// <summary>The reader of what Rockchip's boot ROMs start, beside the program that makes it.</summary>
public sealed class RockchipLoaders : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bsp-rockchip-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("rk3328", "RK32")]
    [InlineData("rk3399", "RK33")]
    public async Task A_loader_of_mkimage_is_read(string chip, string letters)
    {
        var loader = RockchipLoader.Read(await MakeAsync(chip));

        Assert.Equal(letters, loader.Chip);
        Assert.Equal(2048, loader.Start);
        // The letters precede the stage, and both are filled up to 2 KiB.
        Assert.Equal(6144, loader.InitSize);
        Assert.True(loader.BootSize >= loader.InitSize);
    }

    [Fact]
    public async Task A_loader_that_ends_too_early_is_refused()
    {
        var image = await MakeAsync("rk3328");

        Assert.Contains(
            "does not lie in an image of 3000 bytes",
            Assert.Throws<FormatException>(() => RockchipLoader.Read(image.AsSpan(0, 3000))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "are not a whole number of blocks", Assert.Throws<FormatException>(() => RockchipLoader.Read(image.AsSpan(0, 100))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_block_and_one_of_newer_chips_are_refused()
    {
        var image = await MakeAsync("rk3328");
        image[0] ^= 1;

        Assert.Contains(
            "not with 0x0ff0aa55", Assert.Throws<FormatException>(() => RockchipLoader.Read(image)).Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => RockchipLoader.Read([.. "RKNS"u8, .. new byte[4096]]));
    }

    private async Task<byte[]> MakeAsync(string chip)
    {
        var stages = Enumerable.Range(0, 2).Select(stage => Path.Combine(_folder, $"stage{stage}")).ToArray();
        foreach (var stage in stages)
            await File.WriteAllBytesAsync(stage, [.. Enumerable.Repeat((byte)0x5a, 5000)], Cancel);
        var image = Path.Combine(_folder, "idbloader.img");
        await HostTool.CheckAsync("/usr/bin/mkimage", ["-n", chip, "-T", "rksd", "-d", string.Join(':', stages), image], Cancel);
        return await File.ReadAllBytesAsync(image, Cancel);
    }
}
