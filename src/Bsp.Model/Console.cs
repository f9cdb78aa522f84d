using System.Globalization;

namespace Bsp.Model;

/// <summary>The serial port that the bootloader, the kernel and the login use.</summary>
/// <param name="Device">The kernel's name for it, such as <c>ttyS2</c>.</param>
/// <param name="Baud">Bits per second.</param>
public sealed record Console(string Device, int Baud = 115_200)
{
    /// <summary>The kernel's name for the port, such as <c>ttyS2</c>.</summary>
    public string Device { get; init => field = TextRules.Word(value, "a console device", ""); } =
        TextRules.Word(Device, "a console device", "");

    /// <summary>Bits per second.</summary>
    public int Baud { get; init => field = CheckedBaud(value); } = CheckedBaud(Baud);

    /// <summary>The port's node in the device tree, as a path or an alias, such as <c>/pl011@9000000</c>.</summary>
    /// <remarks>It becomes <c>/chosen/stdout-path</c>; required where the board has a device tree (BSP5001).</remarks>
    public DtPath? Node { get; init; }

    /// <summary>
    /// Whether a screen and a keyboard can be connected; the screen then shows the kernel's messages and a login as well.
    /// </summary>
    public bool HasScreen { get; init; }

    /// <summary>The kernel's command-line argument (Documentation/admin-guide/serial-console.rst).</summary>
    public string KernelArgument => "console=" + Device + "," + Baud.ToString(CultureInfo.InvariantCulture) + "n8";

    private static int CheckedBaud(int baud) => baud is >= 300 and <= 12_000_000
        ? baud
        : throw new ModelException(
            $"{baud.ToString(CultureInfo.InvariantCulture)} baud is not a serial speed; write 300 to 12,000,000, such as 115_200");
}
