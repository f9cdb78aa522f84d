namespace Bsp.Model;

/// <summary>The level at which a line is active (the kernel's include/dt-bindings/gpio/gpio.h).</summary>
public enum GpioLevel : uint
{
    /// <summary>High.</summary>
    ActiveHigh = 0,

    /// <summary>Low: a button to ground, an LED to the supply.</summary>
    ActiveLow = 1,
}

/// <summary>A line of a GPIO controller.</summary>
/// <param name="Controller">The controller's label.</param>
/// <param name="Level">The level at which the line is active.</param>
/// <param name="Line">
/// The number of the line; two, bank and pin, for controllers that number them so (<c>#gpio-cells = &lt;3&gt;</c>).
/// </param>
public sealed record Gpio(DtLabel Controller, GpioLevel Level, params Seq<uint> Line)
{
    private const uint OpenDrain = 6;

    /// <summary>The number of the line.</summary>
    /// <exception cref="ModelException">There is none.</exception>
    public Seq<uint> Line { get; init =>
        field = value.Count > 0 ? value : throw new ModelException($"the GPIO of '{Controller}' has no line number"); } = Line.Count > 0
        ? Line
        : throw new ModelException($"the GPIO of '{Controller}' has no line number");

    /// <summary>
    /// Whether the line is only ever driven low, and pulled high by something else (GPIO_OPEN_DRAIN of the same header).
    /// </summary>
    public bool IsOpenDrain { get; init; }

    /// <summary>A line that is active when it is high.</summary>
    public static Gpio High(DtLabel controller, params Seq<uint> line) => new(controller, GpioLevel.ActiveHigh, line);

    /// <summary>A line that is active when it is low.</summary>
    public static Gpio Low(DtLabel controller, params Seq<uint> line) => new(controller, GpioLevel.ActiveLow, line);

    /// <summary>The cells of a property: controller, line, flags.</summary>
    public DtCells Cells => new([Controller, .. Line.Select(number => (DtCell)number), (uint)Level | (IsOpenDrain ? OpenDrain : 0)]);
}
