using Bsp.DeviceTrees.Bindings.Compiled;
using Bsp.DeviceTrees.Bindings.Documents;
using Bsp.DeviceTrees.Bindings.Schemas;

namespace Bsp.DeviceTrees.Bindings.Preparation;

/// <summary>
/// Prepares one binding after the other. Of each only what all of them make together is kept, and what was written of it.
/// </summary>
/// <param name="rules">The version whose way it is.</param>
internal sealed class PreparationRun(SchemaRules rules)
{
    private readonly SchemaFixups _fixups = new(rules);
    private readonly TypeExtraction _types = TypeExtraction.Of(rules);
    private readonly HashSet<string> _compatibles = new(StringComparer.Ordinal);
    private readonly ArchiveWriter _archive = new();
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly SchemaStore _patterns = new([], rules);
    private readonly Dictionary<(string Folder, string Reference), SchemaUri?> _references = [];
    private readonly List<(string Message, SchemaUri? Target)> _faults = [];

    /// <summary>Adds a binding.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="value">What is in it.</param>
    /// <exception cref="FormatException">It is none, or another has its name.</exception>
    public void Add(string file, SchemaValue value)
    {
        if (value is not SchemaMap document || document.Text("$id") is not { } id || document.Text("$schema") is null)
            throw new FormatException("it is not a binding: it has no $id and $schema");
        if (!_files.TryAdd(id, file))
            throw new FormatException($"'{_files[id]}' has the $id '{id}', too");
        _fixups.Apply(document);
        document["type"] = new SchemaText("object");
        _compatibles.UnionWith(Selection.CompatiblesIn(document));
        Write(id, file, document);
    }

    /// <summary>All of them together.</summary>
    public Bindings Finish()
    {
        var compatibles = Selection.OfAllCompatibles([.. _compatibles.Order(StringComparer.Ordinal)], rules);
        Write(Bindings.CompatiblesId, compatibles.Text("$filename")!, compatibles);
        return Bindings.Read(_archive.Finish(rules, _types.Build()));
    }

    /// <summary>What is wrong with them, which is reported once and not for each node.</summary>
    /// <param name="bindings">All of them.</param>
    /// <returns>Each fault, and the reference that leads nowhere where it is one.</returns>
    public IEnumerable<(string Message, string? Reference)> FaultsIn(Bindings bindings)
    {
        var store = new SchemaStore(bindings.All, rules);
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (message, target) in _faults)
        {
            if (target is not { } uri || !IsThere(uri))
                yield return (message, target?.ToString());
        }

        bool IsThere(SchemaUri uri)
        {
            var name = uri.ToString();
            if (!known.TryGetValue(name, out var isThere))
                known.Add(name, isThere = store.Has(uri));
            return isThere;
        }
    }

    private void Write(string id, string file, SchemaMap document)
    {
        _types.Add(document);
        _archive.Add(id, file, Selection.Of(document, rules), document);
        new SchemaCompiler(_patterns, id, fault => _faults.Add(($"{file}: skipped: {fault}", null))).Compile(document);
        var references = document.Descendants("$ref").OfType<SchemaText>().Select(value => value.Text).Distinct(StringComparer.Ordinal);
        foreach (var reference in references)
            _faults.Add(($"{file}: the $ref '{reference}' leads nowhere", Resolve(id, reference)));
    }

    // Most refer to a few others, which all bindings of a folder call the same.
    private SchemaUri? Resolve(string id, string reference)
    {
        if (reference is "" or ['#', ..])
            return SchemaUri.Resolve(id, reference);
        var key = (id[..(id.LastIndexOf('/') + 1)], reference);
        if (!_references.TryGetValue(key, out var uri))
            _references.Add(key, uri = SchemaUri.Resolve(id, reference));
        return uri;
    }
}
