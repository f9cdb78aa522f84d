namespace Bsp.Infix.Tests.Reading.DeviceTrees;

/// <summary>What Infix's sources use of the kernel's headers in include/dt-bindings, and the numbers that they mean.</summary>
internal static class BindingConstants
{
    /// <summary>A name, or a macro's call without blanks → the cells that it means.</summary>
    public static IReadOnlyDictionary<string, string[]> Cells { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        // gpio/gpio.h
        ["GPIO_ACTIVE_HIGH"] = ["0"],
        ["GPIO_ACTIVE_LOW"] = ["1"],
        ["(GPIO_ACTIVE_HIGH)"] = ["0"],
        ["(GPIO_ACTIVE_HIGH|GPIO_OPEN_DRAIN)"] = ["6"],
        ["(GPIO_ACTIVE_LOW|GPIO_OPEN_DRAIN)"] = ["7"],
        // interrupt-controller/irq.h
        ["IRQ_TYPE_LEVEL_LOW"] = ["8"],
        ["(IRQ_TYPE_LEVEL_LOW)"] = ["8"],
        // leds/common.h
        ["LED_COLOR_ID_YELLOW"] = ["6"],
        ["LED_COLOR_ID_RED"] = ["1"],
        ["LED_COLOR_ID_GREEN"] = ["2"],
        // input/linux-event-codes.h
        ["KEY_POWER"] = ["116"],
        ["KEY_RESTART"] = ["0x198"],
        // clock/mt7986-clk.h
        ["CLK_TOP_PCIE_PHY_SEL"] = ["52"],
        // arch/arm64/boot/dts/freescale/imx8mp-pinfunc.h
        ["MX8MP_IOMUXC_SAI1_TXD7__GPIO4_IO19"] = ["0x194", "0x3f4", "0", "5", "0"],
        ["MX8MP_IOMUXC_SAI1_MCLK__GPIO4_IO20"] = ["0x198", "0x3f8", "0", "5", "0"],
        // usb/pd.h: type, flags, and voltages and current in units of 50 mV and 10 mA
        ["PDO_FIXED(5000,3000,PDO_FIXED_USB_COMM)"] = ["0x0401912c"],
        ["PDO_VAR(5000,20000,3000)"] = ["0x9901912c"],
    };

    /// <summary>A name → the text that it means (leds/common.h).</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["LED_FUNCTION_BOOT"] = "boot",
        ["LED_FUNCTION_FAULT"] = "fault",
        ["LED_FUNCTION_LAN"] = "lan",
        ["LED_FUNCTION_STATUS"] = "status",
    };
}
