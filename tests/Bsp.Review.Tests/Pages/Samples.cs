using Bsp.Boards.Families.Reference;
using Bsp.Model;
using Bsp.Review.Changes;
using Bsp.Review.Pages.Html;
using Bsp.Review.Platform;
using Bsp.Review.Tests.Replays;

namespace Bsp.Review.Tests.Pages;

/// <summary>Reviews of one, of all and of many boards, to make pages of.</summary>
internal static class Samples
{
    private static readonly Lazy<ReviewResult> s_all = new(() => Replay.Of(Edited, new NoKernels()).Result);

    /// <summary>Disks whose partitions move and requests for kernels, on this project's boards.</summary>
    public static ReviewResult All => s_all.Value;

    /// <summary>One board on one distribution.</summary>
    public static ReviewResult One { get; } = All with
    {
        Boards = [.. All.Boards.Where(board => board.Name == "friendlyarm-nanopi-r2s on reference")],
    };

    /// <summary>A hundred boards: these, and copies under other names.</summary>
    public static ReviewResult Hundred { get; } = All with
    {
        Boards =
        [
            .. Enumerable.Range(0, 128).Select(i => (Board: All.Boards[i % All.Boards.Count], Copy: i / All.Boards.Count)).Select(
                one => one.Copy == 0 ? one.Board : one.Board with
                {
                    Before = one.Board.Before! with { Board = $"{one.Board.Board}-{one.Copy}" },
                    After = one.Board.After! with { Board = $"{one.Board.Board}-{one.Copy}" },
                }),
        ],
    };

    /// <summary>Changes of a device tree and of a kernel, written by hand.</summary>
    public static ReviewResult With(params Change[] changes) =>
        One with { Boards = [.. One.Boards.Select(board => board with { Changes = [.. board.Changes, .. changes] })] };

    /// <summary>The sample with that name.</summary>
    public static ReviewResult Named(string name) => name switch
    {
        "1" => With(
            new(ChangeRules.TreeNode, "/mmc@ff500000: vqmmc-supply")
            {
                Before = "<&vcc_io_sdio>", Meaning = "the SD card has no supply",
            },
            new(ChangeRules.TreeNode, "/mmc@ff500000: status") { Before = "okay", After = "disabled", Attention = Attention.Warning },
            new(ChangeRules.TreeNode, "/i2c@ff160000/pmic@18/regulators/DCDC_REG1: regulator-min-microvolt")
            {
                Before = "<700000>", After = "<712500>",
            },
            new(ChangeRules.TreeNode, "node /i2c@ff160000/pmic@18/regulators/LDO_REG1")
            {
                After = "regulator-always-on; regulator-boot-on",
            },
            new(ChangeRules.KernelLost, "CONFIG_REGULATOR_GPIO")
            {
                Before = "y", After = "m", Layer = "board friendlyarm-nanopi-r2s",
                Meaning = "REGULATOR_GPIO needs REGULATOR and (GPIOLIB or COMPILE_TEST); GPIOLIB is n\nset CONFIG_GPIOLIB=y",
            }),
        "14" => All,
        "100" => Hundred,
        _ => All with { Boards = [] },
    };

    /// <summary>Writes a page to a file for a browser.</summary>
    /// <returns>Its address.</returns>
    public static Uri Write(ReviewResult review, string name) => Write(HtmlPage.Of(review), name);

    /// <summary>Writes a page to a file for a browser.</summary>
    /// <returns>Its address.</returns>
    public static Uri Write(string page, string name)
    {
        var path = Repository.Artifact("tests", "review-pages", name + ".html");
        File.WriteAllText(path, page);
        return new(path);
    }

    private static World Edited(World world) => world
        .Bootable("friendlyarm-nanopi-r2s", board => board with { Debian = board.Debian with { SlotRoot = 128.MiB() } })
        .Board("styx-dcp-sc-28p", board => board with { Kernel = board.Kernel + KernelFragment.M("BRCMFMAC_SDIO") })
        .Debian(
            "reference",
            distribution => distribution with
            {
                Layout = Layouts.AbSlots with
                {
                    Partitions = [Layouts.AbSlots.Partitions[0] with { Size = 32.MiB() }, .. Layouts.AbSlots.Partitions.Skip(1)],
                },
                KernelArguments = [.. distribution.KernelArguments, "panic=10"],
                Features = [.. distribution.Features.Select(feature => feature.Name != "immutable" ? feature : feature with
                {
                    Kernel = new() { Requests = [.. feature.Kernel.Requests.Where(request => request.Symbol.Value != "DM_VERITY")] },
                })],
            },
            "boards/families/reference/Layouts.cs");
}
