using System.Text.RegularExpressions;

namespace Bsp.Infix.Tests.Reading.DeviceTrees;

/// <summary>Reads a board's <c>dts/</c> folder.</summary>
internal static partial class DeviceTreeReader
{
    /// <param name="folder">The board's folder.</param>
    /// <param name="expected">The reference data: what a board inherits from the kernel's trees is known from there.</param>
    /// <param name="found">Gets the fields.</param>
    public static void Read(InfixTree tree, string folder, JsonObject expected, JsonObject found)
    {
        var dts = folder + "/dts/";
        var files = DtsFile.Read(tree.Files(dts).Where(path => Path.GetExtension(path) is ".dts" or ".dtsi" or ".dtso" or ".h")
            .ToDictionary(path => path, path => tree.Read(dts + path)!, StringComparer.Ordinal));

        found["dtbs"] = Json.Array(
            Dtb().Matches((tree.Read(dts + "Makefile") ?? "").Replace("\\\n", " ", StringComparison.Ordinal))
                .SelectMany(match => match.Groups[1].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        found["dt_overrides"] = Json.Object(files.Select(x => (x.Key, (JsonNode?)x.Value.Edits)));
        found["dt_sources"] = Json.Object(
            files.Select(x => (x.Key, (JsonNode?)new JsonObject { ["includes"] = Json.Array(x.Value.Includes) })));
        found["base_upstream_dts"] = Json.Object(
            files.Select(x => (x.Key, (JsonNode?)x.Value.Includes.FirstOrDefault(IsUpstream))).Where(x => x.Item2 is not null));
        found["leds"] = Json.Array(files.Values.SelectMany(file => Leds(file.Edits)));
        found["network_ports"] = Json.Array(files.Values.SelectMany(file => Ports(file.Edits)));
        ReadIdentities(new DeviceTreeFolder(found), new DeviceTreeFolder(expected), expected, found);
    }

    /// <summary>The root's properties, as the board sets them or else as the same base of the kernel's does.</summary>
    private static void ReadIdentities(DeviceTreeFolder ours, DeviceTreeFolder theirs, JsonObject expected, JsonObject found)
    {
        var (compatible, blobs) = (new JsonObject(), new JsonObject());
        foreach (var (dtb, edits) in ours.Edits)
        {
            // Infix may have the kernel's own tree where ours adds to it.
            var inherits = JsonNode.DeepEquals(ours.Bases[dtb], theirs.Bases[dtb])
                || (theirs.Edits.Count == 0 && IsKernels(ours.Bases[dtb], dtb));
            compatible[dtb] = Strings(edits?["/"]?["compatible"]) ?? Inherited(expected["compatible"]?[dtb]);
            if (expected["dtb_facts"]?[dtb] is not { } known)
                continue;
            blobs[dtb] = new JsonObject
            {
                ["compatible"] = compatible[dtb]?.DeepClone(),
                ["model"] = Strings(edits?["/"]?["model"])?[0]!.DeepClone() ?? Inherited(known["model"]),
                ["stdout_path"] = Strings(edits?["/chosen"]?["stdout-path"])?[0]!.DeepClone() ?? Inherited(known["stdout_path"]),
                ["static_password_hash"] = edits?["/chosen/infix"]?["factory-password-hash"] is not null,
            };

            JsonNode? Inherited(JsonNode? value) => inherits ? value?.DeepClone() : null;
        }

        // A tree that comes with the kernel, not from the board's folder, is all inherited.
        if (ours.Edits.Count == 0 && theirs.Edits.Count == 0)
            compatible = expected["compatible"]?.DeepClone().AsObject() ?? [];
        (found["compatible"], found["dtb_facts"]) = (compatible, blobs);
    }

    private static JsonArray? Strings(JsonNode? value) =>
        value is JsonArray parts ? Json.Array(parts.Select(part => part?["s"]?.GetValue<string>() ?? "")) : null;

    private static bool IsKernels(JsonNode? source, string dtb) =>
        source?.GetValue<string>().Split('/', 2)[1] == Path.ChangeExtension(dtb, ".dts");

    private static bool IsUpstream(string include) =>
        Path.GetExtension(include) is ".dts" or ".dtsi" && include.Split('/')[0] is "arm64" or "arm" or "riscv";

    private static IEnumerable<JsonObject> Leds(JsonObject edits) => edits
        .Where(
            node => edits[Path.GetDirectoryName(node.Key) ?? ""]?["compatible"] is JsonObject compatible
                && compatible["s"]?.GetValue<string>() == "gpio-leds")
        .Select(node => Json.Object(new[] { "color", "function", "gpios" }.Select(name => (name, node.Value?[name]?.DeepClone()))
            .Where(property => property.Item2 is not null).Prepend(("node", node.Key))));

    private static IEnumerable<JsonObject> Ports(JsonObject edits) => edits
        .Where(node => PortNode().IsMatch(node.Key) && node.Value?["label"]?["s"] is not null)
        .Select(node => new JsonObject { ["label"] = node.Value!["label"]!["s"]!.DeepClone(), ["node"] = node.Key });

    [GeneratedRegex(@"^\s*dtb-y\s*[+:]?=([^\n#]*)", RegexOptions.Multiline)]
    private static partial Regex Dtb();

    [GeneratedRegex("/ports/port@[0-9a-f]+$")]
    private static partial Regex PortNode();
}
