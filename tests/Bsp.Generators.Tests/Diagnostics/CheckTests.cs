using Bsp.Generators.Tests.Harness;

namespace Bsp.Generators.Tests.Diagnostics;

/// <summary>The findings of the checks, each where its subject is written.</summary>
public sealed class CheckTests
{
    [Fact]
    public async Task Unsafe_ids() => await Diagnose.BoardAsync("""
        public static class Subject
        {
            [Board]
            public static readonly Board {|BSP1002:Board|} = Test.Shared.Base with { Id = "../etc" };
        }
        """);

    [Fact]
    public async Task Ids_used_twice() => await Diagnose.BoardAsync("""
        public static class Subject
        {
            [Board]
            public static readonly Board One = Test.Shared.Base with { Id = "my-board" };

            [Board]
            public static readonly Board {|BSP1003:Two|} = Test.Shared.Base with { Id = "my_board" };
        }
        """);

    [Fact]
    public async Task Kernel_conflicts_stand_at_the_upper_layers_fragment() =>
        await BoardAsync("""Kernel = {|BSP1006:KernelFragment.N("SERIAL")|}""");

    [Fact]
    public async Task What_a_board_adds_to_a_kernel_that_it_shares() => await Diagnose.MarksAsync(
        Sources.Board("a")
            .Replace("Id = \"a\"", "Id = \"a\", Kernel = KernelFragment.Y({|BSP1007:\"MORE\"|}, \"SERIAL\")", StringComparison.Ordinal),
        ("Families.cs", Sources.Families),
        ("Distribution.cs", Sources.Distribution.Replace(
            "Overlay =",
            "Architectures = [new(Shared.Aarch64, KernelFragment.Y(\"SERIAL\", \"WATCHDOG\", \"SOC_WDT\")) { OneKernel = true }], "
            + "Overlay =",
            StringComparison.Ordinal)));

    [Theory]
    [InlineData(
        """new("one", 1.MiB(), new RawFile("a")) { Id = s_guid }, {|BSP1005:new("two", 1.MiB(), new RawFile("a"))|} { Id = s_guid }""")]
    [InlineData("""new("one", 2.MiB(), new RawFile("a")), {|BSP2001:new("two", 1.MiB(), new RawFile("a"))|} { Offset = 2.MiB() }""")]
    [InlineData("""{|BSP2003:new("early", 16.KiB(), new RawFile("a"))|} { Offset = 0.MiB() }""")]
    [InlineData("""{|BSP2005:new("odd", 1.MiB(), new RawFile("a"))|} { Offset = 1.MiB() + 5.KiB() }""")]
    [InlineData("""{|BSP2006:new("broken", 1000.Bytes(), new RawFile("a"))|}""")]
    [InlineData("""{|BSP2007:new("a-name-that-is-longer-than-thirty-six", 1.MiB(), new RawFile("a"))|}""")]
    [InlineData("""{|BSP2009:new("third", 64.MiB(), new SlotRoot("third"))|}""")]
    [InlineData("""new("esp", 1.MiB(), s_esp), {|BSP2010:new("esp2", 1.MiB(), s_esp)|}""")]
    [InlineData("""{|BSP2012:new("boot", 1.MiB(), new RawFile("a"))|} { MbrType = 0xC }""")]
    public async Task Partitions_that_are_wrong(string partitions) =>
        await BoardAsync($"Disk = new() {{ Size = 400.MiB(), Partitions = [{partitions}, .. Test.Shared.Slots(64.MiB())] }}");

    [Theory]
    [InlineData("""{|BSP1004:new("primary", "a.img", 32.KiB(), 1.KiB())|}""")]
    [InlineData("""{|BSP2002:new("high", "a.img", 352.MiB(), 1.KiB())|}""")]
    public async Task Raw_regions_that_are_wrong(string raw) =>
        await BoardAsync($"Disk = new() {{ Size = 352.MiB(), Raw = [{raw}], Partitions = Test.Shared.Slots(64.MiB()) }}");

    [Fact]
    public async Task Partitions_over_raw_regions() => await BoardAsync("""
        Disk = new()
        {
            Size = 352.MiB(),
            Raw = [new("idbloader", "idbloader.img", 32.KiB(), 2.MiB())],
            Partitions = [{|BSP2004:new("first", 512.KiB(), new RawFile("a"))|}, {|BSP2004:new("second", 1.MiB(), new RawFile("a"))|}, .. Test.Shared.Slots(64.MiB())],
        }
        """);

    [Fact]
    public async Task Slots_of_unequal_size() => await BoardAsync("""
        Disk = new()
        {
            Size = 352.MiB(),
            Partitions =
            [
                new("aux", 16.MiB(), new Filesystem(FilesystemUse.Aux, FilesystemType.Vfat)),
                new("primary-boot", 16.MiB(), new SlotBoot("primary")),
                new("primary", 64.MiB(), new SlotRoot("primary")),
                new("secondary-boot", 16.MiB(), new SlotBoot("secondary")),
                {|BSP2008:new("secondary", 65.MiB(), new SlotRoot("secondary"))|},
                new("cfg", 16.MiB(), new Filesystem(FilesystemUse.Config, FilesystemType.Ext4)),
                new("var", 64.MiB(), new Filesystem(FilesystemUse.Var, FilesystemType.Ext4)),
            ],
        }
        """);

    [Fact]
    public async Task A_growing_partition_that_is_not_the_last_and_filesystems_that_do_not_fit() => await BoardAsync("""
        Disk = new()
        {
            Size = 352.MiB(),
            Partitions =
            [
                {|BSP2013:new("aux", 16.MiB(), new Filesystem(FilesystemUse.Aux, FilesystemType.Ext4))|},
                new("primary-boot", 16.MiB(), new SlotBoot("primary")),
                new("primary", 64.MiB(), new SlotRoot("primary")),
                new("secondary-boot", 16.MiB(), new SlotBoot("secondary")),
                new("secondary", 64.MiB(), new SlotRoot("secondary")),
                {|BSP2011:new("var", 64.MiB(), new Filesystem(FilesystemUse.Var, FilesystemType.Ext4))|},
                new("cfg", 16.MiB(), new Filesystem(FilesystemUse.Config, FilesystemType.Ext4)),
            ],
        }
        """);

    [Fact]
    public async Task A_console_without_a_node() => await BoardAsync("""Console = {|BSP5001:new("ttyS0")|}""");

    [Fact]
    public async Task Load_addresses_that_overlap_are_misaligned_or_too_small() => await BoardAsync("""
        Soc = Test.Shared.Soc with
        {
            Load = new()
            {
                Kernel = {|BSP5005:new("kernel", 0x4040_1000, 60.MiB())|},
                Environment = {|BSP5003:new("environment", 0x4050_0000, 1.MiB())|},
                Fit = {|BSP5008:{|BSP5008:new("fit", 0x5000_0000, 8.MiB())|}|},
            },
        }
        """);

    [Fact]
    public async Task Device_trees_that_are_not_there() => await Diagnose.BoardAsync("""
        public static class Subject
        {
            [Board]
            public static readonly Board Board = Test.Shared.Base with { Id = "a", DeviceTrees = [{|BSP5006:DeviceTree.FromEmulator()|}] };

            [Board]
            public static readonly Board {|BSP5007:None|} = Test.Shared.Base with { Id = "b", DeviceTrees = [] };
        }
        """);

    [Fact]
    public async Task Kernel_arguments_of_a_distribution_stand_at_the_distribution() => await Diagnose.MarksAsync(
        Sources.Distribution
            .Replace("DebianDistribution Reference", "DebianDistribution {|BSP5002:{|BSP5004:Reference|}|}", StringComparison.Ordinal)
            .Replace("Overlay =", "KernelArguments = [\"console=tty0\", \"root=/dev/sda1\"], Overlay =", StringComparison.Ordinal),
        ("Families.cs", Sources.Families), ("Board.cs", Sources.Board("a")));

    [Fact]
    public async Task What_is_wrong_in_a_shared_layer_stands_in_the_layer_and_names_a_board_that_sees_it()
    {
        var compilation = TestCompilation.Of(
            ("Families.cs", Sources.Families.Replace("Node = \"serial0\"", "", StringComparison.Ordinal)),
            ("Distribution.cs", Sources.Distribution),
            ("A.cs", Sources.Board("a", "A")), ("B.cs", Sources.Board("b", "B")));
        var diagnostic = Assert.Single(await Diagnose.RunAsync(compilation));
        Assert.Equal(
            "new(\"ttyS0\")",
            diagnostic.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(diagnostic.Location.SourceSpan));
        Assert.Equal("Families.cs", diagnostic.Location.SourceTree.FilePath);
        Assert.Equal("A.cs", Assert.Single(diagnostic.AdditionalLocations).SourceTree!.FilePath);
    }

    private static async Task BoardAsync(string assignment) =>
        await Diagnose.BoardAsync($$"""
            public static class Subject
            {
                static readonly Guid s_guid = new("11111111-2222-3333-4444-555555555555");
                static readonly Content s_esp = new Filesystem(FilesystemUse.Esp, FilesystemType.Vfat);

                [Board]
                public static readonly Board Board = Test.Shared.Base with { Id = "a", {{assignment}} };
            }
            """);
}
