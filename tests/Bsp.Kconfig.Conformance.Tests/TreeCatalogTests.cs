using System.Reflection;
using Bsp.Build;
using Bsp.Build.Sources;
using Bsp.Kconfig.Conformance.SourceTrees;

namespace Bsp.Kconfig.Conformance.Tests;

public sealed class TreeCatalogTests
{
    private static readonly LockFile Sources = LockFile.Load(
        typeof(TreeCatalogTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(x => x.Key == "RepositoryRoot").Value!);

    [Fact]
    public void Each_tree_is_pinned_and_those_that_are_not_say_why()
    {
        string[] unpackaged = ["buildroot", "barebox", "nuttx", "zephyr"];
        foreach (var name in TreeCatalog.NamesIn(Sources).Except(unpackaged))
            Assert.NotEmpty(Find(name).Origin);
        foreach (var name in unpackaged)
        {
            Assert.Contains(
                "Debian has no package", Assert.Throws<BuildFailedException>(() => Find(name)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("linux")]
    [InlineData("linux-2.4")]
    [InlineData("")]
    public void A_tree_that_is_not_there_is_refused(string name) => Assert.Throws<BuildFailedException>(() => Find(name));

    private static OracleTree Find(string name) => TreeCatalog.Find(name, Sources, new Dictionary<string, string>());
}
