using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Decoding;

/// <summary>What a schema is checked against: a node, the value of a property, or a part of it.</summary>
internal abstract class Instance
{
    /// <summary>Whether it is what a binding names.</summary>
    public abstract bool Is(SchemaValue value);

    /// <summary>Whether it is the same as another.</summary>
    public abstract bool Is(Instance other);
}

/// <summary>The value of a property without one: true.</summary>
internal sealed class FlagInstance : Instance
{
    private FlagInstance()
    {
    }

    /// <summary>The only one.</summary>
    public static FlagInstance True { get; } = new();

    /// <inheritdoc/>
    public override bool Is(SchemaValue value) => value.IsTrue;

    /// <inheritdoc/>
    public override bool Is(Instance other) => other == this;
}

/// <summary>A text.</summary>
/// <param name="text">The text.</param>
internal sealed class TextInstance(string text) : Instance
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <inheritdoc/>
    public override bool Is(SchemaValue value) => value is SchemaText { Text: var other } && Text == other;

    /// <inheritdoc/>
    public override bool Is(Instance other) => other is TextInstance { Text: var text } && Text == text;
}

/// <summary>A number.</summary>
/// <param name="value">The number.</param>
/// <param name="bits">How many bits it has in the blob.</param>
internal sealed class NumberInstance(Int128 value, int bits) : Instance
{
    /// <summary>The number.</summary>
    public Int128 Value { get; } = value;

    /// <summary>How many bits it has in the blob.</summary>
    public int Bits { get; } = bits;

    /// <inheritdoc/>
    public override bool Is(SchemaValue value) => value is SchemaInteger { Value: var number } && Value == number;

    /// <inheritdoc/>
    public override bool Is(Instance other) => other is NumberInstance { Value: var number } && Value == number;
}

/// <summary>A list: of texts, of rows, or a row of numbers.</summary>
/// <param name="items">What is in it.</param>
internal sealed class ListInstance(IReadOnlyList<Instance> items) : Instance
{
    /// <summary>What is in it.</summary>
    public IReadOnlyList<Instance> Items { get; } = items;

    /// <summary>The texts in it, where it is of texts.</summary>
    public IEnumerable<string> Texts => Items.OfType<TextInstance>().Select(item => item.Text);

    /// <summary>A row of a matrix; null where there is none.</summary>
    public IReadOnlyList<Instance>? Row(int index) => index < Items.Count ? (Items[index] as ListInstance)?.Items : null;

    /// <inheritdoc/>
    public override bool Is(SchemaValue value) =>
        value is SchemaList { Items: var others } && Items.Count == others.Count
            && Items.Zip(others).All(pair => pair.First.Is(pair.Second));

    /// <inheritdoc/>
    public override bool Is(Instance other) =>
        other is ListInstance { Items: var others } && Items.Count == others.Count
            && Items.Zip(others).All(pair => pair.First.Is(pair.Second));
}

/// <summary>Bytes that nothing could be made of.</summary>
/// <param name="bytes">The bytes.</param>
internal sealed class BytesInstance(byte[] bytes) : Instance
{
    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; } = bytes;

    /// <inheritdoc/>
    public override bool Is(SchemaValue value) => false;

    /// <inheritdoc/>
    public override bool Is(Instance other) => other is BytesInstance { Bytes: var bytes } && Bytes.AsSpan().SequenceEqual(bytes);
}

/// <summary>A node: properties and nodes share one space of names.</summary>
/// <param name="node">The node.</param>
internal sealed class NodeInstance(TreeNode node) : Instance
{
    /// <summary>The node.</summary>
    public TreeNode Node { get; } = node;

    /// <summary>What is in it, by name.</summary>
    public OrderedDictionary<string, Instance> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it says that it is not in use; null where it says neither.</summary>
    public bool? IsDisabled =>
        Members.GetValueOrDefault("status") is ListInstance status ? status.Texts.Contains("disabled", StringComparer.Ordinal) : null;

    /// <summary>The nodes in it.</summary>
    public IEnumerable<NodeInstance> Children => Members.Values.OfType<NodeInstance>();

    /// <summary>The number that a property is, or that its first row begins with; null where there is none.</summary>
    public Int128? Number(string name) => Members.GetValueOrDefault(name) switch
    {
        NumberInstance { Value: var value } => value,
        ListInstance list when list.Row(0) is [NumberInstance { Value: var value }, ..] => value,
        _ => null,
    };

    /// <summary>The number of a property that says how many cells something has; null where there is none.</summary>
    public int? Cell(string name) => Number(name) is { } value ? (int)Int128.Clamp(value, int.MinValue, int.MaxValue) : null;

    /// <inheritdoc/>
    public override bool Is(SchemaValue value) => false;

    /// <inheritdoc/>
    public override bool Is(Instance other) => other == this;
}
