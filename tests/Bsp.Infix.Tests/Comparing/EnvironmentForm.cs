using System.Text.RegularExpressions;
using Bsp.Infix.Tests.Reading.DeviceTrees;

namespace Bsp.Infix.Tests.Comparing;

/// <summary>U-Boot's environment in normal form: a medium → a variable → its text.</summary>
internal static partial class EnvironmentForm
{
    public static JsonObject Of(JsonNode? media) => NormalForm.Each(media, OfVariables);

    private static JsonObject OfVariables(JsonNode variables) => new(variables.AsObject().Select(variable => KeyValuePair.Create(
        variable.Key,
        variable.Key.StartsWith('@') ? NormalForm.Each(variable.Value, PropertyForm.Of) : OfText(variable.Value))));

    private static JsonNode? OfText(JsonNode? value) =>
        value is JsonValue ? OfNumber(DtsText.Normal(value.GetValue<string>())) : value?.DeepClone();

    // U-Boot reads an address with digits of either case.
    private static string OfNumber(string text) => Address().IsMatch(text) ? text.ToLowerInvariant() : text;

    [GeneratedRegex("^0x[0-9A-Fa-f]+$")]
    private static partial Regex Address();
}
