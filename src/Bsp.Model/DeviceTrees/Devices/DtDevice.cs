namespace Bsp.Model;

/// <summary>
/// A device of a kind that boards often add, in the terms of its binding; it can be used wherever a <see cref="DtNode"/> can.
/// </summary>
public abstract record DtDevice
{
    private protected DtDevice()
    {
    }

    /// <summary>The node as the binding has it.</summary>
    public abstract DtNode Node { get; }

    /// <summary>The node of a device.</summary>
    public static implicit operator DtNode(DtDevice device) => device.Node;

    /// <summary>A property with one cell.</summary>
    private protected static DtProperty Cell(string name, uint value) => new(name, value);

    /// <summary>A property with one cell, if there is a number.</summary>
    private protected static Seq<DtProperty> OneCell(string name, uint? value) => value is { } number ? [new(name, number)] : [];

    /// <summary>A property with one string, if there is one.</summary>
    private protected static Seq<DtProperty> OneText(string name, string? value) => value is null ? [] : [new(name, value)];

    /// <summary>A property that refers to a node, if there is one.</summary>
    private protected static Seq<DtProperty> OneReference(string name, DtLabel? label) =>
        label is null ? [] : [new(name, new DtCells(label))];

    /// <summary>A boolean property, which has no value.</summary>
    private protected static Seq<DtProperty> Flag(string name, bool isSet) => isSet ? [new(name)] : [];
}
