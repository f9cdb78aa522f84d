namespace Bsp.Kconfig.Tests;

public sealed class ConfigFileTests
{
    private const string Text =
        """
        mainmenu "Test"

        config B
        	bool "b"

        config S
        	string "s"
        	default "none"

        config N
        	int "n"
        	range LOW 32
        	default 5

        config LOW
        	int
        	default 7

        """;

    private static readonly string[] Hostile =
    [
        "\0", "CONFIG_", "CONFIG_=", "CONFIG_B", "# CONFIG_ is not set", "CONFIG_S=\"", "CONFIG_S=\"\\", "CONFIG_S=\"\\\"",
        "CONFIG_S=none", "CONFIG_y=n", "CONFIG_N=",
        "CONFIG_N=-", "CONFIG_N=0x", "CONFIG_N=99999999999999999999999", "CONFIG_B=maybe", "\r", "CONFIG_B=y\rCONFIG_S=\"x\"", "=",
        "#", "# ", "CONFIG_\ud800=y",
    ];

    [Fact]
    public void A_configuration_is_written_as_conf_writes_it() => Assert.Equal(
        """
        #
        # Automatically generated file; DO NOT EDIT.
        # Test
        #
        CONFIG_B=y
        CONFIG_S="a \"quoted\" \\ text"
        CONFIG_N=7
        CONFIG_LOW=7

        """,
        DotConfigWriter.Write(TestTree.Of(Text).Configure("CONFIG_B=y\nCONFIG_S=\"a \\\"quoted\\\" \\\\ text\"\nCONFIG_N=3\n")));

    [Fact]
    public void Lines_may_end_as_on_Windows() =>
        Assert.Equal(
            DotConfigWriter.Write(TestTree.Of(Text).Configure("CONFIG_B=y\nCONFIG_N=9\n")),
            DotConfigWriter.Write(TestTree.Of(Text).Configure("CONFIG_B=y\r\nCONFIG_N=9\r\n")));

    [Fact]
    public void What_is_wrong_with_a_line_is_said_with_its_number()
    {
        var messages = new List<KconfigMessage>();

        new Conf(TestTree.Of(Text), messages).OldDefconfig("CONFIG_B=y\nnonsense\nCONFIG_N=x\nCONFIG_B=n\nCONFIG_S=\"open\n", "my.config");

        Assert.Equal(
            [
                "my.config:2: warning: unexpected data: nonsense",
                "my.config:3: warning: symbol value 'x' invalid for N",
                "my.config:4: warning: override: reassigning to symbol B",
                "my.config:5: warning: invalid string found",
            ],
            messages.Select(message => message.ToString()));
    }

    [Fact]
    public void Whatever_is_in_a_configuration_a_whole_one_comes_out()
    {
        var tree = TestTree.Of(Text);
        foreach (var line in Hostile)
        {
            var text = DotConfigWriter.Write(tree.Configure(line));
            Assert.Equal(text, DotConfigWriter.Write(tree.Configure(text)));
        }
    }

    [Fact]
    public void A_minimal_configuration_gives_the_whole_one_again()
    {
        var tree = TestTree.Of(Text);
        var whole = tree.Configure("CONFIG_B=y\nCONFIG_N=9\n");

        var minimal = DefconfigWriter.Write(whole);

        Assert.Equal("CONFIG_B=y\nCONFIG_N=9\n", minimal);
        Assert.Equal(DotConfigWriter.Write(whole), DotConfigWriter.Write(tree.Configure(minimal)));
    }
}
