using Bsp.Boards;
using Bsp.Boards.Families.Infix;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Infix;

/// <summary>What boards of Infix get in the cases that most of them do not have.</summary>
public sealed class BootloaderTests
{
    [Fact]
    public void An_overlay_has_the_variables_that_Infix_builds_in_and_the_boards_instead_of_them()
    {
        var overlay = File(RaspberryPi64.Board, "uboot/rpi64-env.dtso");
        Assert.Contains("ixboot = /incbin/(\"scripts/ixboot.sh\");", overlay, StringComparison.Ordinal);
        Assert.Contains("boot_targets = \"mmc0\";", overlay, StringComparison.Ordinal);
        Assert.DoesNotContain("virtio", overlay, StringComparison.Ordinal);
    }

    [Fact]
    public void Nodes_for_U_Boot_are_refused_where_the_firmware_passes_the_tree() => Assert.Contains("ControlNodes", Refused(
        RaspberryPi64.Board with
        {
            Infix = RaspberryPi64.Board.Infix! with { ControlNodes = [new("/keys", new DtProperty("compatible", "gpio-keys"))] },
        }),
        StringComparison.Ordinal);

    [Fact]
    public void A_board_without_a_package_uses_the_kernel_of_its_architecture()
    {
        var layers = KernelConfig.For(QemuX8664.Board, InfixOs.Infix).Layers.Select(layer => layer.Name);
        Assert.Equal(KernelConfig.LayersOf(InfixOs.Infix, QemuX8664.Board.Soc.Architecture).Select(layer => layer.Name), layers);
        Assert.DoesNotContain(
            ArtifactPlanner.Plan(QemuX8664.Board, InfixOs.Infix), file => file.Path.EndsWith("Config.in", StringComparison.Ordinal));
    }

    [Fact]
    public void What_only_a_package_can_bring_is_refused_without_one() => Assert.Contains("Files", Refused(
        QemuX8664.Board with { Infix = QemuX8664.Board.Infix! with { Files = [new SymbolicLink("boot/a.dtb", "b.dtb")] } }),
        StringComparison.Ordinal);

    [Fact]
    public void A_bootloader_other_than_U_Boot_has_a_defconfig_and_nothing_of_U_Boot()
    {
        var file = Assert.Single(
            ArtifactPlanner.Plan(QemuX8664.Board, InfixOs.Infix), file => file.Path.StartsWith("tree/", StringComparison.Ordinal));
        Assert.Equal("tree/configs/x86_64_qemu_boot_defconfig", file.Path);
        Assert.Contains("BR2_TARGET_GRUB2=y\n", file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("BR2_TARGET_UBOOT", file.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qemu-x86_64", false)]
    [InlineData("starfive-visionfive2", false)]
    [InlineData("friendlyarm-nanopi-r2s", true)]
    [InlineData("microchip-sama7g54-ek", true)]
    public void A_toolchain_is_selected_where_it_is_not_the_first_of_the_menu(string board, bool asked)
    {
        var defconfigs = BoardRegistry.All()
            .Single(x => x.Board.Id == board && x.Distribution == InfixOs.Infix).Files
            .Where(file => file.Path.StartsWith("tree/configs/", StringComparison.Ordinal));
        Assert.All(
            defconfigs, file => Assert.Equal(asked, file.Text.Contains("BR2_TOOLCHAIN_EXTERNAL_BOOTLIN=y\n", StringComparison.Ordinal)));
    }

    private static string File(Board board, string name) =>
        ArtifactPlanner.Plan(board, InfixOs.Infix).Single(file => file.Path.EndsWith("/" + name, StringComparison.Ordinal)).Text;

    private static string Refused(Board board) => Assert.Throws<ModelException>(() => ArtifactPlanner.Plan(board, InfixOs.Infix)).Message;
}
