using Bsp.Infix.Tests.Reading.DeviceTrees;

namespace Bsp.Infix.Tests.Comparing;

/// <summary>Device trees in normal form.</summary>
internal static class DeviceTreeForm
{
    /// <summary>A blob → a node → a property → its value; the order of macros called in a node says nothing.</summary>
    public static JsonObject Edits(DeviceTreeFolder folder) =>
        NormalForm.Each(folder.Edits, blob => NormalForm.Each(blob, node => NormalForm.With(node.AsObject(), ("@macros", OfMacros))));

    /// <summary>A blob → its includes from outside and its macros; and what is in files that no blob is made of.</summary>
    public static JsonObject Sources(DeviceTreeFolder folder)
    {
        var form = folder.Sources.DeepClone().AsObject();
        form["of no blob"] = folder.Unused.DeepClone();
        return form;
    }

    public static JsonObject Leds(JsonNode? leds) =>
        NormalForm.By(leds, led => led["node"]!.GetValue<string>(), led => NormalForm.Each(led, PropertyForm.Of));

    private static JsonObject OfMacros(JsonNode? calls) => NormalForm.By(calls, call => $"{call["macro"]}{call["args"]}", call => call["labels"]?.DeepClone() ?? true);
}
