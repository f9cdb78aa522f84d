namespace Bsp.Kconfig.Tests;

/// <summary>Which dialect a version of Linux has.</summary>
public sealed class LinuxDialectTests
{
    [Theory]
    [InlineData("5.15.1", "Linux 6.1")]
    [InlineData("6.1", "Linux 6.1")]
    [InlineData("6.8.12", "Linux 6.1")]
    [InlineData("6.9-rc1", "Linux 6.9")]
    [InlineData("6.12", "Linux 6.9")]
    [InlineData("v6.12", "Linux 6.9")]
    [InlineData("6.12-rc3", "Linux 6.9")]
    [InlineData("6.12.95", "Linux 6.9")]
    [InlineData("6.12.95-1~bpo12+1", "Linux 6.9")]
    [InlineData("6.17.0-custom", "Linux 6.9")]
    [InlineData("6.18.43", "Linux newest")]
    [InlineData("7.2", "Linux newest")]
    [InlineData("10.0", "Linux newest")]
    public void A_version_says_what_Kconfig_files_may_contain(string version, string dialect) =>
        Assert.Equal(dialect, KconfigDialect.ForLinux(version).Name);

    [Theory]
    [InlineData("")]
    [InlineData("v")]
    [InlineData("6")]
    [InlineData("6.")]
    [InlineData("6.12.")]
    [InlineData(".12")]
    [InlineData("6.x")]
    [InlineData("6.12rc3")]
    [InlineData("6,12")]
    [InlineData("-6.12")]
    [InlineData("linux-6.12")]
    [InlineData("newest")]
    [InlineData("6.99999999999")]
    public void What_is_not_a_version_is_refused(string version)
    {
        var failure = Assert.Throws<FormatException>(() => KconfigDialect.ForLinux(version));
        Assert.StartsWith($"'{version}' is not a version of Linux", failure.Message, StringComparison.Ordinal);
    }
}
