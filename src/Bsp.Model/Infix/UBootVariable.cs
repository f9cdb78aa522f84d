namespace Bsp.Model;

/// <summary>A variable of U-Boot's environment, kept in the control device tree (<c>/config/environment</c>).</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value; a script may have several lines.</param>
public sealed record UBootVariable(string Name, string Value)
{
    /// <summary>The name.</summary>
    public string Name { get; init => field = TextRules.Word(value, "a U-Boot variable", "_-."); } =
        TextRules.Word(Name, "a U-Boot variable", "_-.");

    /// <summary>
    /// The file whose text is the value, from the folder of U-Boot's device trees; null where <see cref="Value"/> is the value.
    /// </summary>
    public RelativePath? File { get; private init; }

    /// <summary>A variable with the text of a file.</summary>
    /// <param name="name">The name.</param>
    /// <param name="file">The file, from the folder of U-Boot's device trees, such as <c>scripts/ixboot.sh</c>.</param>
    public static UBootVariable FromFile(string name, RelativePath file) => new(name, "") { File = file };
}
