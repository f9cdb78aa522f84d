namespace Bsp.Infix.Tests.Reading.DeviceTrees;

/// <summary>Puts paths in the place of the labels that a board's own sources give, whose names say nothing.</summary>
/// <param name="labels">A label → its node, by path or by another label and path.</param>
internal sealed class LabelResolution(IReadOnlyDictionary<string, string> labels)
{
    public JsonObject Resolve(JsonObject edits)
    {
        var resolved = new JsonObject();
        foreach (var (node, properties) in edits)
        {
            var path = Node(node);
            if (resolved[path] is not JsonObject target)
                resolved[path] = target = [];
            foreach (var (name, value) in properties!.AsObject())
                target[name] = Value(value);
        }

        return resolved;
    }

    /// <summary><c>&amp;sw1/ports</c> → <c>&amp;mdio/switch@2/ports</c>, where <c>sw1</c> is one of the labels.</summary>
    private string Node(string node)
    {
        // A label of a label's node, and so on; more steps than labels would go round in circles.
        for (var steps = 0; steps <= labels.Count && node is ['&', ..]; steps++)
        {
            var end = node.IndexOf('/') is >= 0 and var slash ? slash : node.Length;
            if (!labels.TryGetValue(node[1..end], out var target))
                break;
            node = target + node[end..];
        }

        return node;
    }

    private JsonNode? Value(JsonNode? value) => value switch
    {
        JsonArray list => Json.Array(list.Select(Value)),
        JsonObject part =>
            Json.Object(
                part.Select(member => (member.Key, member.Key is "c" or "ref" ? References(member.Value) : member.Value?.DeepClone()))),
        _ => value?.DeepClone(),
    };

    private JsonNode? References(JsonNode? value) => value switch
    {
        JsonArray list => Json.Array(list.Select(References)),
        JsonValue cell when cell.GetValue<string>() is ['&', '{', .. var path, '}'] => "&" + path,
        JsonValue cell when cell.GetValue<string>() is ['&', ..] reference =>
            Node(reference) is var node && node == reference ? reference : "&" + node,
        _ => value?.DeepClone(),
    };
}
