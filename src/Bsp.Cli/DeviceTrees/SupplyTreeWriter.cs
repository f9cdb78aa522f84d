using System.Text;
using Bsp.Cli.Reports;
using Bsp.DeviceTrees;
using Bsp.DeviceTrees.Queries;

namespace Bsp.Cli.DeviceTrees;

/// <summary>Writes what nodes give each other.</summary>
/// <param name="names">Names nodes.</param>
/// <param name="supplies">What they give each other.</param>
internal sealed class SupplyTreeWriter(NodeText names, IReadOnlyList<Supply> supplies)
{
    // Of chains that go deeper the rest begins again at the left.
    private const int MaximumDepth = 50;

    private readonly ILookup<TreeNode, Supply> _byProvider = supplies.ToLookup(supply => supply.Provider);
    private readonly HashSet<TreeNode> _written = [];
    private readonly StringBuilder _text = new();

    /// <summary>As a tree: providers that take nothing themselves first, and below each who takes from it.</summary>
    public string Text()
    {
        // A node may take from itself.
        var consumers = supplies.Where(supply => supply.Provider != supply.Consumer).Select(supply => supply.Consumer).ToHashSet();
        var providers = _byProvider.Select(group => group.Key).ToList();
        foreach (var provider in providers.Where(provider => !consumers.Contains(provider)))
            Write(provider, names.Of(provider), 0);
        // Of those that take from each other in a circle one is the first. A long chain begins again where it was cut.
        foreach (var provider in providers.Where(provider => !_written.Contains(provider)))
            Write(provider, names.Of(provider), 0);
        return _text.ToString();
    }

    /// <summary>As an array, one object for each connection.</summary>
    public string Json() => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var supply in supplies)
        {
            json.WriteStartObject();
            names.Write(json, supply.Consumer);
            json.WriteString("property", supply.Property);
            json.WriteString("name", supply.Name);
            json.WriteString("provider", supply.Provider.Path);
            json.WriteStartArray("specifier");
            foreach (var cell in supply.Specifier)
                json.WriteNumberValue(cell);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private void Write(TreeNode node, string line, int depth)
    {
        _text.Append(' ', 2 * depth).Append(line);
        // What takes from several is written whole where it comes first.
        var isFirst = depth < MaximumDepth && _written.Add(node);
        _text.Append(isFirst || !_byProvider.Contains(node) ? "\n" : " …\n");
        if (!isFirst)
            return;
        foreach (var taken in _byProvider[node].GroupBy(supply => supply.Consumer))
        {
            var what = string.Join(", ", taken.Select(Words));
            Write(taken.Key, $"{names.Of(taken.Key)}  {what}", depth + 1);
        }
    }

    private static string Words(Supply supply)
    {
        var name = supply.Name is null || supply.Name == supply.Property ? "" : $" \"{supply.Name}\"";
        return PrintableText.Of(
            supply.Property + (supply.Specifier.Count > 0 ? " " + NodeText.Cells(supply.Specifier) : "") + name);
    }
}
