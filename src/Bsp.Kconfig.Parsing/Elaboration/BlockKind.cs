namespace Bsp.Kconfig.Parsing.Elaboration;

/// <summary>What has an end statement.</summary>
internal enum BlockKind
{
    /// <summary><c>if</c>.</summary>
    If,

    /// <summary><c>menu</c>.</summary>
    Menu,

    /// <summary><c>choice</c>.</summary>
    Choice,
}
