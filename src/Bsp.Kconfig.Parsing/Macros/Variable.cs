namespace Bsp.Kconfig.Parsing.Macros;

/// <summary>A variable, or a function: both are texts.</summary>
internal sealed class Variable
{
    /// <summary>The text; expanded already when <see cref="IsSimple"/>.</summary>
    public string Value { get; set; } = "";

    /// <summary>Whether <c>:=</c> made it: its text is not expanded again.</summary>
    public bool IsSimple { get; set; }

    /// <summary>How many expansions of it are under way.</summary>
    public int Expansions { get; set; }
}
