using Bsp.DeviceTrees.Tests;

namespace Bsp.Cli.Tests;

/// <summary><c>bsp dt show</c> and <c>bsp dt diff</c>: all that is in a tree, and nothing else.</summary>
public sealed class DtShowTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bsp-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("\"ab\", <5>")]
    [InlineData("[00], <1 2>")]
    [InlineData("\"ab\", <&l 0x10>, [00], <&l>")]
    [InlineData("/bits/ 16 <1 0x10>, <1>, /bits/ 64 <2>, \"x\"")]
    [InlineData("\"a\\0007\"")]
    public void Values_of_several_types_are_shown_as_they_are_written(string value)
    {
        Put("a.dts", $"/dts-v1/; / {{ x = {value}; l: n {{ }}; }};");
        Assert.Contains($"\tx = {value};\n", Ran(0, "show", "a.dts"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("clock-frequency = <0x61626300>", "<1633837824>")]
    [InlineData("regulator-min-microvolt = <0x61626300>", "<1633837824>")]
    [InlineData("reg = <0x61626364 0x65666700>", "<0x61626364 0x65666700>")]
    public void The_name_of_a_value_in_a_blob_says_what_it_is(string property, string expected)
    {
        Put("a.dts", $"/dts-v1/; / {{ #address-cells = <1>; #size-cells = <1>; n@61626364 {{ {property}; }}; }};");
        Ran(0, "compile", "a.dts");
        Assert.Contains($" = {expected};\n", Ran(0, "show", "a.dtb"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vendor,x = \"abc\"", "\"abc\";  // guess")]
    [InlineData("vendor,x = \"abcd\"", "\"abcd\";  // guess")]
    [InlineData("vendor,x = <0x12345678>", "<0x12345678>;  // guess")]
    [InlineData("dp-id = \"abc\"", "\"abc\";  // guess")]
    [InlineData("status = <1>", "<1>;  // guess")]
    [InlineData("vendor,x = [00 01 02]", "[00 01 02];")]
    [InlineData("local-mac-address = \"abcde\"", "[61 62 63 64 65 00];")]
    [InlineData("compatible = \"a\", \"b\"", "\"a\", \"b\";")]
    [InlineData("clock-names = \"abc\"", "\"abc\";")]
    [InlineData("linux,code = <0x61626300>", "<0x61626300>;")]
    [InlineData("clocks = <&l>", "<&{/n}>;")]
    [InlineData("vendor,x", "vendor,x;")]
    public void A_type_that_only_the_bytes_of_a_blob_say_is_marked_as_a_guess(string property, string expected)
    {
        Put("a.dts", $"/dts-v1/; / {{ l: n {{ #clock-cells = <0>; }}; m {{ {property}; }}; }};");
        Ran(0, "compile", "a.dts");
        var name = property.Split(' ')[0];
        Assert.Contains(
            property == name ? $"\t{name};\n" : $"\t{name} = {expected}\n", Ran(0, "show", "a.dtb", "/m"), StringComparison.Ordinal);
        Assert.DoesNotContain("guess", Ran(0, "show", "a.dts"), StringComparison.Ordinal);
        Put("b.dts", "/dts-v1/; / { l: n { #clock-cells = <0>; }; m { }; };");
        var isGuess = expected.EndsWith("// guess", StringComparison.Ordinal);
        Assert.Equal(isGuess, Ran(0, "diff", "a.dtb", "b.dts").Contains("  // guess\n", StringComparison.Ordinal));
        Assert.Equal(isGuess, Ran(0, "diff", "a.dtb", "b.dts", "--markdown").Contains("(guess)", StringComparison.Ordinal));
        Assert.Equal(isGuess, Ran(0, "diff", "a.dtb", "b.dts", "--json").Contains("\"guess\": true", StringComparison.Ordinal));
    }

    [Fact]
    public void A_node_that_is_elsewhere_is_shown_as_moved_with_what_differs_in_it()
    {
        const string Uart = "u: uart@20 { reg = <0x20>; p { x; }; };";
        Put("a.dts", $"/dts-v1/; / {{ old {{ {Uart} rest {{ }}; }}; }};");
        Put("b.dts", $"/dts-v1/; / {{ new {{ bus {{ {Uart.Replace("x;", "y;", StringComparison.Ordinal)} }}; }}; }};");
        Assert.Equal(
            "-/old {\n-\n-\trest {\n-\t};\n-};\n /old/uart@20 -> /new/bus/uart@20 (moved):\n /new/bus/uart@20/p:\n-\tx;\n+\ty;\n"
            + "+/new {\n+\n+\tbus {\n+\t};\n+};\n",
            Ran(1, "diff", "a.dts", "b.dts", "--exit-code"));
        Assert.Contains(
            "| `/old/uart@20` → `/new/bus/uart@20` | moved | – | – |\n", Ran(0, "diff", "a.dts", "b.dts", "--markdown"),
            StringComparison.Ordinal);
        var json = Ran(0, "diff", "a.dts", "b.dts", "--json");
        Assert.Contains("\"oldPath\": \"/old/uart@20\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"path\": \"/old/uart@20\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_shown_makes_the_same_blob()
    {
        foreach (var source in GeneratedTrees.Of(4, 60))
        {
            Put("in.dts", source);
            Ran(0, "compile", "in.dts");
            foreach (var file in new[] { "in.dts", "in.dtb" })
            {
                Put("shown.dts", "/dts-v1/;\n" + Ran(0, "show", file));
                Ran(0, "compile", "shown.dts");
                Assert.True(Bytes("in.dtb").SequenceEqual(Bytes("shown.dtb")), source);
                Assert.Equal("", Ran(0, "diff", file, "shown.dtb", "--exit-code"));
            }
        }
    }

    [Theory]
    [InlineData("&u { a = <&v 1>, <&v>; };")]
    [InlineData("&u { a = \"ab\", <&v>, \"c\", <&l 5>; l: n { }; };")]
    [InlineData("&{/soc} { a = [00], <&u &v>; };\n&u { b; };")]
    [InlineData("&u { l: n { s = <&l>; }; };\n&l { more = <&v>; };")]
    public void Overlays_are_shown_as_they_are_written(string overlay)
    {
        Put("in.dtso", $"/dts-v1/;\n/plugin/;\n{overlay}\n");
        Ran(0, "compile", "in.dtso");
        foreach (var file in new[] { "in.dtso", "in.dtbo" })
        {
            var shown = Ran(0, "show", file);
            Assert.Contains("target", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("fixups", shown, StringComparison.Ordinal);
            Put("shown.dtso", "/dts-v1/;\n" + shown);
            Ran(0, "compile", "shown.dtso");
            Assert.True(Bytes("in.dtbo").SequenceEqual(Bytes("shown.dtbo")), shown);
        }
    }

    [Theory]
    [InlineData("u")]
    [InlineData("&u")]
    [InlineData("s0")]
    [InlineData("/soc/uart")]
    [InlineData("/soc/uart@20")]
    public void A_node_is_named_by_label_alias_or_path(string node)
    {
        Put("a.dts", "/dts-v1/; / { aliases { s0 = &u; }; soc { u: uart@20 { }; }; };");
        Assert.Equal("u: /soc/uart@20 {\n};\n", Ran(0, "show", "a.dts", node));
    }

    [Fact]
    public void Texts_that_differ_are_printed_for_values_that_differ()
    {
        Put("a.dts", "/dts-v1/; / { a = \"ab\", <5>; };");
        Put("b.dts", "/dts-v1/; / { a = \"ab\", <6>; };");
        Assert.Equal(" /:\n-\ta = \"ab\", <5>;\n+\ta = \"ab\", <6>;\n", Ran(1, "diff", "a.dts", "b.dts", "--exit-code"));
    }

    [Fact]
    public void Reserved_memory_is_shown_and_compared()
    {
        Put("a.dts", "/dts-v1/;\nm: /memreserve/ 0x1000 0x100;\n/memreserve/ 1 2;\n/ { };\n");
        Put("b.dts", "/dts-v1/;\n/memreserve/ 0x1000 0x200;\n/ { };\n");
        Assert.Equal("m: /memreserve/ 0x1000 0x100;\n/memreserve/ 0x1 0x2;\n\n/ {\n};\n", Ran(0, "show", "a.dts"));
        Assert.Equal(
            "-m: /memreserve/ 0x1000 0x100;\n+/memreserve/ 0x1000 0x200;\n-/memreserve/ 0x1 0x2;\n",
            Ran(1, "diff", "a.dts", "b.dts", "--exit-code"));
        Assert.Contains(
            "| `/memreserve/` | changed | `<0x1000 0x100>` | `<0x1000 0x200>` |\n", Ran(0, "diff", "a.dts", "b.dts", "--markdown"),
            StringComparison.Ordinal);
        Assert.Contains("\"removed\"", Ran(0, "diff", "a.dts", "b.dts", "--json"), StringComparison.Ordinal);
        Assert.Equal("", Ran(0, "diff", "a.dts", "a.dts", "--exit-code"));
    }

    [Theory]
    [InlineData("<LOW>", "<LOW>")]
    [InlineData("<&l LOW HIGH>, <1 LOW>", "<&l LOW HIGH 1 LOW>")]
    [InlineData("<(LOW | 4)>", "<(LOW | 4)>")]
    [InlineData("<PIN(1, LOW) /* x */ HIGH>", "<PIN(1, LOW) HIGH>")]
    [InlineData("<LOW (1 + 2)>", "<LOW 3>")]
    [InlineData("<(PIN(1,\n\t2) + HIGH)>", "<(PIN(1,  2) + HIGH)>")]
    // One macro for several cells, or for the whole value.
    [InlineData("<PAIR 5>", "<1 2 5>")]
    [InlineData("VALUE", "<1 2>")]
    [InlineData("<EMPTY 3 EMPTY>", "<3>")]
    [InlineData("\"x\", <LOW>, &l, <HIGH>", "\"x\", <LOW>, \"/n\", <HIGH>")]
    public void Cells_are_shown_by_the_names_of_macros_where_that_is_asked_for(string value, string expected)
    {
        Put("m.h", "#define LOW 1\n#define HIGH 0x10\n#define PIN(a, b) (a + b)\n#define PAIR 1 2\n#define VALUE <1 2>\n#define EMPTY\n");
        Put("a.dts", $"/dts-v1/;\n#include \"m.h\"\n/ {{ x = {value}; l: n {{ }}; }};\n");
        Assert.Contains($"\tx = {expected};\n", Ran(0, "show", "a.dts", "--macros"), StringComparison.Ordinal);
        // Without, what is shown needs no headers.
        Put("b.dts", "/dts-v1/;\n" + Ran(0, "show", "a.dts"));
        Assert.Equal("", Ran(0, "diff", "a.dts", "b.dts", "--exit-code"));
    }

    [Fact]
    public void A_reservation_of_size_0_is_said_to_end_the_list()
    {
        Put("a.dts", "/dts-v1/;\n/memreserve/ 0x1000 0;\n/memreserve/ 1 2;\n/ { };\n");
        Put("b.dts", "/dts-v1/;\n/ { };\n");
        const string Said = "a.dts: Warning (memreserve_size): '/memreserve/ 0x1000 0x0;' ends the list of reserved memory";
        Assert.StartsWith(Said, Ran(0, "check", "a.dts"), StringComparison.Ordinal);
        Assert.Contains("ends the list", Ran(0, "compile", "a.dts"), StringComparison.Ordinal);
        Assert.Equal("", Ran(0, "diff", "a.dts", "b.dts", "--exit-code"));
        Assert.Equal("", Ran(0, "check", "b.dts"));
    }

    [Fact]
    public void All_labels_of_a_node_are_shown_and_phandles_that_are_written()
    {
        Put("a.dts", "/dts-v1/; / { r = <&b>; a: b: n { phandle = <7>; }; c: m { }; };");
        Assert.Equal("/ {\n\tr = <&a>;\n\n\ta: b: n {\n\t\tphandle = <7>;\n\t};\n\n\tc: m {\n\t};\n};\n", Ran(0, "show", "a.dts"));
    }

    [Fact]
    public void Every_file_that_a_blob_is_made_of_is_a_dependency()
    {
        Put("a.dtsi", "/ { a; };\n");
        Put("b.dtsi", "/ { b; };\n");
        Put("a file", "bytes");
        Put(
            "in.dts",
            "/dts-v1/;\n#include \"a.dtsi\"\n/include/ \"b.dtsi\"\n"
            + "/ { x = /incbin/(\"a file\"), /incbin/(\"a file\", 1, 2); };\n");
        Ran(0, "compile", "in.dts", "-o", "out", "-d");
        Assert.Equal("out/in.dtb: in.dts a.dtsi b.dtsi a\\ file\n", File.ReadAllText(Path.Combine(_folder, "out/in.dtb.d")));
        Ran(0, "compile", "in.dts", "-o", "other");
        Assert.False(File.Exists(Path.Combine(_folder, "other/in.dtb.d")));
    }

    [Fact]
    public void What_an_overlay_cannot_delete_is_said_and_keeps_nobody_from_laying_it()
    {
        Put("base.dts", "/dts-v1/; / { u: uart { cts; }; };");
        Put("o.dtso", "/dts-v1/;\n/plugin/;\n&u { /delete-property/ cts; };\n");
        const string Said = "o.dtso:3.6-28: Warning (overlay_delete): /fragment@0/__overlay__: '/delete-property/ cts' deletes nothing";
        Assert.StartsWith(Said, Ran(0, "check", "o.dtso", "--base", "base.dts"), StringComparison.Ordinal);
        Ran(1, "check", "o.dtso", "--base", "base.dts", "--strict");
        Assert.StartsWith(Said, Ran(0, "overlay", "base.dts", "o.dtso", "-o", "out.dtb"), StringComparison.Ordinal);
        Assert.Contains("cts;", Ran(0, "show", "out.dtb", "/uart"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_is_checked_with_the_buses_of_its_tree()
    {
        Put("base.dts", "/dts-v1/; / { bus: bus { #address-cells = <1>; #size-cells = <0>; }; };");
        Put("o.dtso", "/dts-v1/;\n/plugin/;\n&bus { d@3 { reg = <3>; }; };\n");
        Assert.Equal("", Ran(0, "check", "o.dtso", "--base", "base.dts", "--strict"));
        Assert.Contains("reg_format", Ran(1, "check", "o.dtso", "--strict"), StringComparison.Ordinal);
    }

    private ReadOnlySpan<byte> Bytes(string name) => File.ReadAllBytes(Path.Combine(_folder, name));

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private string Ran(int status, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var actual = Program.Run(["dt", .. arguments], new(output, error, new Dictionary<string, string>(), _folder));
        Assert.True(status == actual, $"{string.Join(' ', arguments)}: {actual}\n{output}{error}");
        return $"{output}{error}";
    }
}
