using System.Globalization;

namespace Bsp.Model;

/// <summary>LEDs on GPIO lines: <c>/leds</c> (Documentation/devicetree/bindings/leds/leds-gpio.yaml).</summary>
/// <param name="Leds">The LEDs.</param>
public sealed record GpioLeds(params Seq<GpioLed> Leds) : DtDevice
{
    /// <inheritdoc/>
    public override DtNode Node => new("/leds", new DtProperty("compatible", "gpio-leds"))
    {
        Nodes = Seq<DtNode>.Of(Leds.Select((led, i) => led.NodeAt(i))),
    };
}

/// <summary>An LED on a GPIO line.</summary>
/// <param name="Gpio">The line.</param>
public sealed record GpioLed(Gpio Gpio) : DtDevice
{
    /// <summary>The node's name; null for <c>led-0</c>, <c>led-1</c> and so on, by its index among the LEDs.</summary>
    public string? NodeName { get; init; }

    /// <summary>The colour; null where it is not known.</summary>
    public LedColor? Color { get; init; }

    /// <summary>
    /// What it shows, by a name of include/dt-bindings/leds/common.h such as <c>status</c>, <c>power</c>, <c>lan</c> or <c>wan</c>.
    /// </summary>
    public PlainName? Function { get; init; }

    /// <summary>The number that distinguishes LEDs with the same function and colour.</summary>
    public uint? Number { get; init; }

    /// <summary>Its state when the driver starts.</summary>
    public LedState? Default { get; init; }

    /// <summary>The kernel trigger that drives it initially, such as <c>heartbeat</c>.</summary>
    public string? Trigger { get; init => field = value is null ? null : TextRules.Word(value, "an LED's trigger", "-_:."); }

    /// <summary>Whether it blinks when the kernel panics.</summary>
    public bool ShowsPanic { get; init; }

    /// <summary>A label that other nodes can refer to.</summary>
    public DtLabel? Label { get; init; }

    /// <summary>The node, as that of the first LED.</summary>
    public override DtNode Node => NodeAt(0);

    internal DtNode NodeAt(int index) => new(
        NodeName ?? "led-" + index.ToString("x", CultureInfo.InvariantCulture),
        [
            new("gpios", Gpio.Cells),
            .. OneCell("color", (uint?)Color),
            .. OneText("function", Function),
            .. OneCell("function-enumerator", Number),
            .. OneText("default-state", Default?.ToString().ToLowerInvariant()),
            .. OneText("linux,default-trigger", Trigger),
            .. Flag("panic-indicator", ShowsPanic),
        ])
    {
        Label = Label,
    };
}

/// <summary>The colour of an LED (the kernel's include/dt-bindings/leds/common.h, LED_COLOR_ID_*).</summary>
public enum LedColor : uint
{
    /// <summary>White.</summary>
    White,

    /// <summary>Red.</summary>
    Red,

    /// <summary>Green.</summary>
    Green,

    /// <summary>Blue.</summary>
    Blue,

    /// <summary>Amber.</summary>
    Amber,

    /// <summary>Violet.</summary>
    Violet,

    /// <summary>Yellow.</summary>
    Yellow,

    /// <summary>Infrared.</summary>
    Infrared,
}

/// <summary>The state of an LED when its driver starts.</summary>
public enum LedState
{
    /// <summary>Dark.</summary>
    Off,

    /// <summary>Lit.</summary>
    On,

    /// <summary>As the bootloader has left it.</summary>
    Keep,
}
