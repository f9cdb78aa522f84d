namespace Bsp.DeviceTrees;

/// <summary>Receives the parts of a flattened tree: as bytes, or as an assembler's directives.</summary>
internal interface IStructureSink
{
    /// <summary>Writes the token before a node.</summary>
    void BeginNode(TreeNode node);

    /// <summary>Writes the token after a node.</summary>
    void EndNode(TreeNode node);

    /// <summary>Writes the token before a property; null for a name that only old versions have.</summary>
    void BeginProperty(TreeProperty? property);

    /// <summary>Writes a number.</summary>
    void Cell(uint number);

    /// <summary>Writes a name; a zero ends it.</summary>
    void Text(string text);

    /// <summary>Writes a property's value.</summary>
    void Value(PropertyValue value);

    /// <summary>Goes on at a multiple of so many bytes.</summary>
    void Align(int alignment);
}
