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
    [InlineData(6, 2)]
    [InlineData(12, 1)]
    public void Schemas_that_old_ones_lack_are_counted_in_one_line(int patchLevel, int lines)
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
        Assert.Equal(lines, result.Error.Count(c => c == '\n'));
        Assert.Contains(
            lines == 1
                ? "2 schemas that the bindings refer to are not there"
                : "b.yaml: the $ref '/schemas/pci/pci-host.yaml#' leads nowhere",
            result.Error, StringComparison.Ordinal);
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
