using Bsp.DeviceTrees.Queries;

namespace Bsp.DeviceTrees.Tests;

/// <summary>Questions to trees: who refers to a node, what nodes give each other, and what lies where.</summary>
public sealed class QueryTests
{
    /// <summary>Of a plugin dtc lists every cell that is a reference.</summary>
    [Fact]
    public void All_references_that_dtc_lists_are_found_and_no_others()
    {
        var count = 0;
        foreach (var source in GeneratedTrees.Of(6, 60))
        {
            var tree = Sources.Compile(source).Tree!;
            var references = new TreeReferences(tree);
            var plugin = Dtc.Compile(source.Replace("/dts-v1/;", "/dts-v1/; /plugin/;", StringComparison.Ordinal))!;
            var expected = Listed(BlobReader.Read(plugin)).Order(StringComparer.Ordinal).ToList();
            var found = tree.Root.SelfAndDescendants()
                .SelectMany(node => NodeUser.Of(tree, references, node).Where(user => !user.IsPath).Select(user => (node, user)))
                .Select(pair => $"{pair.user.Node.Path}:{pair.user.Property.Name}:{pair.user.Offset} -> {pair.node.Path}")
                .Order(StringComparer.Ordinal);
            Assert.Equal(expected, found);
            count += expected.Count;
        }

        Assert.True(count > 100, $"only {count} references");
    }

    private static IEnumerable<string> Listed(DeviceTree blob) =>
        from list in blob.Find("/__local_fixups__")?.SelfAndDescendants() ?? []
        from property in list.Properties
        let path = list.Path["/__local_fixups__".Length..] is { Length: > 0 } below ? below : "/"
        from cell in Enumerable.Range(0, property.Value.CellCount)
        let offset = (int)property.Value.CellAt(4 * cell)
        let phandle = blob.Find(path)!.Property(property.Name)!.Value.CellAt(offset)
        select $"{path}:{property.Name}:{offset} -> "
            + blob.Root.SelfAndDescendants().Single(node => node.Property("phandle")?.Value.Cell == phandle).Path;

    [Fact]
    public void Paths_are_references_as_well()
    {
        const string Source = "/dts-v1/; / { aliases { s0 = &u; other = \"/n\"; }; chosen { stdout-path = \"s0:115200n8\"; "
            + "linux,initrd-start = <1>; }; u: uart { }; n { p = \"x\", &u, <&u>; }; };";
        var source = Sources.Compile(Source, new() { Symbols = true }).Tree!;
        Assert.Equal(
            ["/aliases s0 0 True", "/chosen stdout-path 0 True", "/n p 8 False", "/n p 2 True"], Users(source, "/uart"));
        // Of the last a blob does not say it.
        Assert.Equal(["/aliases s0 0 True", "/chosen stdout-path 0 True"], Users(BlobReader.Read(BlobWriter.Write(source)), "/uart"));
        Assert.Equal([], Users(source, "/chosen"));
    }

    private static IEnumerable<string> Users(DeviceTree tree, string path) => NodeUser.Of(tree, new(tree), tree.Find(path)!)
        .Select(user => $"{user.Node.Path} {user.Property.Name} {user.Offset} {user.IsPath}");

    [Fact]
    public void What_nodes_give_each_other_is_found_in_sources_and_blobs()
    {
        const string Source = """
            /dts-v1/;
            / {
                interrupt-parent = <&gic>;
                gic: gic { interrupt-controller; #interrupt-cells = <2>; #address-cells = <0>; interrupts = <9 9>; };
                gpio: gpio { interrupt-controller; #interrupt-cells = <1>; interrupts = <1 4>; clocks = <&clk 3>; };
                bus {
                    interrupt-parent = <&gpio>;
                    a { interrupts = <5>, <6>; interrupt-names = "tx", "rx"; };
                    b { interrupts-extended = <&gic 7 8>, <&gpio 1>; interrupts = <3>; };
                };
                pci { #address-cells = <1>; #interrupt-cells = <1>; interrupt-map-mask = <0 1>; interrupt-map = <0 1 &gic 20 4>, <0 2 &gic 21 4>; };
                clk: clk { #clock-cells = <1>; clocks = <&osc>; clock-names = "xin"; };
                osc: osc { #clock-cells = <0>; };
                c { clocks = <&osc>, <0>, <&clk 2>; clock-names = "o", "none", "c"; power-domains = <&pd 1>; vcc-supply = <&reg>; };
                pd: pd { #power-domain-cells = <1>; };
                reg: reg { };
            };
            """;
        foreach (var tree in new[] { Sources.Compile(Source).Tree!, BlobReader.Read(Dtc.Compile(Source)!) })
        {
            Assert.Equal(
                [
                    "/gic <- /gic interrupts <9 9> ", "/gpio <- /gic interrupts <1 4> ", "/bus/a <- /gpio interrupts <5> tx",
                    "/bus/a <- /gpio interrupts <6> rx", "/bus/b <- /gic interrupts-extended <7 8> ",
                    "/bus/b <- /gpio interrupts-extended <1> ", "/pci <- /gic interrupt-map <20 4> ", "/pci <- /gic interrupt-map <21 4> ",
                ],
                Supplies(tree, SupplyKind.Interrupts));
            Assert.Equal(
                ["/gpio <- /clk clocks <3> ", "/clk <- /osc clocks <> xin", "/c <- /osc clocks <> o", "/c <- /clk clocks <2> c"],
                Supplies(tree, SupplyKind.Clocks));
            Assert.Equal(
                ["/c <- /pd power-domains <1> ", "/c <- /reg vcc-supply <> vcc-supply"], Supplies(tree, SupplyKind.Power));
        }
    }

    private static IEnumerable<string> Supplies(DeviceTree tree, SupplyKind kind) => Supply.Of(tree, new(tree), kind)
        .Select(
            supply => $"{supply.Consumer} <- {supply.Provider} {supply.Property} <{string.Join(' ', supply.Specifier)}> {supply.Name}");

    /// <summary>Regions at random on a bus and on one within it, counted address by address.</summary>
    [Fact]
    public void Regions_holes_and_overlaps_are_those_of_each_address()
    {
        var random = new Random(7);
        for (var trial = 0; trial < 200; trial++)
        {
            var (expected, text, inner) = (new List<(int Start, int Size, string Node)>(), "", "");
            for (var i = 0; i < 1 + random.Next(6); i++)
            {
                var (start, size) = (random.Next(200), 1 + random.Next(40));
                if (random.Next(2) == 0)
                {
                    text += $"d@{i} {{ reg = <{start} {size}>; }}; ";
                    expected.Add((start, size, $"/d@{i}"));
                    continue;
                }

                // The bus shows its addresses 1000 to 1149 at 100 to 249 and 2000 to 2019 at 40.
                var isLow = random.Next(3) == 0;
                var (first, length, at) = isLow ? (2000, 20, 40) : (1000, 150, 100);
                var offset = random.Next(length + 10);
                inner += $"e@{i} {{ reg = <0 {first + offset} {size}>; }}; ";
                if (offset < length)
                    expected.Add((at + offset, Math.Min(size, length - offset), $"/bus/e@{i}"));
            }

            var source = "/dts-v1/; / { #address-cells = <1>; #size-cells = <1>; " + text
                + "bus { #address-cells = <2>; #size-cells = <1>; ranges = <0 1000 100 150>, <0 2000 40 20>; " + inner
                + "i2c { reg = <0 9999 1>; #address-cells = <1>; #size-cells = <0>; dev@1 { reg = <1>; }; }; "
                + "closed { #address-cells = <1>; #size-cells = <1>; dev@1 { reg = <1 1>; }; }; }; };";
            var map = AddressMap.Of(Sources.Compile(source).Tree!, Sources.Compile(source).Tree!.Root);
            Assert.Equal(
                expected.OrderBy(region => region.Start).ThenByDescending(region => region.Size)
                    .ThenBy(region => region.Node, StringComparer.Ordinal),
                map.Regions.Select(region => ((int)region.Start, (int)region.Size, region.Node!.Path)).OrderBy(region => region.Item1)
                    .ThenByDescending(region => region.Item2).ThenBy(region => region.Path, StringComparer.Ordinal));
            var owners = Enumerable.Range(0, 400)
                .Select(at => expected.Where(region => at >= region.Start && at < region.Start + region.Size))
                .Select(regions => regions.Select(region => region.Node).ToList())
                .ToList();
            var (low, high) = (owners.FindIndex(list => list.Count > 0), owners.FindLastIndex(list => list.Count > 0));
            Assert.Equal(
                Enumerable.Range(0, 400).Where(at => at > low && at < high && owners[at].Count == 0),
                map.Holes.SelectMany(hole => Enumerable.Range((int)hole.Start, (int)hole.Size)));
            foreach (var region in map.Regions)
            {
                Assert.Equal(
                    owners.Where(list => list.Contains(region.Node!.Path)).SelectMany(list => list).Where(node => node != region.Node!.Path)
                        .Distinct().Order(StringComparer.Ordinal),
                    region.Overlaps.Select(other => other.Node!.Path).Order(StringComparer.Ordinal));
            }
        }
    }

    [Theory]
    // Memory and what is set aside of it do not overlap; two reservations do.
    [InlineData("/memreserve/ 0x10 0x10;", "memory@0 { device_type = \"memory\"; reg = <0 0x100>; }; reserved-memory { "
        + "#address-cells = <1>; #size-cells = <1>; ranges; a@18 { reg = <0x18 0x10>; }; };",
        "0+100 Memory, 10+10 Reserved overlaps 1, 18+10 Reserved overlaps 1")]
    // Registers within those of a node around.
    [InlineData("", "s@0 { reg = <0 0x100>; #address-cells = <1>; #size-cells = <1>; ranges; p@10 { reg = <0x10 4>; }; };",
        "0+100 Device, 10+4 Device")]
    // To the end of 64 bits and not past it; sizes of 0 are none; a reg that is no whole number of them neither.
    [InlineData("", "w { #address-cells = <2>; #size-cells = <2>; ranges = <0xffffffff 0xfffffff0 0xfffffff0 0 0x10>; "
        + "a { reg = <0xffffffff 0xfffffff8 1 0>; }; }; z { reg = <5 0>; }; y { reg = <5>; };", "fffffff8+8 Device")]
    public void Kinds_and_edges_of_regions(string start, string nodes, string expected) =>
        Assert.Equal(
            expected,
            string.Join(", ", Map($"/dts-v1/; {start} / {{ #address-cells = <1>; #size-cells = <1>; {nodes} }};").Regions.Select(
                region => $"{region.Start:x}+{region.Size:x} {region.Kind}"
                    + (region.Overlaps.Count > 0 ? $" overlaps {region.Overlaps.Count}" : ""))));

    /// <summary>
    /// Windows of a host bridge and registers of devices behind it, in the space that each is in; a bridge behind it passes them on.
    /// </summary>
    [Theory]
    [InlineData("ranges = <0x81000000 0 0x100 0x8000 0 0x100>, <0x82000000 0 0x2000 0x9000 0 0x400>, <0xc3000000 1 0 0xa000 0 0x10>;", "",
        "8000+100 Window IO 100, 9000+400 Window Memory 2000, a000+10 Window Memory 100000000")]
    // reg names a function; where its registers are assigned-addresses says, in memory or I/O space.
    [InlineData("ranges = <0x81000000 0 0x100 0x8000 0 0x100>, <0x82000000 0 0x2000 0x9000 0 0x400>;",
        "d@1,0 { reg = <0x10800 0 0 0 0>; assigned-addresses = <0x82010810 0 0x2100 0 0x10>, <0x81010814 0 0x140 0 8>; }; "
        + "e@1f,7 { reg = <0xff00 0 0 0 0>, <0x0200ff10 0 0x2200 0 0x20>; }; ",
        "8000+100 Window IO 100, 8040+8 Device, 9000+400 Window Memory 2000, 9100+10 Device, 9200+20 Device; "
        + "01:01.0 d@1,0, 00:1f.7 e@1f,7")]
    // An address is in one space only, and bridges translate what they say or pass on all.
    [InlineData("ranges = <0x82000000 0 0x2000 0x9000 0 0x400>;",
        "b@0,0 { reg = <0 0 0 0 0>; device_type = \"pci\"; #address-cells = <3>; #size-cells = <2>; ranges; "
        + "d@0,0 { reg = <0x10000 0 0 0 0>; assigned-addresses = <0x82010010 0 0x2100 0 0x10>, <0x81010014 0 0x2100 0 8>; }; }; "
        + "c@1,0 { reg = <0x800 0 0 0 0>; device_type = \"pci\"; #address-cells = <3>; #size-cells = <2>; "
        + "ranges = <0x82000000 0 0 0x82000000 0 0x2200 0 0x100>; "
        + "d@0,1 { reg = <0x20100 0 0 0 0>; assigned-addresses = <0x82020110 0 0x80 0 0x10>; }; };",
        "9000+400 Window Memory 2000, 9100+10 Device, 9280+10 Device; 00:00.0 b@0,0, 01:00.0 d@0,0, 00:01.0 c@1,0, 02:00.1 d@0,1")]
    [InlineData("", "d@0,0 { reg = <0 0 0 0 0>; };", "")]
    [InlineData("ranges = <1 2 3>;", "d@0,0 { reg = <0 0>; };", "")]
    public void Addresses_of_PCI_are_where_their_bridge_has_them(string ranges, string nodes, string expected)
    {
        var map = Map(
            "/dts-v1/; / { #address-cells = <1>; #size-cells = <1>; pcie@1 { device_type = \"pci\"; #address-cells = <3>; "
            + $"#size-cells = <2>; {ranges} {nodes} }}; }};");
        var regions = map.Regions.Select(
            region => $"{region.Start:x}+{region.Size:x} {region.Kind}"
                + (region.Pci is var (address, start) ? $" {address.Space} {start:x}" : ""));
        var functions = map.Functions.Select(function => $"{function.Address} {function.Node.Name}");
        Assert.Equal(expected, string.Join(", ", regions) + (map.Functions.Count > 0 ? "; " : "") + string.Join(", ", functions));
    }

    private static AddressMap Map(string source)
    {
        var tree = Sources.Compile(source).Tree!;
        return AddressMap.Of(tree, tree.Root);
    }

    /// <summary>A number of cells that no node can have, and a circle of buses that is none, end nothing.</summary>
    [Theory]
    [InlineData("#address-cells = <0xffffffff>; #size-cells = <0xffffffff>;")]
    [InlineData("#address-cells = <0>; #size-cells = <0>;")]
    [InlineData("#address-cells = <3>; #size-cells = <2>;")]
    public void Cells_that_make_no_address_are_left_out(string cells) =>
        Assert.Empty(Map($"/dts-v1/; / {{ {cells} d {{ reg = <1 2 3 4 5>; ranges = <1 2 3>; e {{ reg = <1 2 3>; }}; }}; }};").Regions);
}
