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
}
