using Bsp.Infix.Tests.Reading.DeviceTrees;

namespace Bsp.Infix.Tests.Comparing;

/// <summary>Device trees in normal form.</summary>
internal static class DeviceTreeForm
{
    /// <summary>A blob → its includes from outside; and what is in files that no blob is made of.</summary>
    public static JsonObject Sources(DeviceTreeFolder folder)
    {
        var form = folder.Sources.DeepClone().AsObject();
        form["of no blob"] = folder.Unused.DeepClone();
        return form;
    }

    public static JsonObject Leds(JsonNode? leds) =>
        NormalForm.By(leds, led => led["node"]!.GetValue<string>(), led => NormalForm.Each(led, PropertyForm.Of));
}
