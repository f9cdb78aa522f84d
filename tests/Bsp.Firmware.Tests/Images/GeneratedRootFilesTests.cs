using Bsp.Build;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Images;
using Bsp.Firmware.Tests.Support;

namespace Bsp.Firmware.Tests.Images;

public sealed class GeneratedRootFilesTests
{
    [Fact]
    public void A_quote_in_a_name_stays_inside_its_quotes()
    {
        var target = ImageTarget.Of(SampleBoards.Make("sample_board", "sample", new Bsp.Model.GeneratedFile("system.conf", "[system]\n")));

        var generated = GeneratedRootFiles.Of(target, TestBuild.SettingsFor("/cache"), "PEM");

        Assert.Contains(
            "VARIANT='Sample'\\''s Board'\n",
            generated.Files.Single(file => file.Path == "/etc/os-release").Text, StringComparison.Ordinal);
        Assert.Contains(
            "HOSTNAME='sample-board'\n", generated.Files.Single(file => file.Path == "/usr/share/bsp/board.env").Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_artifact_that_is_not_there_is_named()
    {
        var failure = Assert.Throws<BuildFailedException>(() => ImageTarget.Of(SampleBoards.Make("sample")).Artifact("system.conf"));

        Assert.StartsWith("the board 'sample' has no artifact 'system.conf'", failure.Message, StringComparison.Ordinal);
    }
}
