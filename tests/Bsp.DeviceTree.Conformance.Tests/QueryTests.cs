using System.Text.Json;
using System.Text.RegularExpressions;
using Bsp.Build.Progress;
using Bsp.Build.Sources;
using Bsp.DeviceTree.Conformance.Dtc;
using Bsp.Testing;

namespace Bsp.DeviceTree.Conformance.Tests;

/// <summary>What <c>bsp dt find</c>, <c>refs</c>, <c>tree</c> and <c>map</c> say of boards in Linux 6.12.</summary>
public sealed partial class QueryTests : IDisposable
{
    private const string Boards = "arch/arm64/boot/dts/";

    private readonly TempFolder _folder = new();
    private readonly StringWriter _log = new();

    public void Dispose()
    {
        _folder.Dispose();
        _log.Dispose();
    }

    /// <summary>Found in dtc's text of the blob by its lines.</summary>
    [Theory]
    [InlineData("rockchip/rk3328-nanopi-r2s")]
    [InlineData("freescale/imx8mp-evk")]
    [InlineData("ti/k3-am625-sk")]
    public async Task Nodes_and_references_are_those_of_dtcs_text(string board)
    {
        var (programs, source) = await LoadAsync(board);
        Assert.Equal(0, programs.Ours("dt", ["compile", source, "-o", _folder]).Status);
        var text = System.Text.Encoding.UTF8.GetString(
            programs.Theirs("dtc", ["-q", "-I", "dtb", "-O", "dts", _folder[Path.GetFileName(board) + ".dtb"]]).Output);
        var compatibles = Compatible().Matches(text).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).Take(12);
        foreach (var file in new[] { source, _folder[Path.GetFileName(board) + ".dtb"] })
        {
            Assert.Equal(Line("status = \"disabled\"", text), Rows(programs, "find", file, "--status", "disabled").Count);
            foreach (var compatible in compatibles)
                Assert.Equal(
                    Regex.Count(text, $"compatible = (?:\"[^\"]*\", )*\"{Regex.Escape(compatible)}\"[,;]"),
                    Rows(programs, "find", file, "--compatible", compatible).Count);
            foreach (var property in new[] { "clocks", "interrupt-controller", "#gpio-cells" })
                Assert.Equal(Line(property, text), Rows(programs, "find", file, "--property", property).Count);
        }

        // By its number dtc has a regulator, and by its path we have it.
        var users = Rows(programs, "tree", source, "--power")
            .Where(row => row.GetProperty("property").GetString()!.EndsWith("-supply", StringComparison.Ordinal))
            .GroupBy(row => row.GetProperty("provider").GetString(), StringComparer.Ordinal);
        var expected = Supply().Matches(text).GroupBy(match => match.Groups[1].Value, StringComparer.Ordinal);
        Assert.NotEmpty(users);
        Assert.Equal(expected.Select(group => group.Count()).Order(), users.Select(group => group.Count()).Order());
    }

    private static int Line(string start, string text) =>
        Regex.Count(text, $"^\t+{Regex.Escape(start)}(?: = .*)?;$", RegexOptions.Multiline);

    /// <summary>As the RK3328's manual and the board's source have it.</summary>
    [Fact]
    public async Task Facts_of_a_board_are_found()
    {
        var (programs, source) = await LoadAsync("rockchip/rk3328-nanopi-r2s");
        Assert.Contains("gic: /interrupt-controller@ff811000\n", Text(programs, "tree", source, "--interrupts"), StringComparison.Ordinal);
        // GIC_SPI 57 IRQ_TYPE_LEVEL_HIGH
        Assert.Contains(
            "  uart2: /serial@ff130000  interrupts <0 0x39 4>\n", Text(programs, "tree", source, "--interrupts"), StringComparison.Ordinal);
        Assert.Contains(
            "0x0ff540000 - 0x0ff54ffff      64 KiB  gmac2io: /ethernet@ff540000\n", Text(programs, "map", source),
            StringComparison.Ordinal);
        Assert.Contains(
            "sdmmc: /mmc@ff500000  \"rockchip,rk3328-dw-mshc\", \"rockchip,rk3288-dw-mshc\"  drivers/mmc/host/dw_mmc-rockchip.c\n",
            Text(programs, "find", source, "--driver", "*/dw_mmc-rockchip.c", "--status", "okay"), StringComparison.Ordinal);
    }

    /// <summary>As rk3399.dtsi has the windows of its PCI bridge, and a macro of clk-exynos5433.c the names of its buses' clocks.</summary>
    [Fact]
    public async Task Facts_that_bridges_and_macros_say_are_found()
    {
        var (programs, source) = await LoadAsync("rockchip/rk3399-rockpro64");
        Assert.Contains(
            "0x0fa000000 - 0x0fbdfffff      30 MiB  pcie0: /pcie@f8000000  PCI memory 0xfa000000\n"
            + "0x0fbe00000 - 0x0fbefffff       1 MiB  pcie0: /pcie@f8000000  PCI I/O 0xfbe00000\n",
            Text(programs, "map", source), StringComparison.Ordinal);
        (programs, source) = await LoadAsync("exynos/exynos5433-tm2");
        Assert.Contains(
            "\"samsung,exynos5433-cmu-bus1\"  drivers/clk/samsung/clk-exynos5433.c\n",
            Text(programs, "find", source, "--compatible", "*-cmu-bus1", "--driver", "*"), StringComparison.Ordinal);
    }

    private async Task<(ToolComparison Programs, string Source)> LoadAsync(string board)
    {
        var cancel = TestContext.Current.CancellationToken;
        var step = new KernelSourceStep(new FetchStep(Steps.Sources, "linux-6.12"));
        var built = await Steps.RunAsync([step], new PlainConsole(_log), cancel);
        return (
            new(await DtcTools.BuildAsync(new PlainConsole(_log), cancel), _folder), Path.Combine(built[step], Boards + board + ".dts"));
    }

    private static string Text(ToolComparison programs, params string[] arguments) =>
        System.Text.Encoding.UTF8.GetString(programs.Ours("dt", arguments).Output);

    private static IReadOnlyList<JsonElement> Rows(ToolComparison programs, params string[] arguments)
    {
        using var json = JsonDocument.Parse(Text(programs, [.. arguments, "--json"]));
        return [.. json.RootElement.Clone().EnumerateArray()];
    }

    [GeneratedRegex("compatible = \"([^\"]+)\"")]
    private static partial Regex Compatible();

    [GeneratedRegex("-supply = <(0x[0-9a-f]+)>;")]
    private static partial Regex Supply();
}
