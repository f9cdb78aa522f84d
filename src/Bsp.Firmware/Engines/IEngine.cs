using Bsp.Model;

namespace Bsp.Firmware.Engines;

/// <summary>A way to make firmware from a board's artifacts.</summary>
public interface IEngine
{
    /// <summary>The steps that make a board's firmware. Boards of one engine share steps that are the same.</summary>
    FirmwareSteps StepsFor(GeneratedBoard target);
}
