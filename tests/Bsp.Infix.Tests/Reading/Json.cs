namespace Bsp.Infix.Tests.Reading;

/// <summary>Makes JSON from sequences.</summary>
internal static class Json
{
    public static JsonArray Array(IEnumerable<string> items) => [.. items.Select(item => (JsonNode?)item)];

    public static JsonArray Array(IEnumerable<JsonNode?> items) => [.. items];

    public static JsonObject Object(IEnumerable<(string Name, JsonNode? Value)> members) =>
        new(members.Select(member => KeyValuePair.Create(member.Name, member.Value)));
}
