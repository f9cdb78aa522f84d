namespace Bsp.Model;

/// <summary>A JSON object, written as text.</summary>
/// <param name="Text">The text.</param>
public sealed record JsonData(string Text)
{
    /// <summary>The text.</summary>
    /// <exception cref="ModelException">It is not a JSON object.</exception>
    public string Text { get; init => (field, Value) = (value, Parsed(value)); } = Text;

    /// <summary>The object.</summary>
    public DataObject Value { get; private init; } = Parsed(Text);

    /// <summary>The text as data.</summary>
    public static implicit operator JsonData(string text) => new(text);

    private static DataObject Parsed(string text) =>
        JsonParser.Parse(text) as DataObject ?? throw new ModelException("this is JSON, but not an object; enclose it in '{' and '}'");
}
