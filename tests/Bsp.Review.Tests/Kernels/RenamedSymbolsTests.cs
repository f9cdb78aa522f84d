using Bsp.Review.Kernels;
using Xunit;

namespace Bsp.Review.Tests.Kernels;

/// <summary>Symbols of linux-6.1 that linux-6.12 calls otherwise.</summary>
public sealed class RenamedSymbolsTests
{
    [Theory]
    [InlineData("PARIDE", "PATA_PARPORT")]
    [InlineData("MLX5_EN_MACSEC", "MLX5_MACSEC")]
    [InlineData("DRM_DP_AUX_CHARDEV", "DRM_DISPLAY_DP_AUX_CHARDEV")]
    // "lzo" is offered in many menus.
    [InlineData("PSTORE_LZO_COMPRESS_DEFAULT", null)]
    [InlineData("VIRTIO_BLK", null)]
    [InlineData("NO_SUCH_SYMBOL", null)]
    public void Is_found_by_the_words_with_which_it_is_offered(string symbol, string? expected)
    {
        Replays.Kernels.Need();
        var before = Replays.Kernels.AtHand.Kconfig("linux-6.1", "arm64")!;
        var after = Replays.Kernels.AtHand.Kconfig("linux-6.12", "arm64")!;
        Assert.Equal(expected, RenamedSymbols.Find(symbol, before, after));
    }
}
