namespace Bsp.Model;

/// <summary>One symbol that is to have one value in the final .config.</summary>
/// <param name="Symbol">The name without the <c>CONFIG_</c> prefix.</param>
/// <param name="Value">The value asked for.</param>
public sealed record KconfigRequest(KconfigSymbol Symbol, KconfigValue Value)
{
    /// <summary>
    /// Whether the build goes on when the final .config has another value, as where a symbol exists in some kernels only.
    /// </summary>
    public bool Optional { get; init; }

    /// <summary>Whether this request stands against one of a lower layer for the same symbol.</summary>
    public bool Overrides { get; init; }

    /// <summary>Why the symbol is asked for, where that is not plain; it becomes a comment in the defconfig.</summary>
    public OneLine? Reason { get; init; }

    /// <summary>The request as a fragment has it: <c>CONFIG_X=y</c>, or <c># CONFIG_X is not set</c>.</summary>
    public override string ToString() =>
        Value == KconfigValue.N ? "# CONFIG_" + Symbol + " is not set" : "CONFIG_" + Symbol + "=" + Value;
}
