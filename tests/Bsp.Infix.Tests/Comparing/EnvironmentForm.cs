using Bsp.Infix.Tests.Reading.DeviceTrees;

namespace Bsp.Infix.Tests.Comparing;

/// <summary>U-Boot's environment in normal form: a medium → a variable → its text.</summary>
internal static class EnvironmentForm
{
    public static JsonObject Of(JsonNode? media) => NormalForm.Each(media, OfVariables);

    private static JsonObject OfVariables(JsonNode variables) => new(variables.AsObject().Select(variable => KeyValuePair.Create(
        variable.Key,
        variable.Key.StartsWith('@') ? NormalForm.Each(variable.Value, PropertyForm.Of) : OfText(variable.Value))));

    private static JsonNode? OfText(JsonNode? value) => value is JsonValue ? DtsText.Normal(value.GetValue<string>()) : value?.DeepClone();
}
