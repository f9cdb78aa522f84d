namespace Bsp.DeviceTrees.Bindings.Preparation;

/// <summary>Where a schema is in its binding, as far as what is made of it depends on that.</summary>
internal readonly record struct SchemaContext
{
    /// <summary>The name that it is the schema of, in <c>properties</c> or another list of names; null for the binding itself.</summary>
    public string? Name { get; private init; }

    /// <summary>The innermost name around that is not a pattern.</summary>
    public string? Property { get; private init; }

    /// <summary>Whether it, or a schema around it, is one of <c>reg</c>.</summary>
    public bool IsOfReg { get; private init; }

    /// <summary>Whether it is below <c>then</c> or <c>else</c>.</summary>
    public bool IsConditional { get; private init; }

    /// <summary>Whether it is one of the alternatives of <c>oneOf</c>.</summary>
    public bool IsAlternative { get; private init; }

    /// <summary>The place of the schemas of a keyword.</summary>
    public SchemaContext Enter(
        string keyword) => this with { IsConditional = IsConditional || keyword is "then" or "else", IsAlternative = keyword == "oneOf" };

    /// <summary>The place of the schema of a name.</summary>
    /// <param name="keyword">The list that has the name.</param>
    /// <param name="name">The name.</param>
    public SchemaContext Enter(string keyword, string name) => this with
    {
        Name = name,
        Property = keyword is "properties" or "$defs" ? name : Property,
        IsOfReg = IsOfReg || name == "reg",
        IsAlternative = false,
    };
}
