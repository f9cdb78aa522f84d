using System.Text.Json.Nodes;

namespace Bsp.Review.Sources;

/// <summary>A package that a source is made of, pinned.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Content">The hashes of its files.</param>
internal sealed record Pin(string Version, string Content);

/// <summary>The pinned sources of a revision: <c>sources.lock.json</c>, read.</summary>
internal sealed class SourcePins
{
    private readonly Dictionary<string, Dictionary<string, Pin>> _sources = new(StringComparer.Ordinal);

    private SourcePins(JsonNode? text)
    {
        foreach (var source in text?["sources"]?.AsArray() ?? [])
        {
            _sources[Text(source, "name")] = (source!["packages"]?.AsArray() ?? [])
                .GroupBy(package => Text(package, "package"))
                .ToDictionary(
                    group => group.Key,
                    group => new Pin(
                        Text(group.First(), "version"),
                        string.Join(' ', group.SelectMany(package => package!["files"]!.AsArray()).Select(file => Text(file, "sha256")))),
                    StringComparer.Ordinal);
        }
    }

    /// <summary>The names of the sources.</summary>
    public IEnumerable<string> Names => _sources.Keys;

    /// <summary>The packages of a source; none where it is not pinned.</summary>
    public IReadOnlyDictionary<string, Pin> this[string source] => _sources.GetValueOrDefault(source) ?? [];

    /// <summary>Reads a lock file.</summary>
    /// <param name="text">Its text; null where there is none.</param>
    /// <exception cref="System.Text.Json.JsonException">It is not JSON.</exception>
    public static SourcePins Read(string? text) => new(text is null ? null : JsonNode.Parse(text));

    private static string Text(JsonNode? node, string name) => (string?)node?[name] ?? "";
}
