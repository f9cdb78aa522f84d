using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bsp.Infix.Tests.Comparing;

/// <summary>Compares two boards in the shape of the reference data, field by field in normal form.</summary>
internal static class Comparison
{
    private const int MaximumTextLength = 160;

    /// <summary>
    /// Fields whose members are compared whatever they are called, where a board has one of them; the name is a value in each, too.
    /// </summary>
    private static readonly string[] NamedFreely = ["bootloaders", "image.disks"];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<Difference> Compare(string board, JsonObject infix, JsonObject bsp)
    {
        var (theirs, ours) = (Fields.WithoutWhatSaysNothing(infix), Fields.WithoutWhatSaysNothing(bsp));
        return [.. Fields.Compared.SelectMany(field => Differences(board, field.Key, field.Value(theirs), field.Value(ours)))];
    }

    public static IEnumerable<Difference> Differences(string board, string field, JsonNode? infix, JsonNode? bsp)
    {
        // Nothing, and a list of nothing, is the same.
        if (IsEmpty(infix) && IsEmpty(bsp))
            return [];
        if (infix is JsonObject theirs && bsp is JsonObject ours)
        {
            if (NamedFreely.Contains(field) && theirs.Count == 1 && ours.Count == 1)
                ours = new() { [theirs.Single().Key] = ours.Single().Value?.DeepClone() };
            return theirs.Select(x => x.Key).Union(ours.Select(x => x.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .SelectMany(name => Differences(board, $"{field}.{name}", theirs[name], ours[name]));
        }

        return JsonNode.DeepEquals(infix, bsp) ? [] : [new(board, field, Text(infix), Text(bsp))];
    }

    private static bool IsEmpty(JsonNode? node) => node switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonObject members => members.All(member => IsEmpty(member.Value)),
        _ => false,
    };

    private static string Text(JsonNode? node)
    {
        if (IsEmpty(node))
            return Difference.Nothing;
        var text = node!.ToJsonString(Plain);
        return text.Length <= MaximumTextLength ? text : $"{text[..MaximumTextLength]}… ({text.Length} characters)";
    }
}
