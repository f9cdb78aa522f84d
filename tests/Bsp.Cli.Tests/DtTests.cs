using System.Diagnostics;
using System.Text.Json;
using Bsp.DeviceTrees;

namespace Bsp.Cli.Tests;

/// <summary><c>bsp dt</c>: what it shows, checks, compares and lays over each other, sources as well as blobs.</summary>
public sealed class DtTests : DtCommands
{
    private const string Board = """
        /dts-v1/;
        #include "soc.dtsi"
        / { model = "a board"; };
        &uart { status = "okay"; };
        """;

    public DtTests()
    {
        Put(
            "soc.dtsi",
            "/ { #address-cells = <1>; #size-cells = <1>; uart: serial@10 {\n\treg = <0x10 0x4>;\n\tstatus = \"disabled\";\n}; };\n");
        Put("board.dts", Board);
        Put("other.dts", Board + "/ { model = \"a|b `c`\"; led { }; };\n&uart { /delete-property/ status; };\n");
        Put("led.dtso", "/dts-v1/;\n/plugin/;\n&uart { led { }; };\n");
        Put("wrong.dtso", "/dts-v1/;\n/plugin/;\n&uarrt { };\n");
        Put("faulty.dts", "/dts-v1/; / { a = <&nothing>; b = <FOO>; };\n");
        Put("odd.dts", "/dts-v1/; / { n@1 { }; };\n");
    }

    [Fact]
    public void A_tree_is_shown_with_where_its_lines_come_from()
    {
        Assert.Equal(
            "uart: /serial@10 {\n\treg = <0x10 4>;\n\tstatus = \"okay\";\n};\n",
            Ran(0, "show", "board.dts", "uart").Out);
        Assert.Contains(
            "\tstatus = \"okay\";  // board.dts:4, soc.dtsi:3\n", Ran(0, "show", "board.dts", "/serial@10", "--origins").Out,
            StringComparison.Ordinal);
        Assert.Contains("\tuart: serial@10 { … };\n", Ran(0, "show", "board.dts", "--depth", "1").Out, StringComparison.Ordinal);
        Ran(0, "overlay", "board.dts", "led.dtso", "-o", "out/board.dtb");
        Assert.Contains("\tled {\n\t};\n", Ran(0, "show", "out/board.dtb", "uart").Out, StringComparison.Ordinal);
        Assert.Contains("the tree has no node 'nothing'", Ran(1, "show", "board.dts", "nothing").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_are_compiled_side_by_side_as_dtc_compiles_them()
    {
        Ran(0, "compile", "board.dts", "other.dts", "led.dtso", "-@", "-o", "out");
        Assert.Equal(
            ["board.dtb", "led.dtbo", "other.dtb"],
            Directory.GetFiles(Path.Combine(Folder, "out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Tool("cpp", "-nostdinc -undef -D__DTS__ -x assembler-with-cpp -o board.tmp board.dts");
        Tool("dtc", "-q -@ -b 0 -I dts -o expected.dtb board.tmp");
        Assert.Equal(File.ReadAllBytes(Path.Combine(Folder, "expected.dtb")), File.ReadAllBytes(Path.Combine(Folder, "out/board.dtb")));

        Directory.Delete(Path.Combine(Folder, "out"), recursive: true);
        Assert.Contains("faulty.dts:1.36-39", Ran(1, "compile", "faulty.dts", "board.dts", "-o", "out").Error, StringComparison.Ordinal);
        Assert.Equal(["board.dtb"], Directory.GetFiles(Path.Combine(Folder, "out")).Select(Path.GetFileName));
        Assert.Contains(
            "'board.dts' and './board.dts' would be written to the same file", Ran(2, "compile", "board.dts", "./board.dts").Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_has_what_boards_can_refer_to_also_nodes_that_are_omitted_without_a_reference()
    {
        Put(
            "linux/arch/arm64/boot/dts/maker/soc.dtsi",
            "/ { #address-cells = <1>; clocks = <&board_clock>;\n/omit-if-no-ref/ pins: pins { }; uart: serial@10 { reg = <0x10>; }; };\n");
        Put("linux/arch/arm64/boot/dts/maker/board.dts", "/dts-v1/;\n#include \"soc.dtsi\"\n");
        Ran(0, "snapshot", "linux/arch/arm64/boot/dts/maker/board.dts", "-o", "platform/linux");
        var snapshot = File.ReadAllText(Path.Combine(Folder, "platform/linux/dt-arm64/maker/board.dts.snapshot"));
        Assert.Contains("\tpins: pins {\n", snapshot, StringComparison.Ordinal);
        Assert.Contains("\tclocks = <&board_clock>;\n", snapshot, StringComparison.Ordinal);
        Assert.Equal(["/", "/pins", "/serial@10"], TreeSnapshot.Read(snapshot).Root.SelfAndDescendants().Select(node => node.Path));
        Assert.Contains(
            "it is not below arch/*/boot/dts", Ran(2, "snapshot", "board.dts", "-o", "platform").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_compiled_again_from_what_is_shown_is_the_same()
    {
        Ran(0, "overlay", "board.dts", "led.dtso", "-o", "board.dtb");
        Put("shown.dts", "/dts-v1/;\n" + Ran(0, "show", "board.dtb").Out);
        Assert.Equal("", Ran(0, "diff", "board.dtb", "shown.dts", "--exit-code").Out);
        Tool("dtc", "-q -o shown.dtb shown.dts");
        Assert.Equal("", Ran(0, "diff", "board.dtb", "shown.dtb", "--exit-code").Out);
    }

    [Fact]
    public void Differences_are_shown_as_text_table_and_json()
    {
        Assert.Equal(
            " /:\n-\tmodel = \"a board\";\n+\tmodel = \"a|b `c`\";\n /serial@10:\n-\tstatus = \"okay\";\n+/led {\n+};\n",
            Ran(1, "diff", "board.dts", "other.dts", "--exit-code").Out);
        Assert.Equal(
            "| node | property | old | new |\n|---|---|---|---|\n| `/` | `model` | `\"a board\"` | `` \"a\\|b `c`\" `` |\n"
            + "| `/serial@10` | `status` | `\"okay\"` | – |\n| `/led` | added | – | – |\n",
            Ran(0, "diff", "board.dts", "other.dts", "--markdown").Out);
        using var json = JsonDocument.Parse(Ran(0, "diff", "board.dts", "other.dts", "--json").Out);
        Assert.Equal(
            ["changed / model \"a board\" \"a|b `c`\" board.dts:3 "
                + "other.dts:4", "removed /serial@10 status \"okay\"  board.dts:4 ", "added /led     "],
            json.RootElement.EnumerateArray()
                .Select(
                    row => string.Join(
                        ' ', Text(row, "change"), Text(row, "path"), Text(row, "property"), Text(row, "old"), Text(row, "new"),
                        Text(row, "oldPlace"), Text(row, "newPlace"))));
        Assert.Equal("The device trees are equivalent.\n", Ran(0, "diff", "board.dts", "board.dts", "--markdown", "--exit-code").Out);
        Assert.Equal(2, Run("diff", "board.dts", "other.dts", "--json", "--markdown").Status);

        static string Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
    }

    [Fact]
    public void All_errors_are_reported_with_their_positions()
    {
        var reported = Ran(1, "check", "board.dts", "faulty.dts", "odd.dts").Out;
        Assert.Contains("faulty.dts:1.36-39", reported, StringComparison.Ordinal);
        Assert.DoesNotContain("unit_address_vs_reg", reported, StringComparison.Ordinal);
        Assert.Contains(
            "odd.dts:1.19-23: Warning (unit_address_vs_reg): /n@1: node has a unit name, but no reg or ranges property\n",
            Ran(0, "check", "odd.dts", "-W", "1").Out, StringComparison.Ordinal);
        Ran(1, "check", "odd.dts", "-W", "1", "--strict");
        using var json = JsonDocument.Parse(Ran(0, "check", "odd.dts", "-W", "1", "--json").Out);
        var warning = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(
            ("warning", "unit_address_vs_reg", "/n@1", "odd.dts", 1),
            (warning.GetProperty("severity")
                .GetString(), warning.GetProperty("check")
                    .GetString(), warning.GetProperty("subject")
                        .GetString(), warning.GetProperty("file").GetString(), warning.GetProperty("line").GetInt32()));
        Assert.Contains("'board.dtb'", Ran(2, "check", "board.dtb").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_is_checked_against_its_tree()
    {
        Ran(0, "check", "led.dtso", "--base", "board.dts");
        Assert.Equal(
            "wrong.dtso:3.1-7: ERROR (overlay_target): /fragment@0: the tree has no label 'uarrt', which the overlay refers to; "
            + "did you mean uart?\n",
            Ran(1, "check", "wrong.dtso", "--base", "board.dts").Out);
        Assert.Contains("'uarrt'", Ran(1, "overlay", "board.dts", "wrong.dtso", "-o", "out.dtb").Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Folder, "out.dtb")));
    }

    [Fact]
    public void Overlays_are_checked_each_on_the_result_of_those_before()
    {
        Put("first.dtso", "/dts-v1/;\n/plugin/;\n&uart { led: led { }; };\n");
        Put("second.dtso", "/dts-v1/;\n/plugin/;\n&led { on; };\n");
        Put("twice.dtso", "/dts-v1/;\n/plugin/;\n&{/} { led: other { }; };\n");
        Ran(0, "check", "first.dtso", "second.dtso", "--base", "board.dts");
        Assert.Contains(
            "no label 'led'", Ran(1, "check", "second.dtso", "first.dtso", "--base", "board.dts").Out, StringComparison.Ordinal);
        Ran(0, "compile", "first.dtso", "-@");
        Ran(0, "check", "first.dtbo", "second.dtso", "--base", "board.dts", "--strict");
        Assert.Contains(
            "twice.dtso:3.8-23: Warning (overlay_linux): /fragment@0/__overlay__/other: the tree has the label 'led' already, for "
            + "'/serial@10/led', and libfdt makes it name this node; Linux refuses that at run time\n",
            Ran(0, "check", "first.dtso", "twice.dtso", "--base", "board.dts").Out, StringComparison.Ordinal);
        var failed = Ran(1, "check", "wrong.dtso", "second.dtso", "--base", "board.dts");
        Assert.Contains("'wrong.dtso' does not apply; what follows is checked without it", failed.Error, StringComparison.Ordinal);
        Ran(0, "overlay", "board.dts", "first.dtso", "second.dtso", "-o", "out.dtb");
        Assert.Contains("\ton;\n", Ran(0, "show", "out.dtb", "led").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_blobs_are_refused_and_names_cannot_command_the_terminal()
    {
        Ran(0, "overlay", "board.dts", "led.dtso", "-o", "board.dtb");
        var blob = File.ReadAllBytes(Path.Combine(Folder, "board.dtb"));
        File.WriteAllBytes(Path.Combine(Folder, "short.dtb"), blob[..^9]);
        Assert.Contains("'short.dtb' cannot be read: ", Ran(2, "show", "short.dtb").Error, StringComparison.Ordinal);
        var name = blob.AsSpan().IndexOf("led"u8);
        (blob[name], blob[name + 1]) = (0x1b, (byte)'\n');
        File.WriteAllBytes(Path.Combine(Folder, "hostile.dtb"), blob);
        Assert.Contains("??d {", Ran(0, "show", "hostile.dtb").Out, StringComparison.Ordinal);
        Assert.Contains("`/serial@10/??d`", Ran(0, "diff", "board.dts", "hostile.dtb", "--markdown").Out, StringComparison.Ordinal);
    }

    private void Tool(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
