namespace Bsp.Kconfig;

/// <summary>
/// The value of a bool or tristate symbol, and of an expression. The order is that of Kconfig: and is the smaller, or the larger.
/// </summary>
public enum Tristate : byte
{
    /// <summary><c>n</c>: off.</summary>
    No = 0,

    /// <summary><c>m</c>: a module.</summary>
    Module = 1,

    /// <summary><c>y</c>: built in.</summary>
    Yes = 2,
}

/// <summary>Kleene's logic over three values, as <c>EXPR_AND</c>, <c>EXPR_OR</c> and <c>EXPR_NOT</c> of scripts/kconfig/expr.h.</summary>
public static class Tristates
{
    /// <summary>The smaller of both.</summary>
    public static Tristate And(this Tristate left, Tristate right) => left < right ? left : right;

    /// <summary>The larger of both.</summary>
    public static Tristate Or(this Tristate left, Tristate right) => left > right ? left : right;

    /// <summary><c>y</c> for <c>n</c>, <c>n</c> for <c>y</c>; <c>m</c> stays.</summary>
    public static Tristate Not(this Tristate value) => (Tristate)((byte)Tristate.Yes - (byte)value);

    /// <summary>As a .config has it: <c>n</c>, <c>m</c> or <c>y</c>.</summary>
    public static string Text(this Tristate value) => value switch
    {
        Tristate.Yes => "y",
        Tristate.Module => "m",
        _ => "n",
    };

    /// <summary>The value that a text names.</summary>
    /// <returns>Null for anything but <c>n</c>, <c>m</c> and <c>y</c>.</returns>
    public static Tristate? Parse(string text) => text switch
    {
        "y" => Tristate.Yes,
        "m" => Tristate.Module,
        "n" => Tristate.No,
        _ => null,
    };
}
