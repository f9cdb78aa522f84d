using Bsp.DeviceTrees.Checks;

namespace Bsp.DeviceTrees.Tests;

/// <summary>Overlays laid one on the result of another: to the bytes of fdtoverlay, or refused where it refuses.</summary>
public sealed class LayeredTreeTests
{
    private const string Tree =
        "/dts-v1/; / { soc: soc { a = \"x\"; u0: serial@1 { s = <&bus>; }; }; bus: bus { #address-cells = <1>; #size-cells = <0>; }; };";

    [Fact]
    public void Random_overlays_are_laid_as_fdtoverlay_lays_them()
    {
        var (random, laid, refused) = (new Random(1), 0, 0);
        for (var trial = 0; trial < 60; trial++)
        {
            var tree = Dtc.Compile(Tree, "-@")!;
            var layered = new LayeredTree(BlobReader.Read(tree), tree);
            var blobs = new List<byte[]>();
            for (var i = 0; i < 3; i++)
            {
                var source = Overlay(random, i);
                var overlay = Sources.Compile(source, new() { Symbols = true }).Tree!;
                var blob = BlobWriter.Write(overlay);
                var expected = Dtc.Apply(tree, [.. blobs, blob]);
                var isRefused = layered.Lay(overlay, blob).Any(message => message.Severity == SourceSeverity.Error);
                Assert.True(isRefused == expected is null, source);
                _ = isRefused ? refused++ : laid++;
                if (expected is null)
                    continue;
                blobs.Add(blob);
                Assert.True(layered.Blob.AsSpan().SequenceEqual(expected), source);
            }
        }

        Assert.True(laid > 60 && refused > 20, $"{laid} laid, {refused} refused");
    }

    // Some refer to what those before have added, which may have been refused.
    private static string Overlay(Random random, int number)
    {
        string[] targets = ["&soc", "&u0", "&bus", "&{/soc/serial@1}", "&{/soc}", "&new0", "&new1", "&{/soc/n0}", "&nowhere"];
        string Target() => targets[random.Next(random.Next(4) == 0 ? targets.Length : 8)];
        string Fragment(int i) =>
            $"{Target()} {{ p{random.Next(3)} = <{random.Next(9)} "
            + (random.Next(2) == 0 ? "&bus>; " : random.Next(5) > 0 ? "&u0>; " : "&new0>; ")
            + (i == 0 ? $"new{number}: n{number} {{ x = \"y\"; }}; " : "m { z; }; ") + "}; ";
        return "/dts-v1/; /plugin/; " + string.Concat(Enumerable.Range(0, 1 + random.Next(2)).Select(Fragment));
    }

    [Fact]
    public void What_was_laid_has_the_positions_of_what_it_comes_from()
    {
        var tree = Sources.Compile(Tree, new() { Symbols = true }).Tree!;
        var layered = new LayeredTree(tree, BlobWriter.Write(tree));
        var overlay = Sources.Compile("/dts-v1/; /plugin/;\n&u0 { s = <1>;\nn { }; };", new() { Symbols = true }).Tree!;
        Assert.Empty(layered.Lay(overlay, BlobWriter.Write(overlay)));
        Assert.Equal(1, layered.Tree.Find("/soc")!.Property("a")!.Definition.Span.First!.Value.Line);
        Assert.Equal(2, layered.Tree.Find("/soc/serial@1")!.Property("s")!.Definition.Span.First!.Value.Line);
        Assert.Equal([1, 2], layered.Tree.Find("/soc/serial@1")!.Spans.Select(span => span.First!.Value.Line));
        Assert.Equal([3], layered.Tree.Find("/soc/serial@1/n")!.Spans.Select(span => span.First!.Value.Line));
    }

    [Theory]
    [InlineData("&soc { u0: n { }; };", "the tree has the label 'u0' already, for '/soc/serial@1'")]
    [InlineData("/ { fragment@0 { target = <&soc>; u0: __overlay__ { }; }; };", "the tree has the label 'u0' already, for '/soc/serial@1'")]
    [InlineData("&soc { x; }; &{/soc} { x; };", "several fragments set 'x' of the same node")]
    [InlineData("&soc { n { x; }; }; &{/soc} { n { x; }; };", "several fragments set 'x' of the same node")]
    [InlineData("&bus { #address-cells = <2>; };", "the overlay changes '#address-cells' of a node of the tree")]
    [InlineData("&bus { #address-cells = <1>; };", null)]
    [InlineData("&soc { x; }; &bus { x; };", null)]
    [InlineData("&soc { new: n { }; };", null)]
    public void What_Linux_refuses_is_said_though_libfdt_lays_it(string overlay, string? expected)
    {
        var tree = Sources.Compile(Tree, new() { Symbols = true }).Tree!;
        var source = Sources.Compile("/dts-v1/; /plugin/; " + overlay, new() { Symbols = true }).Tree!;
        foreach (var (below, over) in new[] { (tree, source), (Again(tree), source), (tree, Again(source)) })
        {
            var messages = OverlayCheck.Check(below, over);
            Assert.Equal(expected is null ? 0 : 1, messages.Count);
            if (expected is null)
                continue;
            var isLabel = expected.Contains("label", StringComparison.Ordinal);
            Assert.Equal(
                expected + (isLabel ? ", and libfdt makes it name this node" : "") + "; Linux refuses that at run time", messages[0].Text);
            Assert.Equal((SourceSeverity.Warning, "overlay_linux"), (messages[0].Severity, messages[0].Check));
        }

        static DeviceTree Again(DeviceTree tree) => BlobReader.Read(BlobWriter.Write(tree));
    }

    [Fact]
    public void An_overlay_without_a_fragment_is_said_to_add_nothing() =>
        Assert.Contains(
            "it has no fragment", Assert.Single(OverlayCheck.Check(Sources.Compile(Tree).Tree!, Sources.Compile(Tree).Tree!)).Text,
            StringComparison.Ordinal);
}
