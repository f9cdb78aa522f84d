using Bsp.Model;

namespace Bsp.Infix.Tests.Porting;

/// <summary>Ports whose files name what is not there.</summary>
public sealed class PortReferenceTests : IDisposable
{
    private const string Defconfig = "tree/configs/nova_boot_defconfig";

    private readonly InfixSkeleton _infix = new();

    [Theory]
    [InlineData("board/common/uboot/extras.config")]
    [InlineData("board/aarch64/vendor-old/uboot/extras.config")]
    [InlineData("board/../../etc/passwd")]
    [InlineData("patches/linux/6.18.43/0001-gone.patch")]
    public async Task A_fragment_that_is_not_there_stops_a_port(string path) => Assert.Contains(
        $"'configs/nova_boot_defconfig' names '{path}', which is neither in the checkout nor ported; correct board 'vendor-nova', "
        + "or add it to the checkout first",
        await _infix.FailAsync(Naming(path)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("board/aarch64/vendor-alpha/Config.in")]
    [InlineData("board/aarch64/vendor-alpha")]
    [InlineData("board/aarch64/vendor-nova/uboot/extras.config")]
    [InlineData("board/aarch64/vendor-nova/uboot")]
    public async Task What_is_in_the_checkout_or_ported_with_the_board_may_be_named(string path)
    {
        await _infix.PortAsync(Naming(path));
        Assert.Contains(path, _infix.Read("configs/nova_boot_defconfig"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_patch_that_a_board_names_or_brings_is_one_of_the_kernel_that_Infix_builds()
    {
        const string folder = "patches/linux/6.18.43/";
        _infix.Keep("vendor-nova/fan.patch", "--- a\n+++ b\n");
        var board = InfixBoards.Of(
            "vendor-nova",
            ("tree/board/aarch64/vendor-nova/vendor-nova.mk",
                $"# the LEDs: $(BR2_EXTERNAL_INFIX_PATH)/{folder}0001-leds.patch\n# the fan: "
                + $"$(BR2_EXTERNAL_INFIX_PATH)/{folder}0900-fan.patch\n"),
            ($"kept/{folder}0900-fan.patch", "fan.patch\n"));
        _infix.Write("patches/linux/6.18.44/0001-leds.patch", "");
        _infix.Commit();
        Assert.Equal(
            [
                $"'board/aarch64/vendor-nova/vendor-nova.mk' names '{folder}0001-leds.patch', "
                + "which is neither in the checkout nor ported; correct board 'vendor-nova', or add it to the checkout first",
                $"'{folder}0900-fan.patch' of board 'vendor-nova' would be the only patch in its folder, "
                + "and Buildroot takes those of the version that it builds; if Infix has moved to another, "
                + "bring the distribution's KernelVersion up to date",
            ],
            (await _infix.PlanAsync(board)).Obstacles);

        _infix.Write(folder + "0001-leds.patch", "");
        _infix.Commit();
        await _infix.PortAsync(board);
        Assert.Equal("--- a\n+++ b\n", _infix.Read(folder + "0900-fan.patch"));
    }

    [Fact]
    public async Task A_fragment_of_a_board_that_this_port_removes_is_not_there()
    {
        await _infix.PortAsync(InfixBoards.Of("vendor-old", ("tree/board/aarch64/vendor-old/uboot/extras.config", "CONFIG_FIT=y\n")));
        _infix.Commit();
        var plan = await _infix.PlanAsync(Naming("board/aarch64/vendor-old/uboot/extras.config"));
        Assert.Contains(plan.Obstacles, x => x.Contains("vendor-old/uboot/extras.config", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Symbols_that_nobody_defines_stop_a_port_where_Buildroot_is_there_to_tell()
    {
        var board = InfixBoards.Of(
            "vendor-nova",
            ("tree/board/aarch64/vendor-nova/Config.in", InfixSkeleton.Package("VENDOR_NOVA")
                + "\tselect BR2_PACKAGE_FEATURE_RADIO\n\tselect BR2_PACKAGE_LED_TOOL\n\tselect SDCARD_AUX\n\tselect BR2_PACKAGE_GONE\n"),
            (Defconfig, "BR2_aarch64=y\nBR2_PACKAGE_VENDOR_NOVA=y\n# BR2_PACKAGE_OLD is not set\nIX_NAME=\"nova\"\n"),
            ("regions/board/aarch64/Config.in", InfixSkeleton.Source("vendor-nova")));
        Assert.Empty((await _infix.PlanAsync(board)).Obstacles);

        _infix.Write("buildroot/Config.in", "config BR2_aarch64\n\tbool\n");
        _infix.Write("buildroot/package/led-tool/Config.in", "config BR2_PACKAGE_LED_TOOL\n\tbool \"led-tool\"\n");
        _infix.Write("buildroot/Config.in.legacy", "config BR2_PACKAGE_OLD\n\tbool \"old\"\n");
        Assert.Equal(
            [
                "'board/aarch64/vendor-nova/Config.in' names the symbol SDCARD_AUX, which neither Infix nor its Buildroot defines; "
                + "correct board 'vendor-nova'",
                "'board/aarch64/vendor-nova/Config.in' names the symbol BR2_PACKAGE_GONE, which neither Infix nor its Buildroot defines; "
                + "correct board 'vendor-nova'",
                "'configs/nova_boot_defconfig' names the symbol BR2_PACKAGE_OLD, which neither Infix nor its Buildroot defines; "
                + "correct board 'vendor-nova'",
            ],
            (await _infix.PlanAsync(board)).Obstacles);
    }

    public void Dispose() => _infix.Dispose();

    private static GeneratedBoard Naming(string path) => InfixBoards.Of(
        "vendor-nova",
        (Defconfig, $"BR2_TARGET_UBOOT_CONFIG_FRAGMENT_FILES=\"$(BR2_EXTERNAL_INFIX_PATH)/{path}\"\n"),
        ("tree/board/aarch64/vendor-nova/uboot/extras.config", "CONFIG_FIT=y\n"));
}
