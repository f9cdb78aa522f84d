namespace Bsp.Kconfig;

/// <summary>The type of a symbol.</summary>
public enum SymbolType : byte
{
    /// <summary>Not defined, or a constant: its value is its own name.</summary>
    Unknown,

    /// <summary><c>bool</c>.</summary>
    Bool,

    /// <summary><c>tristate</c>.</summary>
    Tristate,

    /// <summary><c>int</c>.</summary>
    Int,

    /// <summary><c>hex</c>.</summary>
    Hex,

    /// <summary><c>string</c>.</summary>
    String,
}
