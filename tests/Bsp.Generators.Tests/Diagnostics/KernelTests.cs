using Bsp.Generators.Tests.Harness;

namespace Bsp.Generators.Tests.Diagnostics;

/// <summary>What boards ask of a kernel, compared with its Kconfig files, each where it is written.</summary>
public sealed class KernelTests
{
    // With what the shared layers of the test sources ask for.
    private const string Kconfig = """
        config SMP
        	bool "processors"

        config SERIAL
        	bool "serial ports"

        config WATCHDOG
        	bool "watchdogs"

        config SOC_WDT
        	bool "the SoC's watchdog"
        	depends on WATCHDOG

        config BUS
        	bool "a bus"

        config USB_DWC3
        	bool "a device on the bus"
        	depends on BUS && !OTHER

        config OTHER
        	bool "another driver"

        config BAUD
        	int "speed"
        	range 300 115200

        """;

    [Fact]
    public async Task A_symbol_that_does_not_exist_is_marked_alone_and_the_nearest_is_named()
    {
        var message = Assert.Single(await BoardAsync("""Kernel = KernelFragment.Y("BUS", {|BSP3001:"USB_DCW3"|})"""));
        Assert.Equal(
            "board a: Value requested for CONFIG_USB_DCW3 not in final .config: CONFIG_USB_DCW3 was assigned 'y' but got 'n'. No such "
            + "symbol; did you mean USB_DWC3?",
            message);
    }

    [Fact]
    public async Task What_a_request_lacks_is_said_with_what_would_help()
    {
        var message = Assert.Single(await BoardAsync("""Kernel = KernelFragment.Y({|BSP3002:"USB_DWC3"|})"""));
        Assert.Equal(
            "board a: Value requested for CONFIG_USB_DWC3 not in final .config: CONFIG_USB_DWC3 was assigned 'y' but got 'n'. Unmet: BUS "
            + "(=n); it holds with BUS=y",
            message);
        Assert.Empty(await BoardAsync("""Kernel = KernelFragment.Y("USB_DWC3", "BUS")"""));
    }

    [Fact]
    public async Task Numbers_out_of_range_and_symbols_of_several_calls() => await BoardAsync(
        """Kernel = KernelFragment.Y("BUS", {|BSP3002:"USB_DWC3"|}).Because("a reason") + KernelFragment.Y("OTHER") """
        + """+ KernelFragment.Int({|BSP3002:"BAUD"|}, 200)""");

    [Fact]
    public async Task A_symbol_that_is_not_written_as_it_is_marks_its_call() =>
        await BoardAsync("""Kernel = {|BSP3001:KernelFragment.Y($"NO_{nameof(Subject)}")|}""");

    [Fact]
    public async Task Optional_requests_may_go_unmet() =>
        await BoardAsync("""Kernel = KernelFragment.Y("NO_SUCH", "USB_DWC3").Optionally()""");

    [Fact]
    public async Task What_is_to_be_off_need_not_exist() => await BoardAsync("""Kernel = KernelFragment.N("NO_SUCH")""");

    [Fact]
    public async Task The_driver_of_a_watchdog_stands_at_the_watchdog() =>
        await BoardAsync("""Watchdog = {|BSP3001:new("SOC_WDOG", TimeoutSeconds: 15)|}""");

    [Fact]
    public async Task A_layer_that_boards_share_is_reported_once() => await Diagnose.MarksAsync(
        Sources.Families.Replace("\"SERIAL\"", "{|BSP3001:\"SERAIL\"|}", StringComparison.Ordinal),
        [Snapshot.Of(Kconfig)],
        ("Distribution.cs", Sources.Distribution), ("A.cs", Sources.Board("a", "A")), ("B.cs", Sources.Board("b", "B")));

    [Fact]
    public async Task Without_a_snapshot_it_is_said_that_nothing_is_checked()
    {
        var message = Assert.Single(await DistributionAsync());
        Assert.Equal(
            "the symbols that boards ask of linux-6.12 for arm64 are not checked here, for there is no "
            + "'artifacts/platform/linux-6.12/kconfig-arm64.snapshot'; './build.sh Restore --board all' makes it",
            message);
    }

    [Theory]
    [InlineData("", "it is cut short")]
    [InlineData("bsp-kconfig-snapshot 1 0\n", "only version")]
    [InlineData("something else\n", "this is not a Kconfig snapshot")]
    public async Task A_snapshot_that_cannot_be_read_is_said_to_be_so(string text, string reason)
    {
        var message = Assert.Single(await DistributionAsync(new Snapshot(Snapshot.Of(Kconfig).Path, text)));
        Assert.Contains($"'artifacts/platform/linux-6.12/kconfig-arm64.snapshot' cannot be read: ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_that_is_cut_short_is_said_to_be_so()
    {
        var whole = Snapshot.Of(Kconfig);
        var text = whole.GetText(TestContext.Current.CancellationToken).ToString();
        var message = Assert.Single(await DistributionAsync(new Snapshot(whole.Path, text[..(text.Length / 2)])));
        Assert.Contains("is damaged", message, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<string>> DistributionAsync(params Snapshot[] snapshots) => Diagnose.MarksAsync(
        Sources.Distribution.Replace("DebianDistribution Reference", "DebianDistribution {|BSP3003:Reference|}", StringComparison.Ordinal),
        snapshots,
        ("Families.cs", Sources.Families), ("Board.cs", Sources.Board("a")));

    private static Task<IReadOnlyList<string>> BoardAsync(string assignment) => Diagnose.MarksAsync(
        $$"""
        public static class Subject
        {
            [Board]
            public static readonly Board Board = Test.Shared.Base with { Id = "a", {{assignment}} };
        }
        """,
        [Snapshot.Of(Kconfig)],
        ("Families.cs", Sources.Families), ("Distribution.cs", Sources.Distribution));
}
