namespace Bsp.Kconfig.Tests;

public sealed class SnapshotTests
{
    private const string Text =
        TestTree.Modules
        + """
        menu "Ünïcode\\menu"
        	visible if MODULES

        config T
        	tristate "t" if MODULES
        	default m
        	imply N1
        	select H

        config H
        	bool
        	depends on MODULES

        endmenu

        config N1
        	bool "implied"

        config N
        	int "number"
        	range 1 10 if T != n
        	default 3

        config S
        	string "text"
        	default "a \"b\" c"

        choice
        	prompt "one of"
        	default B

        config A
        	bool "a"

        if T
        config B
        	bool "b"
        endif

        endchoice

        comment "the end"
        	depends on A

        """;

    [Theory]
    [InlineData("")]
    [InlineData("CONFIG_MODULES=y\n")]
    [InlineData("CONFIG_MODULES=y\nCONFIG_T=y\nCONFIG_N=99\nCONFIG_S=\"x\"\nCONFIG_A=y\n")]
    public void From_a_snapshot_come_the_same_values(string fragment)
    {
        var tree = TestTree.Of(Text);
        var again = SnapshotReader.Read(SnapshotWriter.Write(tree));

        Assert.Equal(DotConfigWriter.Write(tree.Configure(fragment)), DotConfigWriter.Write(again.Configure(fragment)));
        Assert.Equal(DefconfigWriter.Write(tree.Configure(fragment)), DefconfigWriter.Write(again.Configure(fragment)));
        Assert.Equal(new AutoConfWriter(tree.Configure(fragment)).ForC(), new AutoConfWriter(again.Configure(fragment)).ForC());
        Assert.Equal(tree.Unmet("CONFIG_H=y\nCONFIG_B=y\n"), again.Unmet("CONFIG_H=y\nCONFIG_B=y\n"));
    }

    [Fact]
    public void A_snapshot_of_what_a_snapshot_gave_is_the_same_text()
    {
        var text = SnapshotWriter.Write(TestTree.Of(Text));

        Assert.Equal(text, SnapshotWriter.Write(SnapshotReader.Read(text)));
        Assert.All(text, c => Assert.InRange(c, '\n', '~'));
    }

    [Fact]
    public void A_snapshot_that_is_damaged_or_of_another_version_is_refused()
    {
        var text = SnapshotWriter.Write(TestTree.Of(Text));

        Assert.Contains(
            "checksum",
            Assert.Throws<FormatException>(() => SnapshotReader.Read(text.Replace("number", "nunber", StringComparison.Ordinal))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "version 9",
            Assert.Throws<FormatException>(
                () => SnapshotReader.Read(
                    text.Replace($"snapshot {SnapshotFormat.Version}", "snapshot 9", StringComparison.Ordinal))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "not a Kconfig snapshot", Assert.Throws<FormatException>(() => SnapshotReader.Read("something else\n")).Message,
            StringComparison.Ordinal);
        for (var length = 0; length < text.Length; length += 7)
            Assert.Throws<FormatException>(() => SnapshotReader.Read(text[..length]));
    }

    [Fact]
    public void Whatever_is_in_it_a_snapshot_is_read_or_refused()
    {
        var body = SnapshotWriter.Write(TestTree.Of(Text));
        body = body[(body.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var random = new Random(1);
        for (var round = 0; round < 3000; round++)
        {
            var changed = body.ToCharArray();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                changed[random.Next(changed.Length)] = (char)random.Next('0', 'p');
            var text = new string(changed);
            try
            {
                // With a checksum that matches, as a forger would write it.
                var tree = SnapshotReader.Read($"bsp-kconfig-snapshot 2 {Checksum(text):x16}\n{text}");
                DotConfigWriter.Write(tree.Configure("CONFIG_MODULES=y\n"));
            }
            catch (FormatException)
            {
            }
        }
    }

    private static ulong Checksum(string text) =>
        text.Aggregate(14695981039346656037UL, (hash, c) => unchecked((hash ^ c) * 1099511628211UL));
}
