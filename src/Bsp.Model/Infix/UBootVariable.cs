namespace Bsp.Model;

/// <summary>A variable of U-Boot's environment, kept in the control device tree (<c>/config/environment</c>).</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value; a script may have several lines.</param>
public sealed record UBootVariable(string Name, string Value)
{
    /// <summary>The name.</summary>
    public string Name { get; init => field = Text.Word(value, "a U-Boot variable", "_-."); } = Text.Word(Name, "a U-Boot variable", "_-.");
}
