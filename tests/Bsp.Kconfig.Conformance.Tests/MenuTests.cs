using System.Reflection;
using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.Kconfig.Conformance.Engines;
using Bsp.Kconfig.Conformance.Menus;
using Bsp.Kconfig.Conformance.Oracle;
using Bsp.Kconfig.Parsing;
using Bsp.Kconfig.Parsing.Files;

namespace Bsp.Kconfig.Conformance.Tests;

/// <summary>What the menus write, as conf sees it.</summary>
public sealed class MenuTests(ITestOutputHelper output)
{
    private static readonly string Root = typeof(MenuTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(x => x.Key == "RepositoryRoot").Value!;

    // Up to 6.8 choices are other symbols, and user values are given to more of them.
    [Theory]
    [InlineData("linux-6.12", "arm64", 6)]
    [InlineData("linux-6.1", "arm64", 6)]
    public async Task Conf_changes_nothing_of_what_the_menus_have_written(string tree, string architecture, int count)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var console = new StringWriter();
        using var oracles = new OracleBuilder(await MachineSettings.ReadAsync(Root, "test", cancel), new PlainConsole(console));
        var oracle = await OracleAsync(oracles, tree, architecture);
        var cache = Directory.CreateTempSubdirectory("bsp-menus-cache-");
        try
        {
            var runner = new MenuRunner(oracle, cache.FullName);
            var (steps, saved) = (0, new HashSet<string>());
            for (var seed = 0; seed < count; seed++)
            {
                var session = runner.Run(seed, keys: 250);
                output.WriteLine($"seed {seed}: {session.Steps} changes{(session.Written is null ? ", not saved" : "")}");
                Assert.Equal(session.Written, session.Kept);
                steps += session.Steps;
                if (session.Written is not null)
                    saved.Add(session.Written);
            }

            // The control: the users have done something, and not all the same.
            Assert.True(steps >= 2 * count && saved.Count > count / 2, $"{steps} changes, {saved.Count} configurations");
        }
        finally
        {
            cache.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("linux-6.12", "arm64")]
    [InlineData("linux-6.1", "arm64")]
    public async Task The_cached_tree_has_the_help_texts_of_the_files(string tree, string architecture)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var console = new StringWriter();
        using var oracles = new OracleBuilder(await MachineSettings.ReadAsync(Root, "test", cancel), new PlainConsole(console));
        var oracle = await OracleAsync(oracles, tree, architecture);
        var whole = BspKconfig.Read(oracle.Target)!.Tree!;
        var cached = SnapshotReader.Read(SnapshotWriter.Write(whole));
        var helps = new HelpTexts(new DiskFiles(oracle.Target.Root, sourceTree: null), whole.Dialect);
        var texts = whole.Nodes().Select(node => node.Help ?? "").ToList();
        Assert.True(texts.Count(text => text.Length > 0) > 5000);
        Assert.Equal(texts, cached.Nodes().Select(node => helps.Of(node) ?? ""));
        Assert.All(cached.Nodes(), node => Assert.Null(node.Help));
    }

    /// <summary>The oracle for a tree; where there is none, the test is skipped.</summary>
    private static async Task<OracleTarget> OracleAsync(OracleBuilder oracles, string tree, string architecture)
    {
        try
        {
            return await oracles.TargetAsync(oracles.Find(tree), architecture, TestContext.Current.CancellationToken);
        }
        catch (BuildFailedException e)
        {
            // An old package leaves the archive some day; that is not a fault of the menus.
            Assert.Skip(e.Message);
            throw;
        }
    }
}
