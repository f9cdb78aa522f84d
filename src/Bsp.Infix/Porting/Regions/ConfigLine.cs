using System.Text.RegularExpressions;

namespace Bsp.Infix.Porting.Regions;

/// <summary>A line of a defconfig that gives a symbol a value.</summary>
internal static partial class ConfigLine
{
    /// <summary>The symbol that <c>NAME=value</c> or <c># NAME is not set</c> is about; null for any other line.</summary>
    public static string? Symbol(string line) => Form.Match(line) is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex("^(?:(?<name>[A-Za-z0-9_]+)=.*|# (?<name>[A-Za-z0-9_]+) is not set)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Form { get; }
}
