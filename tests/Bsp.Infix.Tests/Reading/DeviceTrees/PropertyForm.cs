using System.Globalization;

namespace Bsp.Infix.Tests.Reading.DeviceTrees;

/// <summary>A property's value in normal form: a list of parts, equal for equal bytes as far as the text says it.</summary>
internal static class PropertyForm
{
    public static JsonNode? Of(JsonNode? value)
    {
        if (value is not (JsonArray or JsonObject))
            return value?.DeepClone();
        var parts = new JsonArray();
        foreach (var part in (value as JsonArray ?? [value.DeepClone()]).Select(x => x!.AsObject()))
        {
            if (part["c"] is JsonArray cells)
                AddCells(parts, cells.SelectMany(cell => Cells(cell!.GetValue<string>())));
            else if ((part["s"] ?? Text(part["macro"])) is { } text)
                parts.Add(new JsonObject { ["s"] = DtsText.Normal(text.GetValue<string>()) });
            else
                parts.Add(part.DeepClone());
        }

        return parts;
    }

    /// <summary><c>&lt;1&gt;, &lt;2&gt;</c> and <c>&lt;1 2&gt;</c> are the same bytes.</summary>
    private static void AddCells(JsonArray parts, IEnumerable<string> cells)
    {
        if (parts.LastOrDefault()?["c"] is not JsonArray last)
            parts.Add(new JsonObject { ["c"] = last = [] });
        foreach (var cell in cells)
            last.Add(cell);
    }

    private static JsonNode? Text(JsonNode? macro) =>
        macro is not null && BindingConstants.Texts.TryGetValue(macro.GetValue<string>(), out var text) ? text : null;

    private static IEnumerable<string> Cells(string text) => BindingConstants.Cells.GetValueOrDefault(text, [text]).Select(Cell);

    private static string Cell(string text)
    {
        var isNumber = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        return isNumber ? number.ToString(CultureInfo.InvariantCulture) : text;
    }
}
