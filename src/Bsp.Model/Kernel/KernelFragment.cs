namespace Bsp.Model;

/// <summary>The Kconfig requests of one layer: a fragment as for <c>merge_config.sh</c>. U-Boot's configuration is one too.</summary>
/// <remarks>Write one as a sum: <c>KernelFragment.Y("MMC", "MMC_DW") + KernelFragment.N("VT").Because("no screen")</c>.</remarks>
public sealed record KernelFragment
{
    /// <summary>The requests, in the order in which they were written.</summary>
    public Seq<KconfigRequest> Requests { get; init => field = CheckedRequests(value); } = [];

    /// <summary>The fragment without requests.</summary>
    public static KernelFragment Empty { get; } = new();

    /// <summary>Symbols to build in.</summary>
    public static KernelFragment Y(params KconfigSymbol[] symbols) => All(symbols, KconfigValue.Y);

    /// <summary>Symbols to build as modules.</summary>
    public static KernelFragment M(params KconfigSymbol[] symbols) => All(symbols, KconfigValue.M);

    /// <summary>Symbols to turn off.</summary>
    public static KernelFragment N(params KconfigSymbol[] symbols) => All(symbols, KconfigValue.N);

    /// <summary>A decimal number.</summary>
    public static KernelFragment Int(KconfigSymbol symbol, long value) => All([symbol], KconfigValue.Int(value));

    /// <summary>A hexadecimal number.</summary>
    public static KernelFragment Hex(KconfigSymbol symbol, ulong value) => All([symbol], KconfigValue.Hex(value));

    /// <summary>A string.</summary>
    public static KernelFragment String(KconfigSymbol symbol, string value) => All([symbol], KconfigValue.String(value));

    /// <summary>The requests of both, within one layer.</summary>
    /// <exception cref="ModelException">Both request the same symbol.</exception>
    public static KernelFragment operator +(KernelFragment left, KernelFragment right) =>
        new() { Requests = left.Requests + right.Requests };

    /// <summary>The same requests, which do not stop the build when they are not met.</summary>
    public KernelFragment Optionally() => Each(request => request with { Optional = true });

    /// <summary>The same requests, overriding those of lower layers.</summary>
    public KernelFragment Overriding() => Each(request => request with { Overrides = true });

    /// <summary>The same requests with modules built in: images of the Debian engine have no modules.</summary>
    public KernelFragment BuiltIn() =>
        Requests.Any(IsModule) ? Each(request => IsModule(request) ? request with { Value = KconfigValue.Y } : request) : this;

    /// <summary>The same requests with a reason, which the defconfig shows.</summary>
    public KernelFragment Because(OneLine reason) => Each(request => request with { Reason = reason });

    private static KernelFragment All(IEnumerable<KconfigSymbol> symbols, KconfigValue value) =>
        new() { Requests = Seq<KconfigRequest>.Of(symbols.Select(symbol => new KconfigRequest(symbol, value))) };

    private static bool IsModule(KconfigRequest request) => request.Value == KconfigValue.M;

    private KernelFragment Each(Func<KconfigRequest, KconfigRequest> change) =>
        new() { Requests = Seq<KconfigRequest>.Of(Requests.Select(change)) };

    private static Seq<KconfigRequest> CheckedRequests(Seq<KconfigRequest> requests)
    {
        var seen = new Dictionary<KconfigSymbol, KconfigRequest>();
        foreach (var request in requests)
        {
            if (seen.TryGetValue(request.Symbol, out var earlier))
                throw new ModelException($"'{earlier}' and '{request}' are in one layer; keep one of them");
            seen.Add(request.Symbol, request);
        }

        return requests;
    }
}
