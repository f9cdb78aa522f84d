using Bsp.Cli.Differences;
using Bsp.Kconfig;

namespace Bsp.Cli.Menus;

/// <summary>Why a value differs from the one in the file.</summary>
internal enum ChangeReason
{
    /// <summary>The user gave it, or asked for a fix that it is part of.</summary>
    Given,

    /// <summary>It follows from what the user gave.</summary>
    Follows,

    /// <summary>It is so since the file was read: the tree has no such value, or has a symbol that the file says nothing of.</summary>
    Read,
}

/// <summary>A value that the file does not have yet.</summary>
/// <param name="Value">The symbol's name, and both values.</param>
/// <param name="Symbol">The symbol; null for a line of the file whose symbol is gone.</param>
/// <param name="Reason">Why.</param>
internal sealed record MenuChange(ValueChange Value, Symbol? Symbol, ChangeReason Reason);
