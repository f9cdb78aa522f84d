using Bsp.DeviceTrees.Checks;

namespace Bsp.DeviceTrees.Tests;

/// <summary>Overlays checked against trees: refused where fdtoverlay refuses them, with the position and the nearest name.</summary>
public sealed class OverlayCheckTests
{
    private const string Tree = "/dts-v1/; / { soc: soc { uart0: serial@1 { }; }; };";

    [Theory]
    [InlineData("&uart0 { status = \"okay\"; };", null)]
    [InlineData("&uart0 { x = <&soc &l>; l: l { }; };", null)]
    [InlineData("&{/soc/serial@1} { x; };", null)]
    [InlineData("&uart1 { x; };",
        "test.dts:1.21-27: ERROR (overlay_target): /fragment@0: the tree has no label 'uart1', which the overlay refers to; "
        + "did you mean uart0?")]
    [InlineData("&uart0 { x = <0 &socc>; };",
        "test.dts:1.37-42: ERROR (overlay_target): /fragment@0/__overlay__: the tree has no label 'socc', "
        + "which the overlay refers to; did you mean soc?")]
    [InlineData("&{/soc/serial@2} { x; };", "the tree has no node '/soc/serial@2', which the overlay adds to")]
    public void What_fdtoverlay_refuses_is_reported_beforehand(string overlay, string? expected)
    {
        var source = "/dts-v1/; /plugin/;\t" + overlay;
        var tree = Dtc.Compile(Tree, "-@")!;
        var reported = OverlayCheck.Check(BlobReader.Read(tree), Sources.Compile(source).Tree!)
            .Select(message => message.ToString())
            .ToList();
        Assert.Equal(expected is null, Dtc.Apply(tree, Dtc.Compile(source)!) is not null);
        Assert.Equal(
            reported, OverlayCheck.Check(Sources.Compile(Tree).Tree!, Sources.Compile(source).Tree!).Select(message => message.ToString()));
        if (expected is null)
            Assert.Equal([], reported);
        else
            Assert.Contains(expected, Assert.Single(reported), StringComparison.Ordinal);
        // The blob of an overlay says less of places, and the same of labels.
        Assert.Equal(reported.Count, OverlayCheck.Check(BlobReader.Read(tree), BlobReader.Read(Dtc.Compile(source)!)).Count);
    }

    // fdtoverlay lays fragment after fragment, and finds paths as fdt_path_offset does.
    [Theory]
    [InlineData("&{/} { panel { x; }; }; &{/panel} { backlight = <&soc>; };", true)]
    [InlineData("&soc { bus { port@1 { }; }; }; &{/soc/bus/port} { y; };", true)]
    [InlineData("&{/panel} { y; }; &{/} { panel { x; }; };", false)]
    [InlineData("/ { fragment@0 { target-path = \"/soc/serial\"; __overlay__ { x; }; }; };", true)]
    [InlineData("/ { fragment@0 { target-path = \"/soc/seria\"; __overlay__ { x; }; }; };", false)]
    [InlineData("/ { fragment@0 { target-path = \"s0\"; __overlay__ { x; }; }; };", true)]
    [InlineData("/ { fragment@0 { target-path = \"bus/serial\"; __overlay__ { x; }; }; };", true)]
    [InlineData("/ { fragment@0 { target-path = \"s1\"; __overlay__ { x; }; }; };", false)]
    public void Paths_are_found_where_libfdt_finds_them(string overlay, bool isFound)
    {
        const string Aliased = "/dts-v1/; / { aliases { s0 = &uart0; bus = &soc; }; soc: soc { uart0: serial@1 { }; }; };";
        var source = "/dts-v1/; /plugin/; " + overlay;
        var tree = Dtc.Compile(Aliased, "-@")!;
        Assert.Equal(isFound, Dtc.Apply(tree, Dtc.Compile(source)!) is not null);
        foreach (var below in new[] { BlobReader.Read(tree), Sources.Compile(Aliased).Tree! })
            Assert.Equal(isFound ? 0 : 1, OverlayCheck.Check(below, Sources.Compile(source).Tree!).Count);
        if (isFound)
        {
            Assert.Equal(
                Convert.ToHexString(Dtc.Apply(tree, Dtc.Compile(source)!)!),
                Convert.ToHexString(OverlayApplier.Apply(tree, [Sources.Blob(source)!])));
        }
    }

    [Theory]
    [InlineData("&uart0 { /delete-property/ cts; };", "'/delete-property/ cts' deletes nothing of the tree below")]
    [InlineData("&soc { /delete-node/ serial@1; };", "'/delete-node/ serial@1' deletes nothing of the tree below")]
    [InlineData("&soc { n { /delete-property/ x; }; };", "'/delete-property/ x' deletes nothing of the tree below")]
    [InlineData("/ { l: n { x; m { }; }; }; &l { /delete-property/ x; /delete-node/ m; };", null)]
    public void What_an_overlay_cannot_delete_is_said(string overlay, string? expected)
    {
        var reported = OverlayCheck.Check(
            Sources.Compile(Tree).Tree!, Sources.Compile("/dts-v1/; /plugin/; &soc { }; " + overlay).Tree!);
        Assert.Equal(expected is null ? 0 : 1, reported.Count);
        if (expected is null)
            return;
        Assert.Equal(SourceSeverity.Warning, reported[0].Severity);
        Assert.StartsWith(expected, reported[0].Text, StringComparison.Ordinal);
        Assert.NotNull(reported[0].Position);
    }

    [Theory]
    [InlineData("&bus { d@3 { reg = <0 3>; }; };", 0)]
    [InlineData("&bus { d@3 { reg = <0 3 1>; }; };", 1)]
    [InlineData("&{/soc} { bus { d@3 { reg = <0 3>; }; }; };", 0)]
    [InlineData("&{/soc} { bus { d@3 { reg = <3>; }; }; };", 1)]
    [InlineData("&soc { new { #address-cells = <2>; #size-cells = <0>; }; }; &{/soc/new} { d@0 { reg = <0 4>; }; };", 0)]
    [InlineData("&bus { #address-cells = <1>; d@4 { reg = <4>; }; };", 0)]
    [InlineData("&soc { x; n { }; };", 0)]
    public void The_cells_of_a_bus_are_those_of_the_tree(string overlay, int warnings)
    {
        const string Buses = "/dts-v1/; / { soc: soc { #address-cells = <1>; #size-cells = <1>; ranges; "
            + "bus: bus { #address-cells = <2>; #size-cells = <0>; }; }; };";
        foreach (var tree in new[] { Sources.Compile(Buses).Tree!, BlobReader.Read(Dtc.Compile(Buses, "-@")!) })
        {
            var compiled = Sources.Compile("/dts-v1/; /plugin/; " + overlay, new() { Base = tree });
            Assert.Equal(warnings, compiled.Messages.Count(message => message.Check == "reg_format"));
            Assert.Equal(warnings == 0, compiled.Messages.Count == 0);
        }
    }

    [Fact]
    public void A_blob_without_labels_is_said_to_have_none()
    {
        var reported = OverlayCheck.Check(BlobReader.Read(Dtc.Compile(Tree)!), Sources.Compile("/dts-v1/; /plugin/; &soc { };").Tree!);
        Assert.Contains("it was compiled without -@", Assert.Single(reported).Text, StringComparison.Ordinal);
    }
}
