using System.Text.RegularExpressions;

namespace Bsp.Infix.Tests.Reading.Packages;

/// <summary>Reads a board's <c>Config.in</c>, which makes it a package of Buildroot.</summary>
internal static partial class PackageReader
{
    public static void Read(InfixTree tree, string folder, JsonObject found)
    {
        if (tree.Read(folder + "/Config.in") is not { } text)
            return;
        var selects = Statement().Matches(Help().Replace(text, ""))
            .ToLookup(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim().Trim('"'));
        found["br2_package"] = selects["config"].Single();
        found["prompt"] = selects["bool"].SingleOrDefault();
        found["arch"] = selects["depends on"].SingleOrDefault()?.Replace("BR2_", "", StringComparison.Ordinal) is var name
            && name == "riscv"
            ? "riscv64"
            : name;
        found["selects"] = Json.Array(selects["select"]);
        found["selects_duplicate"] = Json.Array(
            selects["select"].GroupBy(x => x, StringComparer.Ordinal).Where(x => x.Count() > 1).Select(x => x.Key));
        found["firmware_packages"] = Json.Array(
            selects["select"].Where(x => x.StartsWith("BR2_PACKAGE_LINUX_FIRMWARE", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"^\s*(config|bool|depends on|select)\s+(.+)$", RegexOptions.Multiline)]
    private static partial Regex Statement();

    /// <summary>The help's lines are indented deeper than the word.</summary>
    [GeneratedRegex(@"^([ \t]*)help\n(\1[ \t]+[^\n]*\n|\s*\n)*", RegexOptions.Multiline)]
    private static partial Regex Help();
}
