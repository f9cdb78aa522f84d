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

    [Fact]
    public void A_blob_without_labels_is_said_to_have_none()
    {
        var reported = OverlayCheck.Check(BlobReader.Read(Dtc.Compile(Tree)!), Sources.Compile("/dts-v1/; /plugin/; &soc { };").Tree!);
        Assert.Contains("it was compiled without -@", Assert.Single(reported).Text, StringComparison.Ordinal);
    }
}
