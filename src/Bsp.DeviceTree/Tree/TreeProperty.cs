namespace Bsp.DeviceTrees;

/// <summary>What one place in the sources says of a property.</summary>
/// <param name="Span">The place; without text for what the compiler adds.</param>
/// <param name="Value">The value; null where the property is deleted.</param>
/// <param name="Before">What it replaces; null for the first.</param>
public sealed record PropertyDefinition(SourceSpan Span, PropertyValue? Value, PropertyDefinition? Before);

/// <summary>A property of a node, with everything that the sources have said of it.</summary>
public sealed class TreeProperty
{
    internal TreeProperty(string name, PropertyDefinition definition) => (Name, Definition) = (name, definition);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The last definition.</summary>
    public PropertyDefinition Definition { get; internal set; }

    /// <summary>The value; of a deleted property an empty one.</summary>
    public PropertyValue Value => Definition.Value ?? s_none;

    /// <summary>Whether the last definition deletes it. It keeps its place: defined again, it stands where it stood.</summary>
    public bool IsDeleted { get; internal set; }

    /// <summary>The labels before it, the last one first.</summary>
    public IReadOnlyList<Label> Labels => LabelList;

    internal List<Label> LabelList { get; private set; } = s_noLabels;

    private static readonly PropertyValue s_none = new([]);
    private static readonly List<Label> s_noLabels = [];

    internal void AddLabel(string name)
    {
        if (LabelList == s_noLabels)
            LabelList = [];
        Label.Add(LabelList, name);
    }

    internal void Delete(SourceSpan span)
    {
        IsDeleted = true;
        Definition = new(span, null, Definition);
        foreach (var label in LabelList)
            label.IsDeleted = true;
    }
}
