using Xunit;

namespace Bsp.Model.Tests;

/// <summary>Invalid values are refused where they are constructed.</summary>
public sealed class InvariantTests
{
    private static readonly DebianSource s_source = DebianSource.Binary("linux-6.12", "sid", "linux-source");

    [Fact]
    public void A_console_has_a_kernel_name_a_speed_and_a_path()
    {
        Refuses(() => new Console("tty S0"));
        Refuses(() => new Console("ttyS0", Baud: 0));
        Refuses(() => new Console("ttyS0") { Node = "/a; reboot" });
        Assert.Equal("console=ttyS2,1500000n8", new Console("ttyS2", 1_500_000).KernelArgument);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("größe")]
    public void A_partition_name_is_made_of_plain_characters(string name) =>
        Refuses(() => new Partition(name, 1.MiB(), new SlotRoot("primary")));

    [Theory]
    [InlineData("../u-boot.bin")]
    [InlineData("/u-boot.bin")]
    [InlineData("a//b")]
    [InlineData("./a")]
    public void A_file_stays_below_its_folder(string file)
    {
        Refuses(() => new RawRegion("raw", file, 32.KiB(), 1.MiB()));
        Refuses(() => new RawFile(file));
        Refuses(() => DeviceTree.From(file));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public void An_alignment_is_whole_sectors(int bytes) =>
        Refuses(() => new DiskLayout { Size = 1.MiB(), Partitions = [], Alignment = bytes.Bytes() });

    [Fact]
    public void An_update_needs_two_slots_with_names_of_their_own()
    {
        Refuses(() => new UpdateScheme { Slots = ["only"] });
        Refuses(() => new UpdateScheme { Slots = ["a", "a"] });
        Refuses(() => new UpdateScheme { Slots = ["a b", "c"] });
        Refuses(() => new UpdateScheme { Tries = 0 });
    }

    [Fact]
    public void A_watchdog_has_a_timeout_in_range() => Refuses(() => new Watchdog("X_WDT", TimeoutSeconds: 0));

    [Theory]
    [InlineData("leds")]
    [InlineData("a/b")]
    public void An_edit_has_a_location_in_the_tree(string name) =>
        Refuses(() => DeviceTree.FromEmulator() with { Edits = [new(name)] });

    [Theory]
    [InlineData("/a b")]
    [InlineData("/a//b")]
    [InlineData("&label/x")]
    [InlineData("&")]
    [InlineData("a;")]
    public void A_node_has_a_name_that_a_tree_can_hold(string name) => Refuses(() => new DtNode(name));

    [Theory]
    [InlineData("/a")]
    [InlineData("&a")]
    public void A_node_inside_another_has_no_path(string name) =>
        Refuses(() => new DtNode("/top") { Nodes = [new(name)] });

    [Fact]
    public void A_cell_names_a_label_or_an_absolute_path()
    {
        Assert.Equal("gpio0", new DtCells("&gpio0").Cells[0].Target);
        Assert.Equal("/soc/gpio@0", new DtCells("/soc/gpio@0").Cells[0].Target);
        Refuses(() => new DtCells("&{/x}"));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a;b")]
    [InlineData("$x")]
    [InlineData("'a'")]
    [InlineData("@VERSION@")]
    public void A_kernel_argument_is_one_plain_word(string argument) => Refuses(() => new DebianDistribution
    {
        Id = "x",
        Name = "x",
        Kernel = s_source,
        Schemas = s_source,
        UBoot = s_source,
        Grub = s_source,
        Userland = new("x", "sid"),
        Features = [],
        Overlay = "x",
        KernelArguments = [argument],
    });

    [Theory]
    [InlineData("", "sid", "linux-source")]
    [InlineData("linux 6", "sid", "linux-source")]
    [InlineData("../linux", "sid", "linux-source")]
    [InlineData("linux", "sid/main", "linux-source")]
    [InlineData("linux", "sid", "--option")]
    [InlineData("linux", "sid", "linux-source=6.1")]
    [InlineData("linux", "sid", "linux-source/sid")]
    [InlineData("linux", "sid", "")]
    public void A_source_is_named_by_plain_words(string name, string suite, string package)
    {
        Refuses(() => DebianSource.Binary(name, suite, package));
        Refuses(() => DebianSource.Source(name, suite, package));
    }

    [Fact]
    public void A_source_has_a_package() => Refuses(() => DebianSource.Binary("linux", "sid"));

    [Fact]
    public void A_model_name_is_one_line() =>
        Refuses(() => new Identity { Vendor = "v", Model = "two\nlines" });

    private static void Refuses(Func<object> make) => Assert.Throws<ModelException>(() => _ = make());
}
