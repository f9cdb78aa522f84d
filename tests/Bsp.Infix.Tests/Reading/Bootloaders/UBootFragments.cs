using Bsp.Infix.Tests.Support;

namespace Bsp.Infix.Tests.Reading.Bootloaders;

/// <summary>Merges fragments of U-Boot's configuration in their order.</summary>
internal static class UBootFragments
{
    /// <summary>The fragment that all boards of Infix share; it is not among a board's own files.</summary>
    private const string Common = "board/common/uboot/extras.config";

    public static void Read(InfixTree tree, IReadOnlyList<string> paths, JsonObject uboot)
    {
        var merged = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var overrides = new JsonArray();
        foreach (var path in paths)
        {
            var symbols = tree.Read(path) is { } text ? Defconfig.Read(text) : path == Common ? CommonSymbols() : null;
            if (symbols is null)
                overrides.Add(new JsonObject { ["missing_fragment"] = path });
            foreach (var (symbol, value) in symbols ?? [])
            {
                if (merged.TryGetValue(symbol, out var before) && !JsonNode.DeepEquals(before, value))
                {
                    overrides.Add(
                        new JsonObject { ["symbol"] = symbol, ["in"] = path, ["was"] = before.DeepClone(), ["now"] = value.DeepClone() });
                }

                merged[symbol] = value;
            }
        }

        uboot["fragments"] = Json.Array(paths);
        uboot["fragment_symbols"] = Json.Object(merged.Select(x => (x.Key, (JsonNode?)x.Value.DeepClone())));
        uboot["fragment_overrides"] = overrides;
        uboot["non_uboot_symbols_in_fragment"] = Json.Array(
            merged.Keys.Where(symbol => !symbol.StartsWith("CONFIG_", StringComparison.Ordinal)));
    }

    /// <summary>What it says is known from a bootloader that has no other fragment.</summary>
    private static Dictionary<string, JsonNode> CommonSymbols() => ReferenceData.Boards
        .SelectMany(board => ReferenceData.Board(board)["bootloaders"]!.AsArray())
        .Select(bootloader => bootloader!["uboot"])
        .First(uboot => uboot?["fragments"] is JsonArray { Count: 1 } fragments && fragments[0]!.GetValue<string>() == Common)![
            "fragment_symbols"]!
        .AsObject().ToDictionary(x => x.Key, x => x.Value!.DeepClone(), StringComparer.Ordinal);
}
