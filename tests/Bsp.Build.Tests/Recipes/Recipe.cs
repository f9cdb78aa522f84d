namespace Bsp.Build.Tests.Recipes;

/// <summary>A recipe of docs/contributing/common-tasks.md, done as it says.</summary>
/// <param name="Heading">Its heading there.</param>
/// <param name="Files">The files that are written by hand.</param>
internal sealed record Recipe(string Heading, params IReadOnlyList<HandWrittenFile> Files)
{
    public const string Board = "acme-lamp";

    public const string Distribution = "edge";

    /// <summary>The next free id of what is wrong with the boot.</summary>
    public static string Diagnostic { get; } = "BSP" + (1 + Directory.EnumerateFiles(Repository.At("docs", "diagnostics"), "BSP5*.md")
        .Max(path => int.Parse(Path.GetFileNameWithoutExtension(path)[3..], System.Globalization.CultureInfo.InvariantCulture)));

    public static IReadOnlyList<Recipe> All { get; } =
    [
        new("Add a board", HandWrittenFile.New($"boards/{Board}/Lamp.cs", $$"""
            namespace Bsp.Boards;

            /// <summary>A board that nobody sells.</summary>
            public static class Lamp
            {
                [Board]
                public static readonly BootableBoard Board = new()
                {
                    Id = "{{Board}}",
                    Identity = new() { Vendor = "ACME", Model = "Lamp", Compatibles = ["acme,lamp", "rockchip,rk3328"] },
                    Soc = Rk3328.Soc,
                    DeviceTrees = [DeviceTree.From("rockchip/rk3328-nanopi-r2s.dts")],
                    Console = new("ttyS2", 1_500_000) { Node = "serial2" },
                    Watchdog = new("SOFT_WATCHDOG", TimeoutSeconds: 30),
                    Disk = Rk3328.Disk,
                    Media = [new("sdcard") { Device = "mmc 1", Boot = Rk3328.UBoot("nanopi-r2s-rk3328") }],
                };
            }

            """)),
        new("Add a distribution, or a second kernel", HandWrittenFile.New($"boards/families/{Distribution}/Edge.cs", $$"""
            using Bsp.Boards.Families.Reference;

            namespace Bsp.Boards.Families.Edge;

            /// <summary>The reference distribution on a kernel of its own.</summary>
            public static class EdgeDistribution
            {
                [Distribution]
                public static readonly DebianDistribution Edge = ReferenceDistribution.Reference with
                {
                    Id = "{{Distribution}}",
                    Name = "Bsp Edge",
                    IsDefault = false,
                    Boards = ["qemu-aarch64"],
                    Kernel = DebianSource.Binary("linux-6.16", "trixie-backports", "linux-source-6.16"),
                    Folder = ReferenceDistribution.Reference.Id,
                };
            }

            """)),
        new(
            "Add a check",
            new("src/Bsp.Artifacts/Checks/Rules.cs", text => text
                .Replace(
                    "    /// <summary>Every rule, in the order of the ids.</summary>\n",
                    $$"""
                        /// <summary>A watchdog that leaves no time to start in.</summary>
                        public static Rule HastyWatchdog { get; } = Add("{{Diagnostic}}", "Watchdog leaves no time", Severity.Warning);

                        /// <summary>Every rule, in the order of the ids.</summary>

                    """,
                    StringComparison.Ordinal)
                .Replace(
                    "        new SyslinuxNames(),\n", "        new SyslinuxNames(),\n        new HastyWatchdogs(),\n",
                    StringComparison.Ordinal)),
            HandWrittenFile.New("src/Bsp.Artifacts/Checks/Boot/HastyWatchdogs.cs", """
                using Bsp.Model;

                namespace Bsp.Artifacts.Checks.Boot;

                /// <summary>A system that starts for longer than its watchdog waits is reset again and again.</summary>
                internal sealed class HastyWatchdogs : DebianCheck
                {
                    protected override IEnumerable<Finding> Check(BootableBoard board, DebianDistribution distribution)
                    {
                        if (board.Watchdog.TimeoutSeconds < 5)
                            yield return new(Rules.HastyWatchdog, board.Watchdog, "the watchdog waits less than 5 s; write 15 or more");
                    }
                }

                """),
            HandWrittenFile.New($"docs/diagnostics/{Diagnostic}.md", $$"""
                # {{Diagnostic}}: Watchdog leaves no time

                The watchdog of a board resets it after less than 5 seconds.

                ## Why it hurts on the board

                The system is reset while it starts, each time.

                ## Wrong

                ```csharp
                Watchdog = new("SOC_WDT", TimeoutSeconds: 3),
                ```

                ## Right

                ```csharp
                Watchdog = new("SOC_WDT", TimeoutSeconds: 15),
                ```

                ## When to suppress it

                Never.

                """),
            HandWrittenFile.New("tests/Bsp.Generators.Tests/Diagnostics/HastyWatchdogTests.cs", $$""""
                using Bsp.Generators.Tests.Harness;

                namespace Bsp.Generators.Tests.Diagnostics;

                public sealed class HastyWatchdogTests
                {
                    [Fact]
                    public async Task A_watchdog_that_leaves_no_time() => await Diagnose.BoardAsync("""
                        public static class Subject
                        {
                            [Board]
                            public static readonly BootableBoard Board =
                                Test.Shared.Base with { Id = "hasty", Watchdog = {|{{Diagnostic}}:new("SOC_WDT", TimeoutSeconds: 3)|} };
                        }
                        """);
                }

                """")),
    ];
}
