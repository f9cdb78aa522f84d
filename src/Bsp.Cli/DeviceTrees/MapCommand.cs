using System.CommandLine;
using System.Globalization;
using System.Text;
using Bsp.Cli.Commands;
using Bsp.Cli.Reports;
using Bsp.DeviceTrees;
using Bsp.DeviceTrees.Queries;

namespace Bsp.Cli.DeviceTrees;

/// <summary><c>bsp dt map</c>.</summary>
internal static class MapCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var input = new TreeInput(host);
        var file = new Argument<string>("FILE") { Description = NodeText.FileDescription };
        var bus = new Argument<string>("BUS")
        {
            Description = "The bus whose addresses are shown: a path, a label or an alias; by default those of the processors",
            DefaultValueFactory = _ => "/",
        };
        var json = new Option<bool>("--json") { Description = "Print an array of objects, one for each region" };
        var command = new ExampleCommand(
            "map",
            "Shows which node has which addresses, translated by the ranges of buses, with the holes between them, what overlaps, "
            + "and PCI functions",
            "bsp dt map board.dts", "bsp dt map board.dtb /soc/i2c@ff110000 --json")
        {
            file, bus, json,
        };
        input.AddTo(command);
        command.SetAction(result =>
        {
            var tree = input.Read(result, result.GetRequiredValue(file));
            var references = new TreeReferences(tree);
            var map = AddressMap.Of(tree, TreeInput.Find(tree, references, result.GetRequiredValue(bus)));
            var names = new NodeText(references);
            host.Out.Write(result.GetValue(json) ? Json(map, names) : Text(map, names));
            return ExitStatus.Success;
        });
        return command;
    }

    private static string Text(AddressMap map, NodeText names)
    {
        var text = new StringBuilder();
        var holes = map.Holes.ToDictionary(hole => hole.Start, hole => hole.Size);
        var next = 0UL;
        foreach (var region in map.Regions)
        {
            if (region.Start > next && holes.TryGetValue(next, out var hole))
                Line(next, hole, "- hole");
            var overlaps = region.Overlaps.Count == 0 ? "" : $"  overlaps {string.Join(", ", region.Overlaps.Select(Name).Distinct())}";
            Line(region.Start, region.Size, Name(region) + overlaps);
            next = Math.Max(next, region.Last + 1);
        }

        foreach (var (address, node) in map.Functions)
            text.Append(CultureInfo.InvariantCulture, $"PCI {address}  {names.Of(node)}\n");
        return text.ToString();

        string Name(AddressRegion region) =>
            region.Pci is var (address, start) ? $"{names.Of(region.Node!)}  PCI {Space(address)} 0x{start:x}"
            : region.Node is { } node ? names.Of(node) + (region.Index > 0 ? $" [{region.Index}]" : "")
            : "/memreserve/";

        void Line(ulong start, ulong size, string what) =>
            text.Append(CultureInfo.InvariantCulture, $"0x{start:x9} - 0x{start + (size - 1):x9}  {Amount(size),10}  {what}\n");
    }

    private static string Space(PciAddress address) => address.Space switch
    {
        PciSpace.IO => "I/O",
        PciSpace.Memory when address.IsPrefetchable => "prefetchable memory",
        PciSpace.Memory => "memory",
        _ => "configuration",
    };

    private static string Amount(ulong size)
    {
        var (number, unit) = (size, 0);
        for (; number % 1024 == 0 && number > 0 && unit < 4; unit++)
            number /= 1024;
        return unit == 0 ? $"0x{size:x}" : $"{number} {"KMGT"[unit - 1]}iB";
    }

    private static string Json(AddressMap map, NodeText names) => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var region in map.Regions)
        {
            json.WriteStartObject();
            if (region.Node is { } node)
                names.Write(json, node);
            else
                json.WriteString("path", "/memreserve/");
            json.WriteNumber("index", region.Index);
            json.WriteString("kind", region.Kind.ToString().ToLowerInvariant());
            json.WriteString("start", $"0x{region.Start:x}");
            json.WriteString("size", $"0x{region.Size:x}");
            if (region.Pci is var (address, start))
            {
                json.WriteString("space", Space(address));
                json.WriteString("pci-start", $"0x{start:x}");
            }

            JsonText.WriteTexts(json, "overlaps", region.Overlaps.Select(other => other.Node?.Path ?? "/memreserve/").Distinct());
            json.WriteEndObject();
        }

        foreach (var (address, node) in map.Functions)
        {
            json.WriteStartObject();
            names.Write(json, node);
            json.WriteString("kind", "function");
            json.WriteString("function", address.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
