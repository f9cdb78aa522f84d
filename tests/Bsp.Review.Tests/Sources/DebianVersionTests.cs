using Bsp.Review.Sources;
using CsCheck;
using Xunit;

namespace Bsp.Review.Tests.Sources;

/// <summary>Versions are in the order in which dpkg has them.</summary>
public sealed class DebianVersionTests
{
    // What tells versions apart: epochs, tildes, letters before other characters, numbers by value, revisions.
    private static readonly Gen<string> Word = Of("0", "00", "1", "01", "9", "10", "95", "a", "b", "rc", "dfsg", "deb", "bpo", "~", "~~",
        ".", "+", "ds").Array[0, 5]
        .Select(string.Concat);

    private static readonly Gen<string> Version =
        from epoch in Of("", "", "", "0:", "1:", "2:")
        from number in Of("0", "1", "6.12", "6.12.9", "6.12.95", "2025.01")
        from upstream in Word
        from dash in Of("", "", "-1-", "-a")
        from revision in Gen.OneOf(Gen.Const(""), Word.Select(word => "-0" + word), Word.Select(word => "-1" + word))
        select epoch + number + upstream + (revision.Length > 0 ? dash.TrimEnd('-') : "") + revision;

    [Fact]
    public void Generated_versions_are_in_dpkgs_order() =>
        Gen.Select(Version, Version).Sample(
            (left, right) => Assert.Equal(Dpkg(left, right), Math.Sign(DebianVersion.Compare(left, right))), iter: 600, threads: 1);

    [Theory]
    [InlineData("1.0~rc1", "1.0", -1)]
    [InlineData("1.0", "1.0-0", 0)]
    [InlineData("1:0.1", "2.0", 1)]
    [InlineData("6.12.9-1", "6.12.95-1", -1)]
    [InlineData("1.0a", "1.0+", -1)]
    [InlineData("1.01", "1.1", 0)]
    public void Their_order_is_that_of_the_policy(string left, string right, int order)
    {
        Assert.Equal(order, Math.Sign(DebianVersion.Compare(left, right)));
        Assert.Equal(order, Dpkg(left, right));
    }

    private static Gen<string> Of(params string[] texts) => Gen.OneOf([.. texts.Select(Gen.Const)]);

    private static int Dpkg(string left, string right) => Is(left, "lt", right) ? -1 : Is(left, "gt", right) ? 1 : 0;

    private static bool Is(string left, string relation, string right) =>
        HostTool.Run("dpkg", ["--compare-versions", left, relation, right]) switch
        {
            { Status: 0 or 1, Errors: "" } result => result.Status == 0,
            var result => throw new InvalidOperationException($"{left} {relation} {right}: {result.Errors}"),
        };
}
