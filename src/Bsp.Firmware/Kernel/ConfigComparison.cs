using System.Globalization;

namespace Bsp.Firmware.Kernel;

/// <summary>A request that the final .config does not have.</summary>
/// <param name="Symbol">The symbol without its prefix.</param>
/// <param name="Requested">The value that was asked for.</param>
/// <param name="Final">The value that it has.</param>
public sealed record LostRequest(string Symbol, string Requested, string Final)
{
    /// <summary>The wording of the kernel's own merge_config.sh, on one line.</summary>
    public override string ToString() => $"Value requested for CONFIG_{Symbol} not in final .config: requested {Requested}, got {Final}";
}

/// <summary>Compares what was asked of Kconfig with what came out. Kconfig itself drops a request in silence when its dependencies are not met.</summary>
public static class ConfigComparison
{
    /// <summary>All requests that are not met, in the order of the request.</summary>
    public static IReadOnlyList<LostRequest> Unmet(DotConfig requested, DotConfig final) =>
    [
        .. requested.Symbols
            .Where(symbol => !Same(requested[symbol], final[symbol]))
            .Select(symbol => new LostRequest(symbol, requested[symbol], final[symbol])),
    ];

    // Kconfig keeps the spelling of a hexadecimal number: 0x0010 and 0x10 are one value.
    private static bool Same(string requested, string final) =>
        requested == final || (Hex(requested) is { } left && Hex(final) is { } right && left == right);

    private static ulong? Hex(string text) =>
        text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
