using System.Text.RegularExpressions;
using Bsp.Boards;
using Bsp.Boards.Families.Infix;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Infix;

public sealed class ReadmeTests
{
    [Fact]
    public void Steps_set_the_switches_as_the_table_has_them()
    {
        var text = Readme(BananaPiR3.Board)!;
        var table = Regex.Matches(text, @"^\| (?<value>[01]{4}) \| (?<medium>[^|]+) \|$", RegexOptions.Multiline)
            .ToDictionary(x => x.Groups["medium"].Value, x => x.Groups["value"].Value);
        Assert.Equal(new() { ["SD card"] = "0000", ["SPI NAND"] = "0101", ["eMMC"] = "1001" }, table);
        var steps = Regex.Matches(text, @"set the switches ABCD to \*\*(?<value>\w+)\*\* \((?<medium>[^)]+)\)").ToList();
        Assert.Equal(["SD card", "SD card", "SPI NAND", "eMMC"], steps.Select(x => x.Groups["medium"].Value));
        Assert.All(steps, x => Assert.Equal(table[x.Groups["medium"].Value], x.Groups["value"].Value));
    }

    [Fact]
    public void Console_ports_and_images_come_from_what_the_record_says_elsewhere()
    {
        var text = Readme(NanoPiR2S.Board)!;
        Assert.Contains("1500000 baud, 8N1. Linux calls it `ttyS2`.", text, StringComparison.Ordinal);
        Assert.Contains(
            "| `br0` | bridge, 192.168.0.1/24 |\n| `lan` | in `br0` |\n| `wan` | DHCP client, DHCPv6 client |\n", text,
            StringComparison.Ordinal);
        Assert.Contains("sudo dd if=infix-nanopi-r2s-sdcard.img of=/dev/sdX", text, StringComparison.Ordinal);
        Assert.DoesNotContain("switches", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Switches_that_have_words_for_names_are_called_by_them()
    {
        var text = Readme(VisionFive2.Board)!;
        Assert.Contains("| RGPIO_1 RGPIO_0 | starts from |", text, StringComparison.Ordinal);
        Assert.Contains("set the switches RGPIO_1 RGPIO_0 to **01** (SD card)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_console_with_a_known_plug_has_no_level() =>
        Assert.Contains("At the micro USB connector: 115200 baud", Readme(EspressoBin.Board), StringComparison.Ordinal);

    [Fact]
    public void A_step_for_a_position_that_the_switches_do_not_have_is_an_error()
    {
        var guide = new BoardGuide
        {
            About = ["x"],
            Switches = new("AB", "Up is 0.", new BootPosition("sdcard", "00")),
            Installation = [new("eMMC", new SwitchTo("emmc"))],
        };
        var error = Assert.Throws<ModelException>(
            () => Readme(NanoPiR2S.Board with { Infix = NanoPiR2S.Board.Infix! with { Guide = guide } }));
        Assert.Contains("no position for 'emmc'; there are sdcard", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_without_a_guide_keeps_the_readme_that_it_may_have_by_hand()
    {
        Assert.Null(Readme(Alder.Board));
        Assert.DoesNotContain(
            ArtifactPlanner.Plan(Alder.Board, InfixOs.Infix), file => file.Path.EndsWith("README.md", StringComparison.Ordinal));
    }

    [Fact]
    public void A_title_that_would_end_its_link_is_refused() =>
        Assert.Throws<ModelException>(
            () => Readme(NanoPiR2S.Board with { Infix = NanoPiR2S.Board.Infix! with { Prompt = "R2S](http://example.org) [x" } }));

    private static string? Readme(Board board) =>
        ArtifactPlanner.Plan(board, InfixOs.Infix)
            .SingleOrDefault(
                file => file.Path.StartsWith("tree/", StringComparison.Ordinal)
                    && file.Path.EndsWith("/README.md", StringComparison.Ordinal))?.Text;
}
