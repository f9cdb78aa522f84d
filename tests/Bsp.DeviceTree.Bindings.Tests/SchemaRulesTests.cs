namespace Bsp.DeviceTrees.Bindings.Tests;

/// <summary>Which dt-schema the bindings of a kernel are written for.</summary>
public sealed class SchemaRulesTests
{
    [Theory]
    [InlineData("6.1", "2022.08.2")]
    [InlineData("v6.1.176", "2022.08.2")]
    [InlineData("6.6", "2022.08.2")]
    [InlineData("6.7-rc1", "2025.08")]
    [InlineData("6.12.95", "2025.08")]
    [InlineData("6.12-rc3", "2025.08")]
    [InlineData("7.2", "2025.08")]
    public void A_version_of_Linux_says_which_rules_its_bindings_are_written_for(string version, string rules) =>
        Assert.Equal(rules, SchemaRules.ForLinux(version).Version);

    [Fact]
    public void What_is_not_a_version_is_refused() =>
        Assert.StartsWith(
            "'6' is not a version of Linux", Assert.Throws<FormatException>(() => SchemaRules.ForLinux("6")).Message,
            StringComparison.Ordinal);
}
