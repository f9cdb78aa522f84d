namespace Bsp.DeviceTrees;

/// <summary>A name for a node or property, for sources only.</summary>
public sealed class Label
{
    private Label(string name) => Name = name;

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Whether what it named has been deleted.</summary>
    public bool IsDeleted { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Adds a label before the others; one that is there already stays where it is (scripts/dtc/livetree.c, add_label).</summary>
    internal static void Add(List<Label> labels, string name)
    {
        foreach (var label in labels)
        {
            if (label.Name == name)
            {
                label.IsDeleted = false;
                return;
            }
        }

        labels.Insert(0, new(name));
    }

    /// <summary>The names that precede something, each once: the innermost is put on first.</summary>
    internal static IReadOnlyList<string> InOrder(List<string> written)
    {
        if (written.Count == 0)
            return [];
        var labels = new List<Label>(written.Count);
        for (var i = written.Count - 1; i >= 0; i--)
            Add(labels, written[i]);
        return labels.ConvertAll(label => label.Name);
    }
}
