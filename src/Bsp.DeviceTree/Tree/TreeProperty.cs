namespace Bsp.DeviceTrees;

/// <summary>What one position in the sources says about a property.</summary>
/// <param name="Span">The position; without text for what the compiler adds.</param>
/// <param name="Value">The value; null where the property is deleted.</param>
/// <param name="Before">What it replaces; null for the first.</param>
public sealed record PropertyDefinition(SourceSpan Span, PropertyValue? Value, PropertyDefinition? Before);

/// <summary>A property of a node, with everything that the sources have said about it.</summary>
public sealed class TreeProperty : TreeItem
{
    private static readonly PropertyValue s_none = new([]);

    internal TreeProperty(string name, PropertyDefinition definition, int nameNumber = -1)
        : base(name) => (Definition, NameNumber) = (definition, nameNumber);

    /// <summary>The last definition.</summary>
    public PropertyDefinition Definition { get; internal set; }

    /// <summary>The value; of a deleted property an empty one.</summary>
    public PropertyValue Value => Definition.Value ?? s_none;

    /// <summary>
    /// The number of the name among those of the source that the property was read from; negative for one that comes from elsewhere.
    /// </summary>
    internal int NameNumber { get; }

    internal void Delete(SourceSpan span)
    {
        IsDeleted = true;
        Definition = new(span, null, Definition);
        foreach (var label in LabelList)
            label.IsDeleted = true;
    }
}
