using Bsp.Boards;
using Bsp.Boards.Families.Infix;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Infix;

public sealed class RegistrationsTests
{
    [Fact]
    public void A_board_with_two_media_is_built_and_released_for_both()
    {
        Assert.Equal("- bpi_r3_sd_boot\n- bpi_r3_emmc_boot\n", Region(BananaPiR3.Board, ".github/workflows/build-boot.yml"));
        Assert.Equal("- bananapi-bpi-r3\n", Region(BananaPiR3.Board, ".github/workflows/build-image.yml#choices"));
        Assert.Equal(
            "bananapi-bpi-r3)\n  arch=aarch64\n  targets=\"sdcard emmc\"\n  bootloader_sdcard=bpi-r3-sd-boot\n"
            + "  bootloader_emmc=bpi-r3-emmc-boot\n  ;;\n",
            Region(BananaPiR3.Board, ".github/workflows/build-image.yml#case"));
        Assert.Equal(
            "bananapi-bpi-r3)\n    if [ \"$target\" = \"emmc\" ]; then\n        echo \"bpi_r3_emmc_boot\"\n    else\n"
            + "        echo \"bpi_r3_sd_boot\"\n    fi\n    ;;\n",
            Region(BananaPiR3.Board, "utils/mkimage.sh"));
    }

    [Fact]
    public void A_board_with_one_medium_needs_no_choice() =>
        Assert.Equal("friendlyarm-nanopi-r2s)\n    echo \"nanopi_r2s_boot\"\n    ;;\n", Region(NanoPiR2S.Board, "utils/mkimage.sh"));

    [Fact]
    public void A_board_without_a_disk_has_a_bootloader_and_no_image()
    {
        Assert.Equal("- cn9130_crb_boot\n", Region(Cn9130Crb.Board, ".github/workflows/build-boot.yml"));
        Assert.Null(Region(Cn9130Crb.Board, ".github/workflows/build-image.yml#case"));
        Assert.Null(Region(Cn9130Crb.Board, "utils/mkimage.sh"));
    }

    [Fact]
    public void A_board_that_keeps_its_vendors_bootloader_is_in_none_of_the_lists()
    {
        Assert.Null(Region(EspressoBin.Board, ".github/workflows/build-boot.yml"));
        Assert.Null(Region(EspressoBin.Board, "utils/mkimage.sh"));
    }

    [Fact]
    public void A_board_is_in_the_whole_and_in_the_minimal_system_where_there_is_one()
    {
        Assert.Equal("BR2_PACKAGE_ALDER_ALDER=y\n", Region(Alder.Board, "configs/aarch64_defconfig"));
        Assert.Equal("BR2_PACKAGE_ALDER_ALDER=y\n", Region(Alder.Board, "configs/aarch64_minimal_defconfig"));
        Assert.NotNull(Region(VisionFive2.Board, "configs/riscv64_defconfig"));
        Assert.Null(Region(VisionFive2.Board, "configs/riscv64_minimal_defconfig"));
    }

    private static string? Region(Board board, string location) =>
        ArtifactPlanner.Plan(board, InfixOs.Infix).SingleOrDefault(file => file.Path == "regions/" + location)?.Text;
}
