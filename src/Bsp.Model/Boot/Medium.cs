namespace Bsp.Model;

/// <summary>What a board boots from, with the bootloader that is built for it.</summary>
/// <param name="Name">The name: <c>sdcard</c>, <c>emmc</c>, <c>spi-nor</c>.</param>
public sealed record Medium(MediumName Name)
{
    /// <summary>An SD card.</summary>
    public const string SdCard = "sdcard";

    /// <summary>A soldered flash chip that is accessed like an SD card.</summary>
    public const string Emmc = "emmc";

    /// <summary>Serial flash with the bootloader; the system is on another disk.</summary>
    public const string SpiNor = "spi-nor";

    /// <summary>
    /// The disk with the system as U-Boot's commands name it, interface and number: <c>virtio 0</c>, <c>mmc 1</c>. Null where
    /// another bootloader finds it, or U-Boot searches for it.
    /// </summary>
    public string? Device { get; init => field = value is null ? null : CheckedDevice(value); }

    /// <summary>The bootloader; null where the vendor's is kept.</summary>
    public BootChain? Boot { get; init; }

    /// <summary>How Infix builds the bootloader; null where it builds none for this medium.</summary>
    public InfixBootloader? Infix { get; init; }

    /// <summary>Whether an image for a whole disk can be written to the medium, with the bootloader in it.</summary>
    public bool IsDisk => Name.Value is SdCard or Emmc;

    private static string CheckedDevice(string device) =>
        TextRules.Word(device, "a boot device", " :.").Split(' ') is [{ Length: > 0 }, { Length: > 0 }]
            ? device
            : throw new ModelException(
                $"the boot device '{device}' is not an interface and a number; write them as U-Boot does, such as \"mmc 1\"");
}
