namespace Bsp.Model;

/// <summary>Buttons and switches on GPIO lines: <c>/gpio-keys</c> (Documentation/devicetree/bindings/input/gpio-keys.yaml).</summary>
/// <param name="Keys">The buttons.</param>
public sealed record GpioKeys(params Seq<GpioKey> Keys) : DtDevice
{
    /// <summary>How often the lines are read, in milliseconds, where they cannot interrupt; null where they can.</summary>
    public uint? PollMilliseconds { get; init; }

    /// <inheritdoc/>
    public override DtNode Node => new(
        "/gpio-keys",
        [
            new("compatible", PollMilliseconds is null ? "gpio-keys" : "gpio-keys-polled"),
            .. OneCell("poll-interval", PollMilliseconds),
        ])
    {
        Nodes = Seq<DtNode>.Of(Keys.Select(key => key.Node)),
    };
}

/// <summary>A button on a GPIO line.</summary>
/// <param name="Name">What is printed on the case, such as <c>reset</c>; the node is <c>button-reset</c>.</param>
/// <param name="Code">What it sends: a code of the kernel's include/uapi/linux/input-event-codes.h.</param>
/// <param name="Gpio">The line.</param>
public sealed record GpioKey(string Name, uint Code, Gpio Gpio) : DtDevice
{
    /// <summary>What is printed on the case.</summary>
    public string Name { get; init => field = CheckedName(value); } = CheckedName(Name);

    /// <summary>What userspace calls it; null for <see cref="Name"/>.</summary>
    public string? Title { get; init; }

    /// <summary>How long a contact bounces, in milliseconds; null for the driver's 5.</summary>
    public uint? DebounceMilliseconds { get; init; }

    /// <summary>Whether it wakes the board.</summary>
    public bool Wakes { get; init; }

    /// <inheritdoc/>
    public override DtNode Node => new(
        "button-" + Name,
        [
            new("label", Title ?? Name),
            Cell("linux,code", Code),
            new("gpios", Gpio.Cells),
            .. OneCell("debounce-interval", DebounceMilliseconds),
            .. Flag("wakeup-source", Wakes),
        ]);

    // The binding's pattern for names of nodes.
    private static string CheckedName(string name) =>
        TextRules.Word(name, "a button's name", "-").Any(char.IsUpper)
            ? throw new ModelException($"a button's name '{name}' has an upper-case letter; its node cannot")
            : name;
}

/// <summary>Codes that the buttons of boards send (the kernel's include/uapi/linux/input-event-codes.h).</summary>
public static class KeyCode
{
    /// <summary>KEY_POWER: off, or on.</summary>
    public const uint Power = 116;

    /// <summary>KEY_SETUP.</summary>
    public const uint Setup = 141;

    /// <summary>KEY_CONFIG.</summary>
    public const uint Config = 171;

    /// <summary>BTN_0: a button without a meaning of its own.</summary>
    public const uint Button0 = 0x100;

    /// <summary>BTN_1.</summary>
    public const uint Button1 = 0x101;

    /// <summary>KEY_RESTART: what a reset button sends.</summary>
    public const uint Restart = 0x198;

    /// <summary>KEY_WPS_BUTTON.</summary>
    public const uint Wps = 0x211;
}
