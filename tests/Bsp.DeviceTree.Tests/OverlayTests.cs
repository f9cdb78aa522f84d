namespace Bsp.DeviceTrees.Tests;

/// <summary>Overlays applied to trees by both fdtoverlay and this library: the same bytes, or refused by both.</summary>
public sealed class OverlayTests
{
    private const string Tree = """
        /dts-v1/;
        / {
            aliases { al = "/soc"; };
            soc: soc { a = "x"; b = <1>; c1: child1 { r = <&bus>; }; c2 { }; };
            bus: bus@10 { phandle = <3>; };
            mem: memory@0 { reg = <0 1>; };
        };
        """;

    public static TheoryData<string> Overlays =>
    [
        "&soc { b = <2>; z = \"new\"; y; n1 { p; }; n2: n2 { q = <&n2 &bus>; child1 { }; }; child1 { s; }; };",
        "&c1 { a; }; &bus { r = <&soc &c1>, <&{/}>; };",
        "&{/soc/child1} { x; l: deep { deeper { }; }; };",
        "&{/} { memory { reg = <5 6>; }; new { }; };",
        "/ { fragment@7 { target-path = \"al\"; __overlay__ { by-alias; }; }; };",
        "/ { fragment@7 { target-path = \"/\"; inner: __overlay__ { w: w { }; }; }; };",
        "/ { ignored { a; }; };",
        // Refused.
        "&missing { };",
        "&{/missing} { };",
        "/ { fragment@0 { __overlay__ { }; }; };",
    ];

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Bytes_are_those_of_fdtoverlay(string overlay)
    {
        foreach (var flags in new[] { Array.Empty<string>(), ["-@"] })
        {
            var tree = Dtc.Compile(Tree, "-@")!;
            var second = Dtc.Compile(
                "/dts-v1/; /plugin/; &bus { a-property-that-is-new = \"x\"; first { }; }; &soc { a = \"shorter or longer\"; };", flags)!;
            var blob = Dtc.Compile("/dts-v1/; /plugin/; " + overlay, flags);
            if (blob is null)
                continue;
            Assert.Equal(Hex(Dtc.Apply(tree, blob)), Hex(Apply(tree, blob)));
            Assert.Equal(Hex(Dtc.Apply(tree, second, blob)), Hex(Apply(tree, second, blob)));
        }
    }

    [Fact]
    public void A_tree_without_labels_is_said_to_be_compiled_without_them()
    {
        var blob = Dtc.Compile("/dts-v1/; /plugin/; &soc { };")!;
        var fault = Assert.Throws<OverlayException>(() => OverlayApplier.Apply(Dtc.Compile(Tree)!, [blob]));
        Assert.Equal(
            "the overlay refers to 'soc', but the tree has no labels: it was compiled without -@, which writes them to /__symbols__",
            fault.Message);
    }

    [Fact]
    public void A_label_that_the_tree_does_not_have_is_named()
    {
        var blob = Dtc.Compile("/dts-v1/; /plugin/; &sco { };")!;
        var fault = Assert.Throws<OverlayException>(() => OverlayApplier.Apply(Dtc.Compile(Tree, "-@")!, [blob]));
        Assert.Equal("the overlay refers to the label 'sco', which the tree does not have", fault.Message);
    }

    // libfdt of Linux 6.12 keeps them; Debian 12's fdtoverlay writes the overlay's over them, and references in the tree then lead nowhere.
    [Fact]
    public void A_node_of_the_tree_keeps_its_phandle()
    {
        var tree = Dtc.Compile(Tree, "-@")!;
        var blob = Dtc.Compile("/dts-v1/; /plugin/; / { fragment@0 { target = <&soc>; over: __overlay__ { self = <&over>; }; }; };")!;
        var applied = BlobReader.Read(OverlayApplier.Apply(tree, [blob]));
        Assert.Equal(
            BlobReader.Read(tree).Find("/soc")!.Property("phandle")!.Value.CellAt(0),
            applied.Find("/soc")!.Property("phandle")!.Value.CellAt(0));
        Assert.Equal(applied.Find("/soc")!.Property("phandle")!.Value.CellAt(0), applied.Find("/soc")!.Property("self")!.Value.CellAt(0));
    }

    private static byte[]? Apply(byte[] tree, params byte[][] overlays)
    {
        try
        {
            return OverlayApplier.Apply(tree, overlays);
        }
        catch (OverlayException)
        {
            return null;
        }
    }

    private static string Hex(byte[]? blob) => blob is null ? "refused" : Convert.ToHexString(blob);
}
