namespace Bsp.DeviceTrees;

/// <summary>Properties that count something: people write them in tens, and no cell of theirs is a phandle.</summary>
public static class Quantities
{
    // dt-schema, schemas/property-units.yaml, and what common bindings end with besides.
    private static readonly string[] s_suffixes =
    [
        "-bits", "-bps", "-kBps", "-percent", "-bp", "-db", "-mhz", "-hz", "-sec", "-ms", "-us", "-ns", "-ps", "-mm",
        "-cells", "-frequency",
        "-microamp", "-microamp-hours", "-ohms", "-micro-ohms", "-microwatt-hours", "-microvolt", "-mV", "-picofarads", "-femtofarads",
        "-celsius", "-millicelsius",
        "-kpascal", "-speed", "-width", "-lanes", "-id", "-size", "-delay", "-interval",
    ];

    /// <summary>Whether a property is one of them.</summary>
    public static bool Includes(string property) =>
        property is ['#', ..] || s_suffixes.Any(suffix => property.EndsWith(suffix, StringComparison.Ordinal));
}
