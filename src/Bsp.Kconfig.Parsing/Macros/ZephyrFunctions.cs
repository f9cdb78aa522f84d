using System.Globalization;

namespace Bsp.Kconfig.Parsing.Macros;

/// <summary>
/// The functions that Zephyr adds to the language (scripts/kconfig/kconfigfunctions.py). Those that look at the devicetree say what
/// they say where there is none, as in Zephyr's own checks of its files.
/// </summary>
internal static class ZephyrFunctions
{
    private const string OfDeviceTree = "dt_";

    /// <summary>Calls a function.</summary>
    /// <returns>Its text; null when there is no such function.</returns>
    /// <exception cref="MacroException">An argument is no number.</exception>
    public static string? Call(string name, IReadOnlyList<string> arguments, MacroContext context)
    {
        if (name.StartsWith(OfDeviceTree, StringComparison.Ordinal))
        {
            context.NeedsDeviceTree(name);
            return WithoutDeviceTree(name);
        }

        switch (name)
        {
            case "normalize_upper" or "sanitize_upper" when arguments is [var text]:
                return string.Concat(text.Select(static character => char.IsAsciiLetterOrDigit(character) ? character : '_'))
                    .ToUpperInvariant();
            case "shields_list_contains" when arguments is [var shield]:
                return context.Environment("SHIELD_AS_LIST")?.Split(';').Contains(shield) == true ? "y" : "n";
            case "substring" when arguments.Count is 2 or 3:
                var whole = arguments[0];
                return Substring(whole, Number(arguments[1]), arguments.Count == 3 ? Number(arguments[2]) : whole.Length);
            default:
                var isHex = name.EndsWith("_hex", StringComparison.Ordinal);
                return Calculate(isHex ? name[..^"_hex".Length] : name, arguments) is not { } results ? null
                    : string.Join(',', results.Select(result => isHex ? Hex(result) : result.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static string WithoutDeviceTree(string name) => name switch
    {
        "dt_chosen_label" or "dt_nodelabel_path" or "dt_node_parent" or "dt_node_ph_prop_path" => "",
        _ when name.Contains("_reg_", StringComparison.Ordinal) || name.Contains("_partition_", StringComparison.Ordinal) =>
            name.EndsWith("_hex", StringComparison.Ordinal) ? "0x0" : "0",
        _ when name.EndsWith("_prop_int", StringComparison.Ordinal) || name.EndsWith("_prop_hex", StringComparison.Ordinal) => "0",
        _ => "n",
    };

    private static List<long>? Calculate(string name, IReadOnlyList<string> arguments)
    {
        Func<long, long, long>? operation = name switch
        {
            "add" => static (left, right) => left + right,
            "sub" => static (left, right) => left - right,
            "mul" => static (left, right) => left * right,
            "div" => static (left, right) => right == 0 ? throw new MacroException("division by zero") : left / right,
            "mod" => static (left, right) => right == 0 ? throw new MacroException("division by zero") : left % right,
            "max" => Math.Max,
            "min" => Math.Min,
            _ => null,
        };
        var step = name switch { "inc" => 1, "dec" => -1, _ => 0 };
        if ((operation is null && step == 0) || arguments.Count == 0)
            return null;
        // An argument may be a list, as inc and dec make.
        List<long> numbers = [.. arguments.SelectMany(argument => argument.Split(',')).Select(Number)];
        return operation is null ? numbers.ConvertAll(number => number + step) : [numbers.Aggregate(operation)];
    }

    private static long Number(string text)
    {
        var digits = text.Trim();
        var isHex = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return long.TryParse(
            isHex ? digits[2..] : digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new MacroException($"'{text}' is not a number");
    }

    private static string Hex(long number) =>
        (number < 0 ? "-" : "") + "0x" + Math.Abs(number).ToString("x", CultureInfo.InvariantCulture);

    // Positions below 0 count from the end.
    private static string Substring(string text, long start, long stop)
    {
        var (first, last) = (At(start), At(stop));
        return first < last ? text[first..last] : "";

        int At(long position) => (int)Math.Clamp(position < 0 ? position + text.Length : position, 0, text.Length);
    }
}
