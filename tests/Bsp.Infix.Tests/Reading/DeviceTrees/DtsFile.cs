namespace Bsp.Infix.Tests.Reading.DeviceTrees;

/// <summary>A device-tree source: what it includes, and what it itself edits.</summary>
/// <param name="Includes">The files that it includes, in order.</param>
/// <param name="Edits">A node, by path or by label and path, → a property → its value.</param>
/// <param name="Labels">A label that it gives → the node.</param>
internal sealed record DtsFile(IReadOnlyList<string> Includes, JsonObject Edits, IReadOnlyDictionary<string, string> Labels)
{
    /// <summary>Reads sources that may include each other; labels that they give are resolved.</summary>
    /// <param name="texts">A path → the file's text; headers may be among them.</param>
    public static IReadOnlyDictionary<string, DtsFile> Read(IReadOnlyDictionary<string, string> texts)
    {
        var files = MacroExpansion.Expand(texts).Where(text => Path.GetExtension(text.Key) != ".h")
            .ToDictionary(text => text.Key, text => Read(texts[text.Key], text.Value), StringComparer.Ordinal);
        return files.ToDictionary(
            file => file.Key,
            file => file.Value with { Edits = new LabelResolution(Scope(file.Key, files)).Resolve(file.Value.Edits) },
            StringComparer.Ordinal);
    }

    private static DtsFile Read(string text, string expanded)
    {
        var reader = new DtsReader(DtsTokenizer.Split(expanded));
        return new([.. MacroExpansion.Include().Matches(text).Select(match => match.Groups[1].Value)], reader.Read(), reader.Labels);
    }

    /// <summary>The labels of a file and of those that it includes.</summary>
    private static Dictionary<string, string> Scope(string path, Dictionary<string, DtsFile> files)
    {
        var labels = new Dictionary<string, string>(files[path].Labels, StringComparer.Ordinal);
        foreach (var include in files[path].Includes.Select(include => SourcePath.Resolve(path, include)).Where(files.ContainsKey))
        {
            foreach (var (label, node) in Scope(include, files))
                labels.TryAdd(label, node);
        }

        return labels;
    }
}
