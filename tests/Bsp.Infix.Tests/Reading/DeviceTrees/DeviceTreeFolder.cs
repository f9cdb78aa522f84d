namespace Bsp.Infix.Tests.Reading.DeviceTrees;

/// <summary>
/// A board's sources in their meaning: what each blob is made of, whichever files that is cut into. What the reference data
/// say about files (<c>dtbs</c>, <c>dt_sources</c>, <c>dt_overrides</c>, <c>base_upstream_dts</c>) is said here of blobs.
/// </summary>
internal sealed class DeviceTreeFolder
{
    private readonly JsonObject _sources;

    /// <param name="fields">The fields of a board: the reference data's, or those that were read.</param>
    public DeviceTreeFolder(JsonObject fields)
    {
        _sources = fields["dt_sources"]?.AsObject() ?? [];
        var overrides = fields["dt_overrides"]?.AsObject() ?? [];
        var bases = fields["base_upstream_dts"]?.AsObject() ?? [];
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var dtb in fields["dtbs"]?.AsArray().Select(x => x!.GetValue<string>()) ?? [])
        {
            var files = FilesOf(Path.ChangeExtension(dtb, dtb.EndsWith('o') ? ".dtso" : ".dts"));
            used.UnionWith(files);
            Edits[dtb] = Merge(files.Select(file => overrides[file]).OfType<JsonObject>());
            Bases[dtb] = files.Select(file => bases[file]?.DeepClone()).FirstOrDefault(x => x is not null);
            Sources[dtb] = Json.Array(
                files.SelectMany(file => Includes(file).Where(include => Own(file, include) is null && !IsHeader(include))));
        }

        foreach (var file in _sources.Select(x => x.Key).Where(file => !used.Contains(file)))
        {
            Unused[file] = new JsonObject
            {
                ["source"] = file,
                ["includes"] = _sources[file]?["includes"]?.DeepClone(),
                ["edits"] = overrides[file]?.DeepClone(),
            };
        }
    }

    /// <summary>A blob → a node → a property → its value in normal form.</summary>
    public JsonObject Edits { get; } = [];

    /// <summary>A blob → the kernel's source that it is based on.</summary>
    public JsonObject Bases { get; } = [];

    /// <summary>A blob → the sources that it includes from outside the folder.</summary>
    public JsonObject Sources { get; } = [];

    /// <summary>A file that no blob is made of → what is in it.</summary>
    public JsonObject Unused { get; } = [];

    /// <summary>The file and those of the folder that it includes, in the order in which they have their say.</summary>
    private List<string> FilesOf(string file)
    {
        if (!_sources.ContainsKey(file))
            return [];
        var files = Includes(file).Select(include => Own(file, include)).OfType<string>().SelectMany(FilesOf).ToList();
        return [.. files, file];
    }

    private IEnumerable<string> Includes(string file) => Strings(_sources[file]?["includes"]);

    private string? Own(string file, string include)
    {
        var path = SourcePath.Resolve(file, include);
        return _sources.ContainsKey(path) ? path : null;
    }

    /// <summary>A header gives names to numbers; the numbers are compared.</summary>
    private static bool IsHeader(string include) => Path.GetExtension(include) == ".h";

    private static IEnumerable<string> Strings(JsonNode? list) => list?.AsArray().Select(x => x!.GetValue<string>()) ?? [];

    private static JsonObject Merge(IEnumerable<JsonObject> files)
    {
        var merged = new JsonObject();
        foreach (var (node, properties) in files.SelectMany(file => file))
        {
            if (merged[node] is not JsonObject target)
                merged[node] = target = [];
            foreach (var (name, value) in properties!.AsObject())
            {
                target.Remove(name.StartsWith('!') ? name[1..] : "!" + name);
                target[name] = PropertyForm.Of(value);
            }
        }

        return merged;
    }
}
