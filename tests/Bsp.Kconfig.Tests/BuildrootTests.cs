namespace Bsp.Kconfig.Tests;

public sealed class BuildrootTests
{
    // As its conf does: it tells of the circle, and goes on.
    [Fact]
    public void A_circle_of_dependencies_is_told_and_allowed()
    {
        var result = TestTree.Parse(
            "config A\n\tbool \"a\"\n\tdepends on B\n\nconfig B\n\tbool \"b\"\n\tdepends on A || C\n\nconfig C\n\tbool \"c\"\n",
            KconfigDialect.Buildroot);
        Assert.Equal(
            "Kconfig:5:error: recursive dependency detected!\nKconfig:5:\tsymbol B depends on A\nKconfig:1:\tsymbol A depends on B\n"
            + "For a resolution refer to Documentation/kbuild/kconfig-language.txt\n"
            + "subsection \"Kconfig recursive dependency limitations\"\n\n",
            string.Concat(result.Messages.Select(message => ConfMessage.Text(message, KconfigDialect.Buildroot))));
        var tree = result.Tree!;
        foreach (var read in new[] { tree, SnapshotReader.Read(SnapshotWriter.Write(tree)) })
        {
            var configuration = read.Configure("A=y\nB=y\nC=y\n");
            Assert.Contains("A=y\nB=y\nC=y\n", DotConfigWriter.Write(configuration), StringComparison.Ordinal);
        }
    }
}
