namespace Bsp.Cli.Terminals;

/// <summary>What has come from a terminal.</summary>
internal enum InputKind
{
    /// <summary>Nothing, in the time that there was.</summary>
    None,

    /// <summary>A key.</summary>
    Key,

    /// <summary>The left mouse button was pressed.</summary>
    Click,

    /// <summary>The right mouse button was pressed.</summary>
    RightClick,

    /// <summary>The wheel was turned away from the user.</summary>
    WheelUp,

    /// <summary>The wheel was turned towards the user.</summary>
    WheelDown,

    /// <summary>The terminal has another size, or shows something else.</summary>
    Resized,
}
