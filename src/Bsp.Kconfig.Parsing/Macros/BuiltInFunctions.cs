using System.Globalization;

namespace Bsp.Kconfig.Parsing.Macros;

/// <summary>
/// The functions that the language has itself (function_table in scripts/kconfig/preprocess.c); the others are written in it.
/// </summary>
internal static class BuiltInFunctions
{
    /// <summary>Calls a function.</summary>
    /// <returns>Its text; null when there is no such function.</returns>
    /// <exception cref="MacroException">There are too few or too many arguments.</exception>
    /// <exception cref="StopException">It is <c>error-if</c>, and its condition holds.</exception>
    public static string? Call(string name, IReadOnlyList<string> arguments, MacroContext context)
    {
        var count = name switch
        {
            "error-if" or "warning-if" => 2,
            "info" or "shell" => 1,
            "filename" or "lineno" => 0,
            _ => -1,
        };
        if (count < 0)
            return null;
        if (arguments.Count < count)
            throw new MacroException($"too few function arguments passed to '{name}'");
        if (arguments.Count > count)
            throw new MacroException($"too many function arguments passed to '{name}'");
        switch (name)
        {
            case "filename":
                return context.FileName;
            case "lineno":
                return context.Line.ToString(CultureInfo.InvariantCulture);
            case "shell":
                return context.Shell(arguments[0]);
            case "info":
                context.Output.Append(arguments[0]).Append('\n');
                return "";
            case "warning-if":
                if (arguments[0] == "y")
                    context.Warn(arguments[1]);
                return "";
            default:
                return arguments[0] == "y" ? throw new StopException(arguments[1]) : "";
        }
    }
}
