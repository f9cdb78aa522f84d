namespace Bsp.Infix.Tests.Comparing;

/// <summary>Forms in which what means the same is equal.</summary>
internal static class NormalForm
{
    /// <summary>A list whose order and repeats say nothing.</summary>
    public static JsonObject Set(JsonNode? list) =>
        new(
            (list?.AsArray() ?? []).Select(x => x!.ToString())
                .Distinct(StringComparer.Ordinal)
                .Select(x => KeyValuePair.Create(x, (JsonNode?)true)));

    /// <summary>A list of objects whose order says nothing, by what names each.</summary>
    public static JsonObject By(JsonNode? list, Func<JsonObject, string> name, Func<JsonObject, JsonNode?>? value = null)
    {
        var named = new JsonObject();
        foreach (var item in (list?.AsArray() ?? []).Select(x => x!.AsObject()))
        {
            var key = name(item);
            // What comes twice under one name is kept, too.
            while (named.ContainsKey(key))
                key += "'";
            named[key] = value is null ? item.DeepClone() : value(item);
        }

        return named;
    }

    /// <summary>An object with each member's value in a form of its own.</summary>
    public static JsonObject Each(JsonNode? members, Func<JsonNode, JsonNode?> form) =>
        new((members?.AsObject() ?? []).Select(x => KeyValuePair.Create(x.Key, x.Value is null ? null : form(x.Value))));

    /// <summary>A copy of an object with some members in another form.</summary>
    public static JsonObject With(JsonObject item, params ReadOnlySpan<(string Name, Func<JsonNode?, JsonNode?> Form)> forms)
    {
        var copy = item.DeepClone().AsObject();
        foreach (var (name, form) in forms)
        {
            if (item[name] is { } value)
                copy[name] = form(value);
        }

        return copy;
    }
}
