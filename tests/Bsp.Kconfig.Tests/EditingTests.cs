namespace Bsp.Kconfig.Tests;

/// <summary>Values given as in a menu: only what holds is taken.</summary>
public sealed class EditingTests
{
    private const string Text = TestTree.Modules +
        """
        config NET
        	tristate "net"

        config CARD
        	tristate "card"
        	depends on NET

        config FORCING
        	tristate "forcing"
        	select FORCED

        config FORCED
        	tristate "forced"

        config LEVEL
        	int "level"
        	range 1 9
        	default 3

        config NAME
        	string "name"
        	depends on NET

        choice
        	prompt "size"

        config SMALL
        	bool "small"

        config BIG
        	bool "big"

        config HUGE
        	bool "huge"
        	depends on NET

        endchoice

        """;

    public static TheoryData<string> Dialects => ["Linux 6.9", "Linux 6.1"];

    [Theory]
    [MemberData(nameof(Dialects))]
    public void A_value_above_what_dependencies_allow_or_below_what_others_select_is_refused(string dialect)
    {
        var configuration = Of(dialect).Configure("CONFIG_MODULES=y\nCONFIG_NET=m\nCONFIG_FORCING=m\n");
        Assert.False(configuration.Set(Find(configuration, "CARD"), Tristate.Yes));
        Assert.True(configuration.Set(Find(configuration, "CARD"), Tristate.Module));
        Assert.False(configuration.Set(Find(configuration, "FORCED"), Tristate.No));
        Assert.True(configuration.Set(Find(configuration, "FORCED"), Tristate.Yes));
        Assert.True(configuration.Set(Find(configuration, "NET"), Tristate.No));
        Assert.False(configuration.Set(Find(configuration, "NAME"), "x"));
        Assert.Equal("n", configuration.ValueOf(Find(configuration, "CARD")));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("5 ")]
    public void A_number_that_is_none_or_out_of_range_is_refused(string value)
    {
        var configuration = Of("Linux 6.9").Configure("");
        Assert.False(configuration.Set(Find(configuration, "LEVEL"), value));
        Assert.Equal("3", configuration.ValueOf(Find(configuration, "LEVEL")));
        Assert.True(configuration.Set(Find(configuration, "LEVEL"), "9"));
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public void A_member_that_is_turned_on_turns_the_others_off(string dialect)
    {
        var configuration = Of(dialect).Configure("CONFIG_NET=y\n");
        Assert.Equal("yn", Values(configuration));
        Assert.True(configuration.Set(Find(configuration, "BIG"), Tristate.Yes));
        Assert.Equal("ny", Values(configuration));
        // Only another one that is on turns it off.
        Assert.False(configuration.Set(Find(configuration, "BIG"), Tristate.No) && dialect == "Linux 6.1");
        Assert.True(configuration.Set(Find(configuration, "HUGE"), Tristate.Yes));
        Assert.Equal("nn", Values(configuration));

        string Values(Configuration values) => values.ValueOf(Find(values, "SMALL")) + values.ValueOf(Find(values, "BIG"));
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Whatever_is_set_the_file_is_read_back_as_it_was_written(string dialect)
    {
        var tree = Of(dialect);
        var symbols = tree.Symbols.Where(symbol => symbol is { IsDefined: true, Name: not null }).ToList();
        var random = new Random(7);
        var configuration = tree.Configure("");
        for (var i = 0; i < 2000; i++)
        {
            var symbol = symbols[random.Next(symbols.Count)];
            var before = DotConfigWriter.Write(configuration);
            var isTaken = symbol.Type switch
            {
                SymbolType.Int => configuration.Set(symbol, random.Next(12).ToString(System.Globalization.CultureInfo.InvariantCulture)),
                SymbolType.String => configuration.Set(symbol, new string('"', random.Next(3)) + "\\"),
                _ => SetTristate(symbol, (Tristate)random.Next(3)),
            };
            var after = DotConfigWriter.Write(configuration);
            if (!isTaken)
                Assert.Equal(before, after);
            Assert.Equal(after, DotConfigWriter.Write(new Conf(tree, []).OldDefconfig(after)));
        }

        bool SetTristate(Symbol symbol, Tristate value)
        {
            var isTaken = configuration.Set(symbol, value);
            // What is taken holds; only a member that is turned off may be turned on again by its choice.
            if (isTaken && (!symbol.IsChoiceMember || value == Tristate.Yes))
                Assert.Equal(value, configuration.TristateOf(symbol));
            return isTaken;
        }
    }

    private static KconfigTree Of(string dialect) => TestTree.Of(Text, KconfigDialect.All.Single(known => known.Name == dialect));

    private static Symbol Find(Configuration configuration, string name) => configuration.Tree.Find(name)!;
}
