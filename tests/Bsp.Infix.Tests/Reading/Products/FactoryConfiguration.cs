namespace Bsp.Infix.Tests.Reading.Products;

/// <summary>Reads a factory configuration, which is YANG data in JSON (RFC 7951).</summary>
internal static class FactoryConfiguration
{
    public static JsonObject Read(string text)
    {
        var data = JsonNode.Parse(text)!.AsObject();
        return new()
        {
            ["modules"] = Json.Array(data.Select(x => x.Key).Order(StringComparer.Ordinal)),
            ["meta"] = data["infix-meta:meta"]?.DeepClone(),
            ["hostname"] = data["ietf-system:system"]?["hostname"]?.DeepClone(),
            ["hardware"] = Json.Array((data["ietf-hardware:hardware"]?["component"]?.AsArray() ?? []).Select(x => x!["name"]?.DeepClone())),
            ["interfaces"] = Json.Array((data["ietf-interfaces:interfaces"]?["interface"]?.AsArray() ?? []).Select(x => ReadInterface(x!))),
        };
    }

    private static JsonObject ReadInterface(JsonNode item)
    {
        var read = new JsonObject { ["name"] = item["name"]!.DeepClone(), ["type"] = item["type"]!.GetValue<string>().Split(':')[^1] };
        if (item["infix-interfaces:bridge-port"]?["bridge"] is { } bridge)
            read["bridge"] = bridge.DeepClone();
        return read;
    }
}
