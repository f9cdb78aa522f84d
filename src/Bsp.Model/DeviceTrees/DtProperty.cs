namespace Bsp.Model;

/// <summary>A property and its value.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Values">The parts of the value, separated by commas in the source; none for a boolean property.</param>
public sealed record DtProperty(DtPropertyName Name, params Seq<DtValue> Values);

/// <summary>A part of a property's value.</summary>
public abstract record DtValue
{
    private protected DtValue()
    {
    }

    /// <summary>A string, written <c>"text"</c>.</summary>
    public static implicit operator DtValue(string text) => new DtString(text);

    /// <summary>One cell, written <c>&lt;number&gt;</c>.</summary>
    public static implicit operator DtValue(uint cell) => new DtCells(cell);
}

/// <summary>A string; the tree has a zero byte after it.</summary>
/// <param name="Text">The text, without quotes or escapes.</param>
public sealed record DtString(string Text) : DtValue;

/// <summary>Cells of 32 bits, written <c>&lt;1 &amp;label 0x10&gt;</c>.</summary>
/// <param name="Cells">Numbers and references, in order.</param>
public sealed record DtCells(params Seq<DtCell> Cells) : DtValue;

/// <summary>Bytes, written <c>[12 ab]</c>.</summary>
/// <param name="Bytes">The bytes, in order.</param>
public sealed record DtBytes(params Seq<byte> Bytes) : DtValue;

/// <summary>One cell: a number, a macro of the kernel's headers, or the phandle of a node.</summary>
public sealed record DtCell
{
    private DtCell(uint number, string? target, string? name = null) => (Number, Target, Name) = (number, target, name);

    /// <summary>The number, where <see cref="Target"/> and <see cref="Name"/> are null.</summary>
    public uint Number { get; }

    /// <summary>
    /// The node whose phandle the cell holds: its label without <c>&amp;</c>, or its absolute path where the base gives it no label.
    /// </summary>
    public string? Target { get; }

    /// <summary>
    /// The macro that stands for the number; it is defined in a header of <see cref="DeviceTree.Headers"/> or in one that the base
    /// includes.
    /// </summary>
    public string? Name { get; }

    /// <summary>
    /// A number by the name that a header gives it, such as <c>CLK_TOP_PCIE_PHY_SEL</c> or <c>PDO_VAR(5000,20000,3000)</c>; it
    /// may stand for several cells.
    /// </summary>
    public static DtCell Macro(string name) => new(0, null, TextRules.Word(name, "a macro", "_(),"));

    /// <summary>A number.</summary>
    public static implicit operator DtCell(uint number) => new(number, null);

    /// <summary>The phandle of the node with this label, written with or without <c>&amp;</c>, or with this absolute path.</summary>
    public static implicit operator DtCell(string target) => target is ['/', ..]
        ? new(0, (DtPath)target)
        : new(0, (DtLabel)target.TrimStart('&'));

    /// <summary>The phandle of the node with this label.</summary>
    public static implicit operator DtCell(DtLabel label) => new(0, label);
}
