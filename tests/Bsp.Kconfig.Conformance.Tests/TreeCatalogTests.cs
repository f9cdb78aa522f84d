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
    public void Each_tree_is_pinned_and_the_one_that_is_not_says_why()
    {
        foreach (var name in TreeCatalog.NamesIn(Sources).Except(["buildroot"]))
            Assert.NotEmpty(Find(name).Origin);
        Assert.Contains(
            "Debian has no package", Assert.Throws<BuildFailedException>(() => Find("buildroot")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linux")]
    [InlineData("linux-2.4")]
    [InlineData("")]
    public void A_tree_that_is_not_there_is_refused(string name) => Assert.Throws<BuildFailedException>(() => Find(name));

    private static OracleTree Find(string name) => TreeCatalog.Find(name, Sources, new Dictionary<string, string>());
}
