using System.Globalization;
using Bsp.Artifacts.Quoting;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary><c>README.md</c>: how Infix gets onto the board, and the board's line in its architecture's list.</summary>
/// <remarks>A board without a <see cref="BoardGuide"/> has none: one that people have written says more than what could be made.</remarks>
internal sealed class Readme : InfixRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Infix/README.md.scriban");

    protected override IEnumerable<GeneratedFile> Render(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        if (infix.Guide is not { } guide)
            yield break;
        var title = Title(board, infix);
        yield return InfixPaths.InFolder(board, "README.md", Template.Render(new
        {
            Title = title,
            board.Id,
            Architecture = board.Soc.Architecture.Name,
            guide.About,
            Trees = board.DeviceTrees.Where(tree => tree.Source == DeviceTreeSource.Kernel)
                .Select(tree => new { tree.Name, Compatible = CompatibleOf(board, tree) })
                .ToList(),
            Products = infix.Products.Where(product => product.FactoryConfig is not null)
                .Select(
                    product => new
                    {
                        Compatible = product.CompatibleOn(board) ?? "",
                        Interfaces = Interfaces(product.FactoryConfig!.Interfaces, null).ToList(),
                    })
                .ToList(),
            Baud = board.Console.Baud.ToString(CultureInfo.InvariantCulture),
            board.Console.Device,
            Console = guide.Console is { } port
                ? new { port.Connector, port.Volts, Pins = port.Pins.Select(pin => new { pin.Pin, pin.Signal }).ToList() }
                : null,
            Switches = guide.Switches is { } switches
                ? new { switches.Names, switches.Note, Positions = switches.Positions.Select(
                    position => new { Medium = NameOf(position.Medium), position.Value })
                    .ToList() }
                : null,
            Procedures = Cards(board, infix, guide).Concat(guide.Installation)
                .Select(procedure => new { procedure.Title, Steps = procedure.Steps.Select(step => Of(step, guide)).ToList() })
                .ToList(),
            guide.Sections,
            Patches = infix.KernelPatches.Select(patch => new { Path = InfixPaths.PatchFile(distribution, patch), patch.Reason }).ToList(),
            Loaders = InfixLoader.Of(board)
                .Select(
                    loader => new { loader.Name, Folder = "x-"
                        + loader.Name.Replace('_', '-'), Medium = loader.Medium.Name, IsImage = infix.Disk is not null })
                .ToList(),
        }));
        yield return new(
            InfixPaths.Regions + "board/" + board.Soc.Architecture.Name + "/README.md",
            "- [" + MarkdownText.LinkText(title) + "](" + board.Id + "/)\n");
    }

    private static string CompatibleOf(Board board, DeviceTree tree) =>
        (tree.Compatibles.Count > 0 ? tree.Compatibles : board.Identity.Compatibles) is [var first, ..] ? first : "";

    // An SD card is written in any computer; what else there is differs from board to board.
    private static IEnumerable<Procedure> Cards(Board board, InfixBoard infix, BoardGuide guide)
    {
        if (infix.Disk is not { } disk || InfixLoader.Of(board).All(loader => loader.Medium.Name != Medium.SdCard))
            yield break;
        var image = "infix-" + disk.Name.Replace(InfixPaths.MediumPlaceholder, Medium.SdCard) + ".img";
        yield return new("Installing on an SD card", Seq<GuideStep>.Of(
        [
            new Enter(
                "On your computer, with the card's device for `/dev/sdX` (`lsblk` has it; what is on it is lost)",
                "sudo dd if=" + image + " of=/dev/sdX bs=1M status=progress oflag=direct"),
            .. guide.Switches is null ? Array.Empty<GuideStep>() : [new SwitchTo(Medium.SdCard)],
            "Insert the card and power on.",
        ]));
    }

    private static Line Of(GuideStep step, BoardGuide guide) => step switch
    {
        Say say => new(say.Words, []),
        Enter enter => new(enter.Where + ":", Seq<string>.Of(enter.Lines.Select(line => line.Value))),
        SwitchTo to when guide.Switches is { } switches =>
            new(
                "Power off, and set the switches " + switches.Names + " to **" + switches.For(to.Medium).Value + "** ("
                    + NameOf(to.Medium) + ").",
                []),
        SwitchTo to =>
            throw new ModelException($"a step sets switches for '{to.Medium}', and the guide has no switches; state them in Switches"),
        _ => throw new ModelException($"a guide cannot contain {step}"),
    };

    private static IEnumerable<object> Interfaces(Seq<FactoryInterface> interfaces, string? bridge) => interfaces.SelectMany(item =>
        (item is BridgeInterface of ? Interfaces(of.Members, of.Name) : []).Prepend(new { item.Name, Text = Describe(item, bridge) }));

    private static string Describe(FactoryInterface item, string? bridge) => string.Join(", ", new[]
    {
        item is BridgeInterface ? "bridge" : null,
        (item as WifiInterface)?.AccessPoint is { } point ? "access point `" + MarkdownText.Code(point.Ssid) + "`" : null,
        bridge is null ? null : "in `" + bridge + "`",
        item.Addresses.Count > 0 ? string.Join(", ", item.Addresses) : null,
        item.Dhcp is not null ? "DHCP client" : null,
        item.Dhcpv6 is not null ? "DHCPv6 client" : null,
        item is not BridgeInterface && bridge is null && item.Dhcp is null && item.Addresses.Count == 0 ? "not configured" : null,
    }.OfType<string>());

    private static string NameOf(string medium) => medium switch
    {
        Medium.SdCard => "SD card",
        Medium.Emmc => "eMMC",
        Medium.SpiNor => "SPI NOR",
        "spi-nand" => "SPI NAND",
        _ => medium,
    };

    private sealed record Line(string Text, Seq<string> Lines);
}
