using System.Text;
using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings;

/// <summary>What came of the files of bindings.</summary>
/// <param name="Bindings">The bindings.</param>
/// <param name="Messages">What was left out, and why: <c>file: what is wrong</c>.</param>
public sealed record PreparedBindings(Bindings Bindings, IReadOnlyList<string> Messages)
{
    /// <summary>The messages about a <c>$ref</c> that leads nowhere; they are among <see cref="Messages"/>.</summary>
    public IReadOnlyList<string> DeadReferences { get; init; } = [];

    /// <summary>What these lead to, each once: schemas, or parts of them.</summary>
    public IReadOnlyList<string> MissingSchemas { get; init; } = [];
}

/// <summary>Prepares bindings as dt-mk-schema does.</summary>
public static class BindingsPreparation
{
    /// <summary>Reads and prepares bindings.</summary>
    /// <param name="bindings">The folder of a kernel's bindings, <c>Documentation/devicetree/bindings</c>.</param>
    /// <param name="schemas">The folder of dt-schema's own, <c>dtschema/schemas</c>.</param>
    /// <param name="rules">The version whose way it is; null for the one that its schemas say they are of, else the newest.</param>
    /// <exception cref="IOException">A folder or file cannot be read.</exception>
    public static PreparedBindings Prepare(string bindings, string schemas, SchemaRules? rules = null) =>
        Prepare(
            rules ?? (SchemaRules.VersionOf(schemas) is { } version ? SchemaRules.NearestTo(version) : SchemaRules.All[^1]),
            new[] { bindings, schemas }.SelectMany(folder => Files(folder)
                .Select(
                    file => (Path.GetRelativePath(folder, file), Encoding.UTF8.GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF')))));

    /// <summary>Prepares bindings.</summary>
    /// <param name="rules">The version whose way it is.</param>
    /// <param name="files">Their names and texts; the first of an <c>$id</c> counts.</param>
    internal static PreparedBindings Prepare(SchemaRules rules, IEnumerable<(string Name, string Text)> files)
    {
        var messages = new List<string>();
        var run = new Preparation.PreparationRun(rules);
        foreach (var (name, text) in files)
        {
            try
            {
                run.Add(name, YamlReader.Read(text));
            }
            catch (FormatException exception)
            {
                messages.Add($"{name}: left out: {exception.Message}");
            }
        }

        var bindings = run.Finish();
        var faults = run.FaultsIn(bindings).ToList();
        var dead = faults.FindAll(fault => fault.Reference is not null);
        return new(bindings, [.. messages, .. faults.Select(fault => fault.Message)])
        {
            DeadReferences = [.. dead.Select(fault => fault.Message)],
            MissingSchemas = [.. dead.Select(fault => fault.Reference!).Distinct(StringComparer.Ordinal)],
        };
    }

    // By the whole name, as the order decides between types.
    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml", new EnumerationOptions { RecurseSubdirectories = true }).Order(StringComparer.Ordinal);
}
