namespace Bsp.Model;

/// <summary>A value that a symbol is required to have in the final .config.</summary>
/// <param name="Symbol">The name without the <c>CONFIG_</c> prefix.</param>
/// <param name="Value">The requested value.</param>
public sealed record KconfigRequest(KconfigSymbol Symbol, KconfigValue Value)
{
    /// <summary>
    /// Whether the build continues when the final .config has another value, for symbols that only some kernels have.
    /// </summary>
    public bool Optional { get; init; }

    /// <summary>Whether this request overrides one of a lower layer for the same symbol.</summary>
    public bool Overrides { get; init; }

    /// <summary>Why the symbol is requested, where that is not obvious; it becomes a comment in the defconfig.</summary>
    public OneLine? Reason { get; init; }

    /// <summary>The request as a fragment has it: <c>CONFIG_X=y</c>, or <c># CONFIG_X is not set</c>.</summary>
    public override string ToString() =>
        Value == KconfigValue.N ? "# CONFIG_" + Symbol + " is not set" : "CONFIG_" + Symbol + "=" + Value;
}
