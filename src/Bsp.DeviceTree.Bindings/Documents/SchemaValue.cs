namespace Bsp.DeviceTrees.Bindings.Documents;

/// <summary>A value of a binding's file: what JSON has, read from YAML.</summary>
internal abstract class SchemaValue
{
    /// <summary>Whether it is the schema that allows everything.</summary>
    public bool IsTrue => this is SchemaFlag { Value: true };

    /// <summary>A copy that shares nothing with this one that can change.</summary>
    public virtual SchemaValue Copy() => this;

    /// <summary>The values of a name, wherever it stands; within them it is not looked for.</summary>
    public List<SchemaValue> Descendants(string name)
    {
        var found = new List<SchemaValue>();
        Find(this, name, found);
        return found;
    }

    private static void Find(SchemaValue value, string name, List<SchemaValue> found)
    {
        if (value is SchemaList list)
        {
            foreach (var item in list.Items)
                Find(item, name, found);
        }
        else if (value is SchemaMap map)
        {
            foreach (var (key, inner) in map.Entries)
            {
                if (key == name)
                    found.Add(inner);
                else
                    Find(inner, name, found);
            }
        }
    }
}

/// <summary>Nothing: <c>null</c>.</summary>
internal sealed class SchemaNull : SchemaValue
{
    private SchemaNull()
    {
    }

    /// <summary>The only one.</summary>
    public static SchemaNull Instance { get; } = new();
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class SchemaFlag : SchemaValue
{
    private SchemaFlag(bool value) => Value = value;

    /// <summary><c>true</c>.</summary>
    public static SchemaFlag True { get; } = new(true);

    /// <summary><c>false</c>.</summary>
    public static SchemaFlag False { get; } = new(false);

    /// <summary>Which of both.</summary>
    public bool Value { get; }

    /// <summary>One of both.</summary>
    public static SchemaFlag Of(bool value) => value ? True : False;
}

/// <summary>A text.</summary>
/// <param name="text">The text.</param>
internal sealed class SchemaText(string text) : SchemaValue
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;
}

/// <summary>A whole number; those of devices have up to 64 bits, with a sign or without.</summary>
/// <param name="value">The number.</param>
internal sealed class SchemaInteger(Int128 value) : SchemaValue
{
    /// <summary>The number.</summary>
    public Int128 Value { get; } = value;
}

/// <summary>A number with a fraction. No property has one, but a bound may.</summary>
/// <param name="value">The number.</param>
internal sealed class SchemaReal(double value) : SchemaValue
{
    /// <summary>The number.</summary>
    public double Value { get; } = value;
}

/// <summary>A list.</summary>
internal sealed class SchemaList : SchemaValue
{
    /// <summary>What is in it.</summary>
    public List<SchemaValue> Items { get; init; } = [];

    /// <inheritdoc/>
    public override SchemaValue Copy() => new SchemaList { Items = [.. Items.Select(item => item.Copy())] };
}
