using Bsp.Artifacts.Tests.Samples;
using Bsp.Boards;
using Bsp.Boards.Families.Infix;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Infix;

/// <summary>The device trees that are written for Infix, which the kernel's makefiles compile.</summary>
public sealed class VariantTreeTests
{
    // What the kernel has: a version in a .dts, none in what it includes.
    private const string Node = "/ { soc { uart: serial@0 { reg = <0>; }; }; };\n";

    [Theory]
    [InlineData("soc/soc.dtsi", Node)]
    [InlineData("soc/board.dts", "/dts-v1/;\n" + Node)]
    public void A_tree_compiles_whether_its_base_is_a_boards_or_only_a_chips(string path, string @base)
    {
        using var scratch = new TempFolder();
        scratch.Write("arm64/" + path, @base);
        var tree = DeviceTree.From(path) with { Edits = [new("/leds", new DtProperty("compatible", "gpio-leds"))] };
        var board = NanoPiR2S.Board with
        {
            DeviceTrees = [tree],
            Console = new("ttyS0"),
            Infix = NanoPiR2S.Board.Infix! with { Settings = new() },
        };
        var source = scratch.Write(
            "board.dts",
            Assert.Single(ArtifactPlanner.Plan(board, InfixOs.Infix), file => file.Path.EndsWith(".dts", StringComparison.Ordinal)).Text);

        var text = HostTool.Check("cpp", ["-nostdinc", "-undef", "-D__DTS__", "-x", "assembler-with-cpp", "-I", scratch.Path, source]);
        HostTool.Check("dtc", ["-I", "dts", "-O", "dtb", "-o", scratch["board.dtb"], scratch.Write("board.pp.dts", text)]);

        Assert.Equal("gpio-leds\n", HostTool.Check("fdtget", [scratch["board.dtb"], "/leds", "compatible"]));
    }

    [Fact]
    public void Every_tree_has_its_version_once()
    {
        var trees = BoardRegistry.All().Where(pair => pair.Distribution is InfixDistribution)
            .SelectMany(pair => pair.Files)
            .Where(file => file.Path.Contains("/dts/", StringComparison.Ordinal) && file.Path.EndsWith(".dts", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(trees);
        Assert.All(trees, file => Assert.Equal(
            file.Text.Contains(".dtsi>", StringComparison.Ordinal) ? 1 : 0, file.Text.Split("/dts-v1/;").Length - 1));
    }
}
