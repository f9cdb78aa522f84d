namespace Bsp.Model;

/// <summary>Buttons and switches on GPIO lines (Documentation/devicetree/bindings/input/gpio-keys.yaml).</summary>
/// <param name="Keys">The buttons.</param>
public sealed record GpioKeys(params Seq<GpioKey> Keys) : DtDevice
{
    /// <summary>The node's name below the root.</summary>
    public DtNodeName NodeName { get; init; } = "gpio-keys";

    /// <summary>The polling interval in milliseconds, for lines that cannot interrupt; null for those that can.</summary>
    public uint? PollMilliseconds { get; init; }

    /// <inheritdoc/>
    public override DtNode Node => new(
        "/" + NodeName,
        [
            new("compatible", PollMilliseconds is null ? "gpio-keys" : "gpio-keys-polled"),
            .. OneCell("poll-interval", PollMilliseconds),
        ])
    {
        Nodes = Seq<DtNode>.Of(Keys.Select(key => key.Node)),
    };
}

/// <summary>A button on a GPIO line.</summary>
/// <param name="Name">What userspace calls it, such as <c>reset</c>: <c>label</c>.</param>
/// <param name="Code">The event code that it sends, from the kernel's include/uapi/linux/input-event-codes.h.</param>
/// <param name="Gpio">The line.</param>
public sealed record GpioKey(PlainName Name, uint Code, Gpio Gpio) : DtDevice
{
    /// <summary>The node's name; null for <c>button-</c> and <see cref="Name"/> in lower case, as the binding requires.</summary>
    public DtNodeName? NodeName { get; init; }

    /// <summary>How long a contact bounces, in milliseconds; null for the driver's 5.</summary>
    public uint? DebounceMilliseconds { get; init; }

    /// <summary>Whether it wakes the board.</summary>
    public bool Wakes { get; init; }

    /// <inheritdoc/>
    public override DtNode Node => new(
        NodeName ?? "button-" + Name.Value.ToLowerInvariant(),
        [
            new("label", Name.Value),
            Cell("linux,code", Code),
            new("gpios", Gpio.Cells),
            .. OneCell("debounce-interval", DebounceMilliseconds),
            .. Flag("wakeup-source", Wakes),
        ]);
}

/// <summary>Codes that the buttons of boards send (the kernel's include/uapi/linux/input-event-codes.h).</summary>
public static class KeyCode
{
    /// <summary>KEY_POWER: switches the board off or on.</summary>
    public const uint Power = 116;

    /// <summary>KEY_SETUP.</summary>
    public const uint Setup = 141;

    /// <summary>KEY_CONFIG.</summary>
    public const uint Config = 171;

    /// <summary>BTN_0: a button without a predefined meaning.</summary>
    public const uint Button0 = 0x100;

    /// <summary>BTN_1.</summary>
    public const uint Button1 = 0x101;

    /// <summary>KEY_RESTART: what a reset button sends.</summary>
    public const uint Restart = 0x198;

    /// <summary>KEY_WPS_BUTTON.</summary>
    public const uint Wps = 0x211;
}
