namespace Bsp.Model;

/// <summary>A value of JSON (RFC 8259).</summary>
public abstract record DataNode
{
    private protected DataNode()
    {
    }
}

/// <summary>An object: values by name, in order.</summary>
/// <param name="Members">The members.</param>
public sealed record DataObject(params Seq<DataMember> Members) : DataNode
{
    /// <summary>The members; every name is unique.</summary>
    /// <exception cref="ModelException">A name is used twice.</exception>
    public Seq<DataMember> Members { get; init => field = Distinct(value); } = Distinct(Members);

    private static Seq<DataMember> Distinct(Seq<DataMember> members) =>
        members.GroupBy(member => member.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new ModelException($"an object has the member '{twice.Key}' twice; merge them")
            : members;
}

/// <summary>A member of an object.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
public sealed record DataMember(string Name, DataNode Value);

/// <summary>A list of values.</summary>
/// <param name="Items">The values.</param>
public sealed record DataList(params Seq<DataNode> Items) : DataNode;

/// <summary>A text.</summary>
/// <param name="Value">The text, without quotes and escapes.</param>
public sealed record DataText(string Value) : DataNode;

/// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
/// <param name="Text">The value as JSON writes it.</param>
public sealed record DataLiteral(string Text) : DataNode;
