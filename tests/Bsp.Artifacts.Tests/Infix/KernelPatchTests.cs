using Bsp.Boards;
using Bsp.Boards.Families.Infix;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Infix;

public sealed class KernelPatchTests
{
    private const string Folder = "patches/linux/6.18.43/";

    private static readonly KernelPatch s_layout = new("0010-nvmem-onie.patch", "the MAC addresses | of #1 in $VPD");

    private static readonly KernelPatch s_own = new("0900-acme.patch", "the fan") { Source = "fan.patch" };

    [Fact]
    public void A_patch_is_named_for_Port_and_in_the_readme()
    {
        var files = Plan(s_layout, s_own);
        Assert.StartsWith(
            "# Patches of the kernel that the board depends on\n"
            + "# the MAC addresses | of #1 in $VPD: $(BR2_EXTERNAL_INFIX_PATH)/" + Folder + "0010-nvmem-onie.patch\n"
            + "# the fan: $(BR2_EXTERNAL_INFIX_PATH)/" + Folder + "0900-acme.patch\n\n",
            files.Single(file => file.Path.EndsWith(".mk", StringComparison.Ordinal)).Text,
            StringComparison.Ordinal);
        Assert.Contains(
            "\n| `" + Folder + "0010-nvmem-onie.patch` | the MAC addresses \\| of #1 in $VPD |\n| `" + Folder
                + "0900-acme.patch` | the fan |\n",
            files.Single(
                file => file.Path.StartsWith("tree/", StringComparison.Ordinal)
                    && file.Path.EndsWith("README.md", StringComparison.Ordinal)).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Only_patches_that_the_board_keeps_are_copied() =>
        Assert.Equal(
            new("kept/" + Folder + "0900-acme.patch", "fan.patch\n"),
            Assert.Single(Plan(s_layout, s_own), file => file.Path.Contains("/" + Folder, StringComparison.Ordinal)));

    [Fact]
    public void A_board_without_patches_does_not_mention_them() =>
        Assert.DoesNotContain(
            Plan(),
            file => file.Text.Contains("patches/linux", StringComparison.Ordinal)
                || file.Text.Contains("## Patches", StringComparison.Ordinal));

    [Theory]
    [InlineData("0010-x.diff", "x", "must end in .patch")]
    [InlineData("../x.patch", "x", "has the character '/'")]
    [InlineData("a\nb.patch", "x", "a file name")]
    [InlineData("$(X).patch", "x", "has the character '$'")]
    [InlineData("x.patch", "one\ntwo", "write it on one line")]
    public void What_is_not_a_patch_is_refused(string file, string reason, string message) =>
        Assert.Contains(message, Assert.Throws<ModelException>(() => new KernelPatch(file, reason)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_kernel_without_a_version_is_refused_for_patches_lie_in_a_folder_of_that_name() =>
        Assert.Contains(
            "begin with a digit", Assert.Throws<ModelException>(() => InfixOs.Infix with { KernelVersion = "mainline" }).Message,
            StringComparison.Ordinal);

    private static Seq<GeneratedFile> Plan(params Seq<KernelPatch> patches) => ArtifactPlanner.Plan(Board(patches), InfixOs.Infix);

    private static Board Board(
        params Seq<KernelPatch> patches) => NanoPiR2S.Board with { Infix = NanoPiR2S.Board.Infix! with { KernelPatches = patches } };
}
