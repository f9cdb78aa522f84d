namespace Bsp.Cli.Tests.Menus;

/// <summary>What holds whatever a user does.</summary>
public sealed class RandomSessionTests
{
    // Texts that would command a terminal, on each page that shows them.
    private const string Hostile =
        "\nconfig HOSTILE\n\tbool \"hostile \u001b]0;owned\u0007 \u009b31m\"\n\tdepends on NET || \"\u001b[2J\" = NAME\n"
        + "\thelp\n\t  help \u001b[31m and \u0008\n";

    [Fact]
    public void What_is_saved_is_what_olddefconfig_makes_of_it_and_every_step_is_taken_back()
    {
        var saved = new HashSet<string>();
        var steps = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            using var tree = new SampleTree(Sample.Kconfig + Hostile);
            if (seed % 2 == 1)
                tree.Write(".config", "CONFIG_NET=y\nCONFIG_FORCING=y\nCONFIG_BIG=y\nCONFIG_NAME=\"\u001b[1m\"\n");
            using StringWriter output = new(), error = new();
            var user = new RandomSession(seed, count: 200);
            var (session, isSaved) = user.Run(new(output, error, tree.Environment, tree.At("")), new(), ".config");
            Assert.Equal("", user.Raw);

            if (isSaved)
            {
                var name = session.File.Name;
                var before = tree.Read(name);
                saved.Add(before);
                Assert.Equal(0, tree.Kconf("olddefconfig", "--config", name).Status);
                Assert.Equal($"seed {seed}\n{before}", $"seed {seed}\n{tree.Read(name)}");
            }

            var end = session.Values;
            var undone = 0;
            while (session.Undo() is not null)
                undone++;
            steps += undone;
            var start = session.Values;
            Assert.False(session.CanUndo);
            for (; undone > 0; undone--)
                Assert.NotNull(session.Redo());
            Assert.Empty(end.ChangesTo(session.Values));
            while (session.Undo() is not null)
            {
                // Back to the beginning.
            }

            Assert.Empty(start.ChangesTo(session.Values));
        }

        // The control: the users have done something, and not all the same.
        Assert.True(steps > 500 && saved.Count > 40, $"{steps} steps, {saved.Count} configurations");
    }
}
