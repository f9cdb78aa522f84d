namespace Bsp.Cli.Tests;

/// <summary>The messages are those of the kernel's scripts/kconfig/conf.</summary>
public sealed class ConfFaultTests
{
    [Theory]
    [InlineData("***\n*** Can't find default configuration \"nowhere\"!\n***\n", "--defconfig", "nowhere", "Kconfig")]
    [InlineData("can't find file Nowhere\n", "--olddefconfig", "Nowhere")]
    [InlineData("conf: Kconfig file missing\n", "--olddefconfig")]
    [InlineData("conf: unrecognized option '--nonsense'\n", "--nonsense", "Kconfig")]
    [InlineData(
        "conf: option '--all' is ambiguous; possibilities: '--allnoconfig' '--allyesconfig' '--allmodconfig' '--alldefconfig'\n",
        "--all", "Kconfig")]
    [InlineData("conf: option '--defconfig' requires an argument\n", "--defconfig")]
    public void Faults_end_with_status_1(string message, params string[] arguments)
    {
        using var tree = new SampleTree();
        var result = tree.Kconf(["conf", .. arguments]);
        Assert.Equal((1, "", message), (result.Status, result.Out, result.Error));
    }

    [Fact]
    public void A_configuration_that_cannot_be_written_ends_with_status_1()
    {
        using var tree = new SampleTree();
        tree.Write("folder/.config", "");
        tree.Environment["KCONFIG_CONFIG"] = "folder";
        var result = tree.Kconf("conf", "--alldefconfig", "Kconfig");
        Assert.Equal((1, "folder: Is a directory\n\n*** Error during writing of the configuration.\n\n"), (result.Status, result.Error));
    }
}
