using Bsp.DeviceTrees.Differences;

namespace Bsp.DeviceTrees.Tests;

/// <summary>What two trees have differently, sources and blobs; the machine's own dtc sorts and renumbers.</summary>
public sealed class ComparisonTests
{
    private const string Tree = """
        /dts-v1/;
        / {
            #address-cells = <1>;
            #size-cells = <1>;
            gic: interrupt-controller@1000 { reg = <0x1000 0x10>; interrupt-controller; #interrupt-cells = <3>; };
            clk: clock-controller@2000 { reg = <0x2000 0x10>; #clock-cells = <1>; clock-frequency = <24000000>; };
            gpio: gpio@3000 { reg = <0x3000 0x10>; #gpio-cells = <2>; gpio-controller; };
            uart: serial@4000 {
                compatible = "vendor,uart", "ns16550a";
                reg = <0x4000 0x100>;
                interrupt-parent = <&gic>;
                interrupts = <0 10 4>, <0 11 4>;
                clocks = <&clk 1>, <&clk 2>;
                reset-gpios = <&gpio 5 0>;
                vendor,grf = <&clk>;
                status = "okay";
            };
        };
        """;

    /// <summary>An edit, and what has to be reported of it.</summary>
    public static TheoryData<string, string> Edits => new()
    {
        { "/ { };", "" },
        { "&uart { status = \"disabled\"; };", "/serial@4000 status: \"okay\" -> \"disabled\"" },
        { "&uart { /delete-property/ clocks; new; };", "/serial@4000 clocks: <&clk 1>, <&clk 2> -> none; /serial@4000 new: none -> " },
        { "&uart { clocks = <&clk 1>, <&clk 3>; };", "/serial@4000 clocks: <&clk 1>, <&clk 2> -> <&clk 1>, <&clk 3>" },
        { "&uart { vendor,grf = <&gpio>; };", "/serial@4000 vendor,grf: <&clk> -> <&gpio>" },
        { "/delete-node/ &uart; / { uart: serial@5000 { status = \"okay\"; }; };", "/serial@4000 -> /serial@5000" },
        { "/ { leds { led-0 { gpios = <&gpio 1 0>; }; }; };", "new /leds" },
        { "/ { serial@4000 { interrupts = <0 10 4>, <0 12 4>; }; "
            + "};", "/serial@4000 interrupts: <0 0xa 4>, <0 0xb 4> -> <0 0xa 4>, <0 0xc 4>" },
        { "&clk { clock-frequency = <25000000>; };", "/clock-controller@2000 clock-frequency: <24000000> -> <25000000>" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_is_reported_and_nothing_else(string edit, string expected) =>
        Assert.Equal(expected, First(Changes(Source(Tree), Source(Tree + edit)), expected));

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_blob_beside_its_source_is_the_same(string edit, string _)
    {
        Assert.Equal([], Changes(Source(Tree + edit), Blob(Tree + edit)));
        Assert.Equal([], Changes(Blob(Tree + edit), Source(Tree + edit)));
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public void Blobs_with_labels_tell_the_same_as_sources(string edit, string expected)
    {
        // A node that refers first moves all numbers.
        const string Shift = "/ { aaa { phandle-user = <&gpio &uart &gic &clk>; }; };";
        // Only a source says that one vendor's property names a node.
        expected = expected.Replace("grf: <&clk> -> <&gpio>", "grf: <2> -> <3>", StringComparison.Ordinal);
        Assert.Equal(expected, First(Changes(Blob(Tree, "-@"), Blob(Tree + edit, "-@")), expected));
        Assert.Equal(["new /aaa"], Changes(Blob(Tree, "-s"), Blob(Tree + Shift)));
        Assert.Equal([], Changes(Blob(Tree, "-@"), Blob(Tree)));
        Assert.Equal([], Changes(Source(Tree), Blob(Tree, "-@")));
    }

    [Fact]
    public void A_number_is_not_taken_for_a_reference()
    {
        // As a phandle the cell would have led to the same node before and after.
        const string One = "/dts-v1/; / { r = <&first>; first: first { }; n { reg = <1>; #size-cells = <1>; width-mm = <1>; }; };";
        const string Two =
            "/dts-v1/; / { r = <&first>; first: first { }; zero: zero { phandle = <1>; }; n { reg = <2>; #size-cells = <2>; width-mm = "
            + "<2>; }; };";
        Assert.Equal(
            ["/n #size-cells: <1> -> <2>", "/n reg: <1> -> <2>", "/n width-mm: <1> -> <2>", "new /zero"],
            Changes(Blob(One), Blob(Two)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void References_of_an_overlay_go_by_their_labels()
    {
        const string One = "/dts-v1/; /plugin/; &a { x = <&b 1 &l>; l: l { }; };";
        const string Two = "/dts-v1/; /plugin/; &a { x = <&c 1 &l>; l: l { }; };";
        Assert.Equal(["/fragment@0/__overlay__ x: <&b 1 &l> -> <&c 1 &l>"], Changes(Source(One), Source(Two)).Take(1));
        Assert.Equal(
            ["/fragment@0/__overlay__ x: <&b 1 &{/fragment@0/__overlay__/l}> -> <&c 1 &{/fragment@0/__overlay__/l}>"],
            Changes(Blob(One), Blob(Two)).Where(change => change.StartsWith("/fragment", StringComparison.Ordinal)));
    }

    [Fact]
    public void Circles_of_interrupt_parents_end()
    {
        const string Circle =
            "/dts-v1/; / { a: a { interrupt-parent = <&b>; interrupts = <1>; }; b: b { interrupt-parent = <&a>; }; c { interrupts = <1>; "
            + "interrupt-map = <1 2>; }; };";
        Assert.Equal([], Changes(Blob(Circle), Source(Circle)));
    }

    // Where a new or another node has many lines, its first says it.
    private static string First(IEnumerable<string> reported, string expected) =>
        expected is ['n', ..] or { Length: 0 } or ['/', ..] && !expected.Contains(": ", StringComparison.Ordinal)
            ? reported.FirstOrDefault(change => !change.StartsWith("/__symbols__", StringComparison.Ordinal)) ?? ""
            : string.Join("; ", reported);

    private static DeviceTree Source(string source) => Sources.Compile(source).Tree!;

    private static DeviceTree Blob(string source, params string[] options) => BlobReader.Read(Dtc.Compile(source, options)!);

    private static List<string> Changes(DeviceTree before, DeviceTree after)
    {
        var comparison = TreeComparison.Of(before, after);
        var (old, now) = (new ValueText(comparison.Before), new ValueText(comparison.After));
        var reported = new List<string>();
        foreach (var change in comparison.Changes)
        {
            if (change.Before is null || change.After is null)
                reported.Add(change.After is null ? "gone " + change.Path : "new " + change.Path);
            else if (change.IsRenamed)
                reported.Add($"{change.Before.Path} -> {change.Path}");
            foreach (var property in change.Properties)
            {
                reported.Add($"{change.Path} {property.Name}: {(property.Before is { } gone ? old.Of(change.Before!, gone) : "none")} -> " +
                    (property.After is { } added ? now.Of(change.After!, added) : "none"));
            }
        }

        return reported;
    }
}
