namespace Bsp.Infix.Tests.Support;

/// <summary>What was read off Infix: a JSON file for each board and each architecture.</summary>
internal static class ReferenceData
{
    /// <summary>The ids of the boards, in order.</summary>
    public static IReadOnlyList<string> Boards { get; } =
        [.. Names().Where(name => !name.StartsWith("arch-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The architectures, in order.</summary>
    public static IReadOnlyList<string> Architectures { get; } =
        [.. Names().Where(name => name.StartsWith("arch-", StringComparison.Ordinal))
            .Select(name => name["arch-".Length..])
            .Order(StringComparer.Ordinal)];

    public static JsonObject Board(string id) => Read(id);

    public static JsonObject Architecture(string name) => Read("arch-" + name);

    private static IEnumerable<string> Names() =>
        Directory.GetFiles(TestPaths.ReferenceData, "*.json").Select(file => Path.GetFileNameWithoutExtension(file));

    private static JsonObject Read(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(TestPaths.ReferenceData, name + ".json")))!.AsObject();
}
