using Bsp.Review.Changes;
using Bsp.Review.Kernels;
using Bsp.Review.Tests.Replays;
using Xunit;

namespace Bsp.Review.Tests.Kernels;

/// <summary>The symbols that a review calls weaker or stronger are those of kernels; a misspelt one would never be seen.</summary>
public sealed class SecurityOptionsTests
{
    private static readonly (string Source, string Architecture)[] Known = [("linux-6.12", "arm64"), ("linux-6.12", "x86_64"),
        ("linux-6.1", "arm64")];

    // Linux 6.1 calls them so on x86, of which there is no snapshot.
    private static readonly HashSet<string> Elsewhere = ["PAGE_TABLE_ISOLATION", "RETPOLINE"];

    [Fact]
    public void Every_symbol_is_one_of_a_kernel_at_hand_or_it_is_known_which_kernel_has_it()
    {
        Replays.Kernels.Need();
        var trees = Known.Select(kernel => Replays.Kernels.AtHand.Kconfig(kernel.Source, kernel.Architecture)!).ToList();
        var missing = SecurityOptions.Kernel.Symbols.Where(symbol => !trees.Exists(tree => tree.Find(symbol) is { IsDefined: true }));
        Assert.Equal(Elsewhere.Order(StringComparer.Ordinal), missing.Order(StringComparer.Ordinal));
        Assert.All(trees, tree => Assert.Null(tree.Find("MODULE_SIGN_FORCE")));
    }

    [Fact]
    public void What_is_harder_is_a_value_that_the_symbol_can_have()
    {
        Replays.Kernels.Need();
        var trees = Known.Select(kernel => Replays.Kernels.AtHand.Kconfig(kernel.Source, kernel.Architecture)!).ToList();
        Assert.All(
            SecurityOptions.Kernel.Symbols.Where(symbol => !Elsewhere.Contains(symbol)),
            symbol => Assert.Contains(
                trees,
                tree => tree.Find(symbol) is { IsDefined: true, Type: Kconfig.SymbolType.Bool or Kconfig.SymbolType.Tristate }));
    }

    [Theory]
    [InlineData("y", null, "weaker")]
    [InlineData("n", "y", "stronger")]
    [InlineData(null, "y", "stronger")]
    [InlineData("n", null, "")]
    public void A_symbol_that_a_resolved_kernel_does_not_write_is_off(string? before, string? after, string meaning) =>
        Assert.StartsWith(meaning, SecurityOptions.Kernel.Judge("SECCOMP", Of(before, after)).Meaning ?? "", StringComparison.Ordinal);

    [Theory]
    [InlineData("FIT_SIGNATURE", "y", null, "weaker")]
    [InlineData("FIT_SIGNATURE", null, "y", "stronger")]
    [InlineData("FIT_SIGNATURE", null, "n", "weaker")]
    [InlineData("FIT_SIGNATURE", "n", null, "")]
    [InlineData("CMD_GO", "n", null, "weaker")]
    [InlineData("CMD_GO", null, "y", "weaker")]
    [InlineData("CMD_GO", null, "n", "stronger")]
    [InlineData("CMD_GO", "y", null, "")]
    [InlineData("BOOTDELAY", "2", "5", "")]
    [InlineData("BOOTDELAY", "5", "-2", "stronger")]
    public void What_nobody_asks_of_U_Boot_may_be_on_or_off(string symbol, string? before, string? after, string meaning)
    {
        var judged = SecurityOptions.UBoot.Judge(symbol, Of(before, after)).Meaning ?? "";
        Assert.True(meaning.Length == 0 ? judged.Length == 0 : judged.StartsWith(meaning, StringComparison.Ordinal), judged);
    }

    private static Change Of(string? before, string? after) => new(ChangeRules.UBootRequest, "CONFIG_X") { Before = before, After = after };
}
