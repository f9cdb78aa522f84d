namespace Bsp.DeviceTrees;

/// <summary>A node or a property: what a tree is made of.</summary>
public abstract class TreeItem
{
    private static readonly List<Label> s_none = [];

    private protected TreeItem(string name) => Name = name;

    /// <summary>The name; of a node with its unit address, and empty for the root.</summary>
    public string Name { get; }

    /// <summary>Whether it has been deleted. It keeps its position: defined again, it is where it was.</summary>
    public bool IsDeleted { get; internal set; }

    /// <summary>The labels, the last one first.</summary>
    public IReadOnlyList<Label> Labels => LabelList;

    // Most have none.
    internal List<Label> LabelList { get; private set; } = s_none;

    internal void AddLabel(string name)
    {
        if (LabelList == s_none)
            LabelList = new(1);
        Label.Add(LabelList, name);
    }
}
