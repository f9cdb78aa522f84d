using System.Text;
using Bsp.DeviceTrees.Bindings.Documents;
using Bsp.DeviceTrees.Bindings.Schemas;

namespace Bsp.DeviceTrees.Bindings;

/// <summary>What came of the files of bindings.</summary>
/// <param name="Bindings">The bindings.</param>
/// <param name="Messages">What was left out, and why: <c>file: what is wrong</c>.</param>
public sealed record PreparedBindings(Bindings Bindings, IReadOnlyList<string> Messages);

/// <summary>Prepares bindings as dt-mk-schema does.</summary>
public static class BindingsPreparation
{
    /// <summary>Reads and prepares bindings.</summary>
    /// <param name="bindings">The folder of a kernel's bindings, <c>Documentation/devicetree/bindings</c>.</param>
    /// <param name="schemas">The folder of dt-schema's own, <c>dtschema/schemas</c>.</param>
    /// <param name="rules">The version whose way it is; null for the one that its schemas say they are of, else the newest.</param>
    /// <exception cref="IOException">A folder or file cannot be read.</exception>
    public static PreparedBindings Prepare(string bindings, string schemas, SchemaRules? rules = null) =>
        Prepare(rules ?? (SchemaRules.VersionOf(schemas) is { } version ? SchemaRules.NearestTo(version) : SchemaRules.All[^1]), new[] { bindings, schemas }.SelectMany(folder => Files(folder)
            .Select(file => (Path.GetRelativePath(folder, file), Encoding.UTF8.GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF')))));

    /// <summary>Prepares bindings.</summary>
    /// <param name="rules">The version whose way it is.</param>
    /// <param name="files">Their names and texts; the first of an <c>$id</c> counts.</param>
    internal static PreparedBindings Prepare(SchemaRules rules, IEnumerable<(string Name, string Text)> files)
    {
        var messages = new List<string>();
        var fixups = new Preparation.SchemaFixups(rules);
        var documents = new OrderedDictionary<string, (string File, SchemaMap Document)>(StringComparer.Ordinal);
        foreach (var (name, text) in files)
        {
            try
            {
                var document = Rewrite(YamlReader.Read(text), fixups);
                if (!documents.TryAdd(document.Text("$id")!, (name, document)))
                    messages.Add($"{name}: left out: '{documents[document.Text("$id")!].File}' has the $id '{document.Text("$id")}', too");
            }
            catch (FormatException exception)
            {
                messages.Add($"{name}: left out: {exception.Message}");
            }
        }

        var compatibles = Preparation.Selection.OfAllCompatibles(documents.Values.Select(entry => entry.Document), rules);
        documents.Add(Bindings.CompatiblesId, (compatibles.Text("$filename")!, compatibles));
        var types = Preparation.TypeExtraction.Of(rules);
        foreach (var (_, document) in documents.Values)
            types.Add(document);
        var all = documents.Select(entry => new Binding(entry.Key, entry.Value.File, Preparation.Selection.Of(entry.Value.Document, rules), () => entry.Value.Document)).ToList();
        CheckSchemas(all, rules, messages);
        return new(new(rules, all, types.Build()), messages);
    }

    // By the whole name, as the order decides between types.
    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml", new EnumerationOptions { RecurseSubdirectories = true }).Order(StringComparer.Ordinal);

    private static SchemaMap Rewrite(SchemaValue value, Preparation.SchemaFixups fixups)
    {
        if (value is not SchemaMap document || document.Text("$id") is null || document.Text("$schema") is null)
            throw new FormatException("it is no binding: it has no $id and $schema");
        fixups.Apply(document);
        document["type"] = new SchemaText("object");
        return document;
    }

    // It is told here once, and not of each node.
    private static void CheckSchemas(List<Binding> all, SchemaRules rules, List<string> messages)
    {
        var store = new SchemaStore(all, rules);
        foreach (var binding in all)
        {
            new SchemaCompiler(store, binding.Id, fault => messages.Add($"{binding.File}: passed over: {fault}")).Compile(binding.Document);
            foreach (var reference in binding.Document.Below("$ref").OfType<SchemaText>().Select(value => value.Text).Distinct(StringComparer.Ordinal).Where(reference => !store.Has(binding.Id, reference)))
                messages.Add($"{binding.File}: the $ref '{reference}' leads nowhere");
        }
    }
}
