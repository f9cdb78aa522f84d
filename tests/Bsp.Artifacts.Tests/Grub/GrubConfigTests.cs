using Bsp.Boards;
using Bsp.Boards.Families.Reference;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Grub;

public sealed class GrubConfigTests
{
    [Theory]
    [InlineData("grub.cfg", 1)]
    [InlineData("grub.cfg", 9)]
    [InlineData("slot.cfg", 3)]
    public void GRUBs_own_parser_accepts_the_scripts(string artifact, int tries)
    {
        using var scratch = new TempFolder();
        HostTool.Check("grub-script-check", [scratch.Write(artifact, Artifact(artifact, tries))]);
    }

    [Fact]
    public void Every_try_is_counted_up_to_the_last()
    {
        var text = Artifact("grub.cfg", tries: 2);

        Assert.Contains("-a \"$primary_TRY\" != \"2\" ]; then", text);
        Assert.Contains(
            "if [ \"$primary_TRY\" = \"0\" ]; then\n      set primary_TRY=1\n      set left=1\n"
            + "    elif [ \"$primary_TRY\" = \"1\" ]; then\n      set primary_TRY=2\n      set left=0\n    fi",
            text);
    }

    [Fact]
    public void GRUBs_tools_read_and_write_the_environment_block()
    {
        using var scratch = new TempFolder();
        var block = scratch.Write("grubenv", Artifact("grubenv", tries: 3));

        HostTool.Check("grub-editenv", [block, "set", "primary_TRY=1"]);

        var lines = HostTool.Check("grub-editenv", [block, "list"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["ORDER=primary secondary", "primary_OK=1", "primary_TRY=1", "secondary_OK=1", "secondary_TRY=0"],
            lines.Order(StringComparer.Ordinal));
    }

    private static string Artifact(string path, int tries)
    {
        var distribution = ReferenceDistribution.Reference with { Update = new UpdateScheme { Tries = tries } };
        return ArtifactPlanner.Plan(QemuX8664.Board, distribution).Single(file => file.Path == path).Text;
    }
}
