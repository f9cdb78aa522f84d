using Bsp.Build;
using Bsp.Firmware.Images;

namespace Bsp.Firmware.Tests.Images;

public sealed class PlaceholdersTests
{
    private static readonly Dictionary<string, string> Values = new() { ["VERSION"] = "1", ["VERITY_ROOT"] = "ab@X@" };

    [Fact]
    public void Each_name_is_replaced_and_a_value_is_taken_as_it_is() =>
        Assert.Equal("v=1 r=ab@X@ @lower@ a@b", Placeholders.Fill("slot.cmd", "v=@VERSION@ r=@VERITY_ROOT@ @lower@ a@b", Values));

    [Fact]
    public void A_name_without_a_value_is_an_error_that_names_the_artifact()
    {
        var failure = Assert.Throws<BuildFailedException>(
            () => Placeholders.Fill("slot.cmd", "@VERSION@ @VERITY_SALT@ @VERITY_SALT@", Values));

        Assert.Equal(
            "the artifact 'slot.cmd' has placeholders that nothing fills in: @VERITY_SALT@; known are VERITY_ROOT, VERSION",
            failure.Message);
    }
}
