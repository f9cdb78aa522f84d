using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Schemas;

/// <summary>A binding, rewritten. Its schema is read when it is needed first.</summary>
/// <param name="id">Its name: <c>$id</c>.</param>
/// <param name="file">Its file, below the folder of bindings.</param>
/// <param name="selection">The nodes that it is about.</param>
/// <param name="read">Reads it.</param>
/// <param name="readSelect">Reads only its <c>select</c>; null where nothing is gained by that.</param>
internal sealed class Binding(
    string id, string file, BindingSelection selection, Func<SchemaMap> read, Func<SchemaValue?>? readSelect = null)
{
    private SchemaMap? _document;

    /// <summary>Its name: <c>$id</c>.</summary>
    public string Id { get; } = id;

    /// <summary>Its file, below the folder of bindings.</summary>
    public string File { get; } = file;

    /// <summary>The nodes that it is about.</summary>
    public BindingSelection Selection { get; } = selection;

    /// <summary>Its schema.</summary>
    /// <exception cref="FormatException">The file that it is in is damaged.</exception>
    public SchemaMap Document => _document ??= read();

    /// <summary>What says which nodes it is about; null where nothing does.</summary>
    /// <exception cref="FormatException">The file that it is in is damaged.</exception>
    public SchemaValue? Select => _document is null && readSelect is not null ? readSelect() : Document["select"];
}

/// <summary>The nodes that a binding is about.</summary>
internal enum SelectionKind : byte
{
    /// <summary>None: others refer to it.</summary>
    Never,

    /// <summary>Those with one of its compatibles.</summary>
    Compatibles,

    /// <summary>Those that meet its <c>select</c>.</summary>
    Schema,

    /// <summary>Those of whose compatibles the first that any binding has is one of its own.</summary>
    FirstCompatible,
}

/// <summary>The nodes that a binding is about.</summary>
/// <param name="Kind">How it says it.</param>
/// <param name="Compatibles">Its compatibles, where they are all that it says.</param>
internal sealed record BindingSelection(SelectionKind Kind, IReadOnlyList<string> Compatibles)
{
    /// <summary>What a <c>select</c> says.</summary>
    public static BindingSelection Of(SchemaValue? select)
    {
        if (select is SchemaFlag { Value: false })
            return new(SelectionKind.Never, []);
        return select is SchemaMap { Count: 2 } map
            && map["required"] is SchemaList { Items: [SchemaText { Text: "compatible" }] }
            && map["properties"] is SchemaMap { Count: 1 } properties
            && properties["compatible"] is SchemaMap { Count: 1 } compatible
            && compatible["contains"] is SchemaMap { Count: 1 } contains
            && contains["enum"] is SchemaList { Items: var items } && items.TrueForAll(item => item is SchemaText)
            ? new(SelectionKind.Compatibles, [.. items.Cast<SchemaText>().Select(item => item.Text)])
            : new(SelectionKind.Schema, []);
    }
}
