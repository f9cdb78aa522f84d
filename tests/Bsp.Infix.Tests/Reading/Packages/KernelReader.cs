using System.Text.RegularExpressions;

namespace Bsp.Infix.Tests.Reading.Packages;

/// <summary>Reads the changes to the kernel's configuration in a board's <c>.mk</c> file, with Buildroot's meaning.</summary>
internal static partial class KernelReader
{
    /// <param name="architecture">What the architecture's linux_defconfig has, which all its boards share: a symbol → its value.</param>
    public static void Read(InfixTree tree, string folder, JsonObject architecture, JsonObject found)
    {
        var text = tree.Read($"{folder}/{Path.GetFileName(folder)}.mk") ?? "";
        var fixups = Call().Matches(text).Select(match => (
            Operation: match.Groups["op"].Value.ToLowerInvariant(),
            Symbol: match.Groups["symbol"].Value,
            Value: match.Groups["op"].Value switch { "ENABLE" => "y", "DISABLE" => "n", _ => match.Groups["value"].Value })).ToList();

        var effective = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (operation, symbol, value) in fixups)
            effective[symbol] = Apply(operation, value, effective.GetValueOrDefault(symbol, Before(symbol)));

        found["kernel_fixups"] = Json.Array(
            fixups.Select(x => (JsonNode?)new JsonObject { ["op"] = x.Operation, ["symbol"] = x.Symbol, ["value"] = x.Value }));
        found["kernel_fixup_symbols"] = Json.Object(
            fixups.GroupBy(x => x.Symbol, StringComparer.Ordinal).Select(x => (x.Key, (JsonNode?)x.Last().Value)));
        found["kernel_fixups_repeated"] = Json.Array(
            fixups.GroupBy(x => x.Symbol, StringComparer.Ordinal).Where(x => x.Count() > 1).Select(x => x.Key));
        found["kernel_fixups_redundant_vs_arch"] = Json.Array(effective.Where(x => x.Value == Before(x.Key)).Select(x => x.Key));
        found["kernel_effective_delta"] = Json.Object(effective.Where(x => x.Value != Before(x.Key))
            .Select(x => (x.Key, (JsonNode?)new JsonObject { ["arch"] = Before(x.Key), ["effective"] = x.Value })));

        string Before(string symbol) => architecture[symbol]?.ToString() ?? "unset";
    }

    /// <summary>Buildroot's <c>KCONFIG_ENABLE_OPT</c> keeps a module; the others replace what is there.</summary>
    private static string Apply(string operation, string value, string before) =>
        operation == "enable" && before == "m" ? "m" : value;

    [GeneratedRegex(
        @"^[ \t]*\$\(call KCONFIG_(?<op>ENABLE|SET|DISABLE)_OPT,\s*(?<symbol>\w+)\s*(,\s*(?<value>[^)\s]*))?\s*\)", RegexOptions.Multiline)]
    private static partial Regex Call();
}
