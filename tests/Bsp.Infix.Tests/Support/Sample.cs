using Bsp.Infix.Tests.Comparing;
using Bsp.Infix.Tests.Reading;

namespace Bsp.Infix.Tests.Support;

/// <summary>A copy of the small board that a test may change.</summary>
internal sealed class Sample : IDisposable
{
    private readonly TempFolder _tree = new();

    public Sample()
    {
        var tree = Path.Combine(TestPaths.Sample, "tree");
        foreach (var file in Directory.GetFiles(tree, "*", SearchOption.AllDirectories))
            _tree.Write(Path.GetRelativePath(tree, file), File.ReadAllText(file));
    }

    /// <summary>Puts another text in the place of one that the file has once.</summary>
    /// <param name="file">How the path ends.</param>
    public void Change(string file, string from, string to)
    {
        var path = Assert.Single(
            Directory.GetFiles(_tree.Path, "*", SearchOption.AllDirectories), path => path.EndsWith("/" + file, StringComparison.Ordinal));
        var text = File.ReadAllText(path);
        Assert.Equal(2, text.Split(from).Length);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Write(string path, string text) => _tree.Write(path, text);

    public void Link(string path, string target) => File.CreateSymbolicLink(_tree[path], target);

    public void Rename(string path, string to) => File.Move(_tree[path], _tree[to]);

    public void Delete(string path) => File.Delete(_tree[path]);

    /// <summary>The board's files in the shape of its reference data.</summary>
    public JsonObject Read() => BoardReader.Read(new(_tree.Path), Reference(), Architecture());

    public IReadOnlyList<Difference> Differences() => Comparison.Compare("acme-router", Reference(), Read());

    public void Dispose() => _tree.Dispose();

    private static JsonObject Reference() => JsonNode.Parse(File.ReadAllText(Path.Combine(TestPaths.Sample, "reference.json")))!.AsObject();

    private static JsonObject Architecture() => new()
    {
        ["symbols"] = new JsonObject { ["CONFIG_ALREADY_ON"] = "y", ["CONFIG_ALREADY_MODULE"] = "m", ["CONFIG_OTHER_SOC"] = "y" },
    };
}
