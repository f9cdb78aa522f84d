using System.Diagnostics;
using Bsp.Build.Steps;
using Bsp.DeviceTrees.Bindings;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Boot;
using Bsp.Firmware.Kernel;
using Bsp.Firmware.Tests.Support;
using Bsp.Model;

namespace Bsp.Firmware.Tests.Boot;

/// <summary>The machine's own cpp and dtc are the judges.</summary>
public sealed class DeviceTreeStepTests : IDisposable
{
    private const string FromKernel = "/dts-v1/;\n#include \"vendor/base.dts\"\n/ { model = \"mine\"; };\n&uart { pins = <PIN(3)>; };\n";

    private const string Binding = """
        $id: http://devicetree.org/schemas/device.yaml#
        $schema: http://devicetree.org/meta-schemas/core.yaml#
        properties:
          compatible:
            const: vendor,device
          label: true
        required:
          - label
        additionalProperties: false
        """;

    private readonly TestBuild _build = new();

    // What a kernel has of it: a tree, and a binding's header that it reads.
    private readonly TestStep _kernel = new("kernel", async (context, cancel) =>
    {
        async Task Put(string path, string text)
        {
            var file = Path.Combine(context.Output, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text, cancel);
        }

        await Put("include/dt-bindings/pins.h", "#define PIN(n) (n << 4)\n");
        await Put("scripts/dtc/include-prefixes/dt-bindings/pins.h", "#define PIN(n) (n << 4)\n");
        await Put(
            "arch/x86_64/boot/dts/vendor/base.dts",
            "/dts-v1/;\n#include <dt-bindings/pins.h>\n/ { uart: serial { pins = <0>; next = <&uart>; }; };\n");
        await Put(
            "arch/x86_64/boot/dts/vendor/devices.dts",
            "/dts-v1/;\n#include <dt-bindings/pins.h>\n/ { uart: serial { pins = <0>; }; other: other { compatible = \"vendor,device\"; "
            + "}; mine { compatible = \"vendor,device\"; }; };\n");
    });

    // What that kernel's bindings say about it.
    private readonly TestStep _bindings = new("bindings", async (context, cancel) =>
    {
        var folder = Directory.CreateDirectory(Path.Combine(context.Work, "bindings")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "device.yaml"), Binding, cancel);
        var prepared = BindingsPreparation.Prepare(folder, Directory.CreateDirectory(Path.Combine(context.Work, "core")).FullName);
        await File.WriteAllBytesAsync(Path.Combine(context.Output, BindingsStep.FileName), prepared.Bindings.ToBytes(), cancel);
    });

    public void Dispose() => _build.Dispose();

    [Fact]
    public async Task A_tree_over_the_kernels_is_as_cpp_and_dtc_make_it()
    {
        var (step, target) = Make(FromKernel, DeviceTree.From("vendor/base.dts"));
        var built = await _build.RunAsync(step, _kernel);
        Assert.Equal(Dtc(target, built[_kernel] + "/arch/x86_64/boot/dts", built[_kernel] + "/include"), await Made(built, step));
        Assert.Equal("", await File.ReadAllTextAsync(Path.Combine(built[step], "warnings.txt"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_tree_over_that_of_QEMU_is_as_cpp_and_dtc_make_it()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/qemu-system-aarch64"), "qemu-system-aarch64 is not installed");
        var (step, target) = Make("/dts-v1/;\n/include/ \"emulator.dts\"\n/ { model = \"mine\"; };\n", DeviceTree.FromEmulator());
        var built = await _build.RunAsync(step, step.Needs[0]);
        Assert.Equal(Dtc(target, built[step.Needs[0]]), await Made(built, step));
    }

    [Fact]
    public async Task A_misspelt_label_stops_the_build_at_its_line()
    {
        var (step, _) = Make(FromKernel + "&uarrt { };\n", DeviceTree.From("vendor/base.dts"));
        var failure = await _build.FailAsync(step);
        Assert.Contains("Error: sample.dts:5.1-7", failure.Message, StringComparison.Ordinal);
        Assert.Contains("uarrt", failure.Message, StringComparison.Ordinal);
        Assert.Contains("did you mean uart?", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_macro_that_no_header_has_defined_is_named_with_the_header_that_would()
    {
        var (step, _) = Make("/dts-v1/;\n/ { pins = <PIN>; };\n", DeviceTree.From("vendor/base.dts"));
        Assert.Contains(
            "Error: sample.dts:2.13-16 syntax error: the macro 'PIN' is not defined; #include <dt-bindings/pins.h> defines it",
            (await _build.FailAsync(step)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_dtc_warns_of_in_the_boards_own_lines_is_kept()
    {
        var (step, _) = Make(FromKernel + "/ { n { status = <1>; }; };\n", DeviceTree.From("vendor/base.dts"));
        var warnings = await File.ReadAllTextAsync(
            Path.Combine((await _build.RunAsync(step))[step], "warnings.txt"), TestContext.Current.CancellationToken);
        Assert.Equal("sample.dts:5.9-22: Warning (status_is_string): /n:status: property is not a string\n", warnings);
    }

    [Fact]
    public async Task What_the_kernels_bindings_say_of_the_boards_own_lines_is_kept()
    {
        var (step, _) = Make(
            FromKernel + "/ {\n\tdevice {\n\t\tcompatible = \"vendor,device\";\n\t\todd;\n\t};\n};\n", DeviceTree.From("vendor/base.dts"));
        Assert.Equal(
            [
                "sample.dts:6.2: Warning (bindings): /device: 'label' is a required property [device.yaml]",
                "sample.dts:8.3: Warning (bindings): /device: 'odd' does not match any of the regexes: '^pinctrl-[0-9]+$' [device.yaml]",
            ],
            (await WarningsOf(step)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_they_say_of_other_peoples_lines_is_counted()
    {
        var (step, _) = Make(
            FromKernel.Replace("base.dts", "devices.dts", StringComparison.Ordinal), DeviceTree.From("vendor/devices.dts"));
        Assert.Equal(
            ["sample.dts: the bindings say more of what it includes: 2 findings; 'bsp dt validate' shows all"], await WarningsOf(step));
    }

    [Fact]
    public async Task What_a_node_of_others_lacks_is_the_boards_matter_once_it_adds_to_it()
    {
        var (step, _) = Make(
            FromKernel.Replace("base.dts", "devices.dts", StringComparison.Ordinal) + "&other { status = \"okay\"; };\n",
            DeviceTree.From("vendor/devices.dts"));
        Assert.Equal(
            [
                "sample.dts:5.1: Warning (bindings): /other: 'label' is a required property [device.yaml]",
                "sample.dts: the bindings say more of what it includes: 1 finding; 'bsp dt validate' shows all",
            ],
            await WarningsOf(step));
    }

    private async Task<IReadOnlyList<string>> WarningsOf(DeviceTreeStep step) =>
        await File.ReadAllLinesAsync(
            Path.Combine((await _build.RunAsync(step))[step], DeviceTreeStep.WarningsFileName), TestContext.Current.CancellationToken);

    private (DeviceTreeStep Step, ImageTarget Target) Make(string source, DeviceTree tree)
    {
        var sample = ImageTarget.Of(SampleBoards.Make("sample", "sample", new GeneratedFile("sample.dts", source)));
        var region = new LoadRegion("all", 0x4000_0000, 1.MiB());
        var board = sample.Board with
        {
            Soc = sample.Board.Soc with { Load = new() { Kernel = region, Fit = region, Environment = region } },
            Media = [new("virtio") { Device = "virtio 0", Boot = new UBoot("qemu_arm64") }],
            Emulator = new() { Program = "qemu-system-aarch64", Machine = "virt", Cpu = "max", WatchdogDevice = "i6300esb" },
        };
        var target = sample with { Board = board };
        return (new(target, tree, _kernel, _bindings), target);
    }

    private static Task<byte[]> Made(BuiltSteps built, Step step) =>
        File.ReadAllBytesAsync(Path.Combine(built[step], "board.dtb"), TestContext.Current.CancellationToken);

    private static byte[] Dtc(ImageTarget target, params string[] folders)
    {
        using var folder = new TempFolder();
        string Put(string name) => Path.Combine(folder, name);
        File.WriteAllText(Put("sample.dts"), target.Files.Single().Text);
        Run(
            "cpp",
            ["-nostdinc", "-undef", "-D__DTS__", "-x", "assembler-with-cpp", .. folders.SelectMany(path => new[] { "-I", path }), "-o", Put(
                "sample.tmp"), Put("sample.dts")]);
        Run(
            "dtc",
            ["-q", "-I", "dts", "-O", "dtb", "-b", "0", .. folders.SelectMany(path => new[] { "-i", path }), "-o", Put(
                "sample.dtb"), Put("sample.tmp")]);
        return File.ReadAllBytes(Put("sample.dtb"));
    }

    private static void Run(string program, string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
