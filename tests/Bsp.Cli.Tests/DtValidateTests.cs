using System.Text.Json;

namespace Bsp.Cli.Tests;

/// <summary><c>bsp dt validate</c> and <c>bsp dt bindings</c>.</summary>
public sealed class DtValidateTests : IDisposable
{
    private const string Binding = """
        $id: http://devicetree.org/schemas/device.yaml#
        $schema: http://devicetree.org/meta-schemas/core.yaml#
        properties:
          compatible:
            const: vendor,device
          vendor,value:
            $ref: types.yaml#/definitions/uint32
            maximum: 2
        additionalProperties: false

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("bsp-test-").FullName;

    public DtValidateTests()
    {
        Put("bindings/device.yaml", Binding);
        Put(
            "core/types.yaml",
            "$id: http://devicetree.org/schemas/types.yaml#\n$schema: http://devicetree.org/meta-schemas/base.yaml#\nselect: false\n"
            + "definitions:\n  uint32:\n    type: integer\n");
        Put("good.dts", "/dts-v1/;\n/ { device { compatible = \"vendor,device\"; vendor,value = <2>; }; };\n");
        Put("bad.dts", "/dts-v1/;\n/ { device { compatible = \"vendor,device\";\nvendor,value = <3>; }; };\n");
        Put("other.dts", "/dts-v1/;\n/ { device { compatible = \"vendor,other\"; }; };\n");
        Put("faulty.dts", "/dts-v1/;\n/ { device { a = <1 }; };\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_agrees_with_the_bindings_ends_with_0() =>
        Assert.Equal((0, "good.dts agrees with the bindings\n"), Short(Validate("good.dts")));

    [Fact]
    public void What_does_not_is_named_with_file_and_line_node_by_node_and_ends_with_1() =>
        Assert.Equal(
            (1, "/device:\n  bad.dts:3: vendor,value: 3 is greater than the maximum of 2\n    from device.yaml\n1 finding in 1 node\n"),
            Short(Validate("bad.dts")));

    [Fact]
    public void Of_a_blob_there_are_no_lines()
    {
        Run("dtc", "-o", "bad.dtb", "bad.dts");
        Assert.Equal(
            (1, "/device:\n  bad.dtb: vendor,value: 3 is greater than the maximum of 2\n    from device.yaml\n1 finding in 1 node\n"),
            Short(Validate("bad.dtb")));
    }

    [Fact]
    public void What_no_binding_has_is_named_when_it_is_asked_for()
    {
        Assert.Equal(0, Validate("other.dts").Status);
        var result = Validate("other.dts", "--show-unmatched");
        Assert.Equal(1, result.Status);
        Assert.Contains("failed to match any schema with compatible: ['vendor,other']", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_JSON()
    {
        using var json = JsonDocument.Parse(Validate("bad.dts", "--json").Out);
        var finding = Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal("/device", finding.GetProperty("node").GetString());
        Assert.Equal("maximum", finding.GetProperty("keyword").GetString());
        Assert.Equal(3, finding.GetProperty("line").GetInt32());
    }

    [Fact]
    public void Prepared_bindings_find_the_same_without_the_folders()
    {
        var expected = Validate("bad.dts");
        Assert.Equal(
            (0, "2 bindings, by the rules of dt-schema 2025.08\n"),
            Short(Run("dt", "bindings", "bindings", "--schemas", "core", "-o", "prepared")));
        Directory.Delete(At("bindings"), recursive: true);
        Directory.Delete(At("core"), recursive: true);
        Assert.Equal(expected, Run("dt", "validate", "bad.dts", "--bindings", "prepared"));
    }

    [Fact]
    public void A_binding_that_is_left_out_is_reported()
    {
        Put("bindings/broken.yaml", "a: [1");
        var result = Validate("good.dts");
        Assert.Equal(0, result.Status);
        Assert.Contains("bsp: warning: broken.yaml: left out: line ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void Schemas_that_are_older_than_a_kernels_bindings_are_reported(int patchLevel, bool isFine)
    {
        Put("dtschema/version.py", "__version__ = version = '2022.08.2'\n");
        Put("dtschema/schemas/types.yaml", File.ReadAllText(At("core/types.yaml")));
        Put("linux/Makefile", $"VERSION = 6\nPATCHLEVEL = {patchLevel}\nSUBLEVEL = 1\n");
        foreach (var file in new[] { "Kconfig", "init/Kconfig", "kernel/Makefile" })
            Put("linux/" + file, "");
        Put("linux/Documentation/devicetree/bindings/device.yaml", Binding);

        var result = Run("dt", "bindings", "linux/Documentation/devicetree/bindings", "--schemas", "dtschema/schemas", "-o", "prepared");

        Assert.Equal(0, result.Status);
        var warning =
            $"bsp: warning: the bindings of Linux 6.{patchLevel}.1 are written for dt-schema 2025.08, "
            + $"and those of '{At("dtschema/schemas")}' are older";
        Assert.Equal(!isFine, result.Error.StartsWith(warning, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(12, true)]
    public void Schemas_that_are_not_there_are_counted_in_one_line(int patchLevel, bool isTooOld)
    {
        Put("dtschema/version.py", "__version__ = version = '2022.08.2'\n");
        Put("dtschema/schemas/types.yaml", File.ReadAllText(At("core/types.yaml")));
        Put("linux/Makefile", $"VERSION = 6\nPATCHLEVEL = {patchLevel}\nSUBLEVEL = 1\n");
        foreach (var file in new[] { "Kconfig", "init/Kconfig", "kernel/Makefile" })
            Put("linux/" + file, "");
        foreach (var (name, moved) in new[] { ("a", "cpu.yaml"), ("b", "pci/pci-host.yaml") })
        {
            Put(
                $"linux/Documentation/devicetree/bindings/{name}.yaml",
                Binding.Replace("device.yaml", name + ".yaml", StringComparison.Ordinal)
                    .Replace("types.yaml#/definitions/uint32", $"/schemas/{moved}#", StringComparison.Ordinal));
        }

        var result = Run("dt", "bindings", "linux/Documentation/devicetree/bindings", "--schemas", "dtschema/schemas", "-o", "prepared");

        Assert.Equal(0, result.Status);
        Assert.Equal(1, result.Error.Count(c => c == '\n'));
        Assert.Contains(
            isTooOld
                ? "2 schemas that the bindings refer to are not there"
                : "2 references lead nowhere; dt-schema is 2022.08.2. The first: a.yaml: the $ref '/schemas/cpu.yaml#' leads "
                + "nowhere; in all they lead to http://devicetree.org/schemas/cpu.yaml#, "
                + "http://devicetree.org/schemas/pci/pci-host.yaml#\n",
            result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022.08.2", "2023.9", true)]
    [InlineData("2022.08.2", "2022.08.3", true)]
    [InlineData("2022.08.2", "2022.8", false)]
    [InlineData("2025.08", "2023.9", false)]
    [InlineData("2023.10", "2023.9", false)]
    public void Schemas_that_are_older_than_the_bindings_demand_are_refused_in_one_line(string version, string least, bool isRefused)
    {
        Put("dtschema/version.py", $"__version__ = version = '{version}'\n");
        Put("dtschema/schemas/types.yaml", File.ReadAllText(At("core/types.yaml")));
        Put("bindings/Makefile", $"DT_MK_SCHEMA ?= dt-mk-schema\nDT_SCHEMA_MIN_VERSION = {least}\n");
        string[] command = ["dt", "validate", "good.dts", "--bindings", "bindings", "--schemas", "dtschema/schemas"];
        var result = Run(command);
        Assert.Equal(isRefused, result.Status == 2);
        if (!isRefused)
            return;
        Assert.Equal(
            $"bsp: error: the bindings in '{At("bindings")}' need dt-schema {least} or newer, and '{At("dtschema/schemas")}' is of "
            + $"{version}: --schemas takes the folder dtschema/schemas of a newer one\n",
            result.Error);
        // Who names the rules knows it.
        Assert.NotEqual(2, Run([.. command, "--rules", "2022.08.2"]).Status);
    }

    [Fact]
    public void Numbers_are_as_in_sources_with_the_count_that_is_expected()
    {
        Put("bindings/device.yaml", Binding.Replace(
            "  vendor,value:\n    $ref: types.yaml#/definitions/uint32\n    maximum: 2\n",
            "  reg:\n    maxItems: 1\n  vendor,value:\n    $ref: types.yaml#/definitions/uint32\n    enum: [1, 48]\n"
            + "  clock-frequency:\n    $ref: types.yaml#/definitions/uint32\n    maximum: 400000\n", StringComparison.Ordinal));
        Put(
            "bad.dts",
            "/dts-v1/;\n/ { #address-cells = <1>; #size-cells = <1>; device { compatible = \"vendor,device\"; vendor,value = <0x31>;\n"
            + "reg = <0x10 5>, <0xff000000 0x20>; clock-frequency = <500000>; }; };\n");
        var result = Validate("bad.dts");
        Assert.Equal(1, result.Status);
        Assert.Contains(
            "  bad.dts:3: reg: [0x10, 5, 0xff000000, 0x20] is too long: at most 1 is expected, not 4\n", result.Out,
            StringComparison.Ordinal);
        Assert.Contains("  bad.dts:2: vendor,value: 0x31 is not one of [1, 0x30]\n", result.Out, StringComparison.Ordinal);
        Assert.Contains(": 500000 is greater than the maximum of 400000\n", result.Out, StringComparison.Ordinal);
        // As dt-validate words it.
        Assert.Contains(
            "\"message\": \"[16, 5, 4278190080, 32] is too long\"", Validate("bad.dts", "--json").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_boards_are_checked_in_one_process_in_their_order()
    {
        var result = Validate("good.dts", "bad.dts", "other.dts");
        Assert.Equal(
            (1, "good.dts agrees with the bindings\n\nbad.dts\n\n/device:\n  bad.dts:3: vendor,value: 3 is greater than the maximum of 2\n"
                + "    from device.yaml\n1 finding in 1 node\n\nother.dts agrees with the bindings\n\n1 finding in 1 of 3 boards\n"),
            Short(result));
        using var json = JsonDocument.Parse(Validate("good.dts", "bad.dts", "--json").Out);
        Assert.Equal([0, 1], json.RootElement.EnumerateArray().Select(board => board.GetProperty("findings").GetArrayLength()));
        var faulty = Validate("bad.dts", "faulty.dts", "nothing.dts", "good.dts");
        Assert.Equal(2, faulty.Status);
        Assert.EndsWith("1 finding in 1 of 2 boards\n", faulty.Out, StringComparison.Ordinal);
        Assert.Contains("bsp: error: 'faulty.dts' has errors\n", faulty.Error, StringComparison.Ordinal);
        Assert.Contains("bsp: error: there is no 'nothing.dts'", faulty.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_boards_have_the_findings_of_each_alone()
    {
        var boards = Enumerable.Range(0, 60).Select(i => $"board{i}.dts").ToArray();
        for (var i = 0; i < boards.Length; i++)
        {
            Put(
                boards[i],
                "/dts-v1/;\n/ { " + string.Concat(
                    Enumerable.Range(0, i % 7).Select(
                        n => $"d{n} {{ compatible = \"vendor,device\"; vendor,value = <{n}>; p{n}-gpios = <1>; }}; ")) + "};\n");
        }

        using var together = JsonDocument.Parse(Validate([.. boards, "--json"]).Out);
        var alone = boards.Select(board => JsonDocument.Parse(Validate(board, "--json").Out).RootElement.ToString()).ToList();
        Assert.Equal(alone, together.RootElement.EnumerateArray().Select(board => board.ToString()), Equal);

        // In an array they are indented.
        static bool Equal(string left, string right) =>
            left.Replace(" ", "", StringComparison.Ordinal) == right.Replace(" ", "", StringComparison.Ordinal);
    }

    [Fact]
    public void Overlays_are_laid_first_and_findings_name_their_lines()
    {
        Put("base.dts", "/dts-v1/;\n/ { d: device { compatible = \"vendor,device\"; vendor,value = <2>; }; };\n");
        Put("o.dtso", "/dts-v1/;\n/plugin/;\n&d {\n\tvendor,value = <5>;\n\tn: extra { };\n};\n");
        Put("p.dtso", "/dts-v1/;\n/plugin/;\n\n\n\n&n {\n\tx;\n};\n&d {\n\tvendor,value = <1>;\n};\n");
        Assert.Equal(0, Validate("base.dts").Status);
        Assert.Contains(
            "  o.dtso:4: vendor,value: 5 is greater than", Validate("base.dts", "--overlay", "o.dtso").Out, StringComparison.Ordinal);
        var both = Validate("base.dts", "--overlay", "o.dtso", "--overlay", "p.dtso");
        Assert.DoesNotContain("vendor,value", both.Out, StringComparison.Ordinal);
        Assert.Contains("'extra'", both.Out, StringComparison.Ordinal);
        Assert.Equal(1, Validate("base.dts", "--overlay", "p.dtso").Status);
        Assert.Contains("no label 'n'", Validate("base.dts", "--overlay", "p.dtso").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Ones_own_lines_are_those_of_the_named_files_and_of_files_outside_of_a_kernel()
    {
        Put("linux/scripts/dtc/include-prefixes/none", "");
        Put("linux/arch/arm64/boot/dts/soc.dtsi", "/ { soc { compatible = \"vendor,device\"; vendor,value = <3>; l: x { }; }; };\n");
        Put(
            "linux/arch/arm64/boot/dts/board.dts",
            "/dts-v1/;\n#include \"soc.dtsi\"\n/ { d: device { compatible = \"vendor,device\"; }; };\n");
        Put("mine.dtsi", "/ { more { compatible = \"vendor,device\"; vendor,value = <4>; }; };\n");
        Put("mine.dts", "#include \"linux/arch/arm64/boot/dts/board.dts\"\n#include \"mine.dtsi\"\n&d { vendor,value = <5>; };\n");
        var all = Validate("mine.dts");
        Assert.Contains("soc.dtsi:1: vendor,value: 3", all.Out, StringComparison.Ordinal);
        var own = Validate("mine.dts", "--own");
        Assert.Equal(
            (1, "/device:\n  mine.dts:3: vendor,value: 5 is greater than the maximum of 2\n    from device.yaml\n"
                + "/more:\n  mine.dtsi:1: vendor,value: 4 is greater than the maximum of 2\n    from device.yaml\n"
                + "2 findings in 2 nodes; 2 more in lines of the kernel\n"),
            Short(own));
        // A board of the kernel is one's own when it is named.
        Assert.Equal(
            (0, "the own lines of linux/arch/arm64/boot/dts/board.dts agree with the bindings; 2 more in lines of the kernel\n"),
            Short(Validate("linux/arch/arm64/boot/dts/board.dts", "--own")));
        Run("dtc", "-o", "bad.dtb", "bad.dts");
        Assert.Contains("--own takes sources", Fault(Validate("bad.dtb", "--own")), StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_end_with_2_and_say_what_to_do()
    {
        Assert.Contains("there is no 'nothing.dts'", Fault(Validate("nothing.dts")), StringComparison.Ordinal);
        Assert.Contains("has errors", Fault(Validate("faulty.dts")), StringComparison.Ordinal);
        Put("damaged.dtb", "nonsense");
        Assert.Contains("not a device tree blob", Fault(Validate("damaged.dtb")), StringComparison.Ordinal);
        Assert.Contains(
            "there is no 'nowhere'", Fault(Run("dt", "validate", "good.dts", "--bindings", "nowhere")), StringComparison.Ordinal);
        Assert.Contains(
            "'bsp dt bindings' writes it again", Fault(Run("dt", "validate", "good.dts", "--bindings", "damaged.dtb")),
            StringComparison.Ordinal);
        Assert.Contains(
            "install Debian's package dt-schema",
            Fault(Run("dt", "validate", "good.dts", "--bindings", "bindings", "--schemas", "bindings")), StringComparison.Ordinal);
        Assert.Contains(
            "there is no folder 'nowhere'", Fault(Run("dt", "bindings", "nowhere", "--schemas", "core", "-o", "out")),
            StringComparison.Ordinal);
    }

    private static string Fault(Result result)
    {
        Assert.Equal(2, result.Status);
        return result.Error;
    }

    private static (int Status, string Out) Short(Result result) => (result.Status, result.Out);

    private Result Validate(params string[] arguments) =>
        Run(["dt", "validate", .. arguments, "--bindings", "bindings", "--schemas", "core"]);

    private string At(string name) => Path.Combine(_folder, name);

    private void Put(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }

    private Result Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = Program.Run(arguments, new(output, error, new Dictionary<string, string>(StringComparer.Ordinal), _folder));
        return new(status, output.ToString(), error.ToString());
    }
}
