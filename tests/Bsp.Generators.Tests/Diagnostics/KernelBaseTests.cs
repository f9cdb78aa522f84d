using Bsp.Artifacts;
using Bsp.Cli;
using Bsp.Generators.Tests.Harness;

namespace Bsp.Generators.Tests.Diagnostics;

/// <summary>
/// One question, whether a driver gets what it needs, put to the compiler (and so to <c>Check</c>) and to <c>bsp kconfig check</c>:
/// the answer follows from what the distribution's build starts from, and is the same.
/// </summary>
public sealed class KernelBaseTests
{
    // The bus is on where nobody says otherwise.
    private const string Kconfig = """
        config SMP
        	bool "processors"

        config SERIAL
        	bool "serial ports"

        config WATCHDOG
        	bool "watchdogs"

        config SOC_WDT
        	bool "the SoC's watchdog"

        config BUS
        	bool "a bus"
        	default y

        config DRIVER
        	bool "a device on the bus"
        	depends on BUS

        """;

    private const string Board = """
        public static class Subject
        {
            [Board]
            public static readonly Board Board = Test.Shared.Base with
            {
                Id = "a",
                Kernel = KernelFragment.Y("DRIVER"),
                Infix = new() { Help = "A board." },
            };
        }
        """;

    private const string Unmet =
        "Value requested for CONFIG_DRIVER not in final .config: CONFIG_DRIVER was assigned 'y' but got 'n'. Unmet: BUS (=n)";

    [Fact]
    public async Task A_kernel_of_which_all_else_is_off()
    {
        var diagnostic = Assert.Single(await OfCompilerAsync("Distribution.cs", Sources.Distribution, "linux-6.12"));
        Assert.Equal(("BSP3002", $"board a: {Unmet}; it holds with BUS=y"), diagnostic);
        var (status, text) = OfCommand("Distribution.cs", Sources.Distribution, "--allnoconfig");
        Assert.Equal(1, status);
        Assert.Contains(Unmet, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kernel_of_which_all_else_has_its_default()
    {
        Assert.Empty(await OfCompilerAsync("Infix.cs", Sources.Infix, "linux-6.18"));
        Assert.Equal((0, "all of 3 requests are met\n"), OfCommand("Infix.cs", Sources.Infix));
    }

    private static async Task<(string Id, string Message)[]> OfCompilerAsync(string file, string distribution, string kernel)
    {
        var compilation = TestCompilation.Of(("Test.cs", Board), ("Families.cs", Sources.Families), (file, distribution));
        Diagnose.AssertCompiles(compilation);
        var found = await Diagnose.RunAsync(compilation, [Snapshot.Of(Kconfig, kernel)]);
        return [.. found.Select(diagnostic => (diagnostic.Id, diagnostic.GetMessage(null)))];
    }

    /// <summary>What the command says of the file that is generated for the board.</summary>
    private static (int Status, string Text) OfCommand(string file, string distribution, params string[] options)
    {
        var generator = new RunningGenerator(
            TestCompilation.Of(("Test.cs", Board), ("Families.cs", Sources.Families), (file, distribution)));
        var board = Assert.Single(Registry.All(generator.Compile()));
        using var folder = new TempFolder();
        folder.Write("Kconfig", Kconfig);
        folder.Write("defconfig", board.Files.Single(generated => generated.Path == ArtifactNames.LinuxDefconfig).Text);
        using StringWriter output = new(), error = new();
        var status = Program.Run(
            ["kconfig", "check", "defconfig", .. options],
            new(output, error, new Dictionary<string, string> { ["HOME"] = folder["home"] }, folder));
        Assert.Equal("", error.ToString());
        return (status, output.ToString());
    }
}
