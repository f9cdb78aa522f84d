namespace Bsp.Model;

/// <summary>A fragment and the layer that it comes from.</summary>
/// <param name="Name">The layer, as messages and the defconfig name it, such as <c>soc rk3328</c>.</param>
/// <param name="Fragment">What the layer requests.</param>
public sealed record KernelLayer(string Name, KernelFragment Fragment);

/// <summary>A request after merging.</summary>
/// <param name="Request">The request.</param>
/// <param name="Layer">The layer whose request was kept.</param>
public sealed record MergedRequest(KconfigRequest Request, string Layer);

/// <summary>Two layers that request different values of one symbol, without overriding.</summary>
/// <param name="Lower">The request of the more general layer.</param>
/// <param name="Upper">The request of the more specific layer, which is kept.</param>
public sealed record KernelConflict(MergedRequest Lower, MergedRequest Upper);

/// <summary>What a board on a distribution requests of its kernel: the layers merged, with every conflict recorded.</summary>
public sealed record KernelConfig
{
    /// <summary>The layer with the requests of the board's watchdog.</summary>
    public const string WatchdogLayer = "watchdog";

    private KernelConfig(Seq<KernelLayer> layers, Seq<MergedRequest> requests, Seq<KernelConflict> conflicts) =>
        (Layers, Requests, Conflicts) = (layers, requests, conflicts);

    /// <summary>The layers, the most general first.</summary>
    public Seq<KernelLayer> Layers { get; }

    /// <summary>One request for each symbol, in the order in which the symbols were first requested.</summary>
    public Seq<MergedRequest> Requests { get; }

    /// <summary>Where layers contradict each other (BSP1006).</summary>
    public Seq<KernelConflict> Conflicts { get; }

    /// <summary>Merges the layers of a board: features, architecture, SoC, board.</summary>
    public static KernelConfig For(Board board, Distribution distribution) => Merge(Seq<KernelLayer>.Of(
    [
        .. LayersOf(distribution, board.Soc.Architecture),
        .. distribution.ConfiguresKernelFor(board) ? distribution.HardwareOf(board) : [],
    ]));

    /// <summary>The layers that all boards of an architecture have in common on a distribution: features, then the architecture.</summary>
    public static IEnumerable<KernelLayer> LayersOf(Distribution distribution, Architecture architecture) =>
    [
        .. distribution.Features.Select(feature => new KernelLayer("feature " + feature.Name, feature.Kernel)),
        .. distribution.Architectures.Where(layer => layer.Architecture == architecture)
            .Select(layer => new KernelLayer("architecture " + layer.Architecture.Name, layer.Kernel)),
    ];

    /// <summary>Merges layers, the most general first.</summary>
    public static KernelConfig Merge(Seq<KernelLayer> layers)
    {
        var order = new List<KconfigSymbol>();
        var merged = new Dictionary<KconfigSymbol, MergedRequest>();
        var conflicts = new List<KernelConflict>();
        foreach (var layer in layers)
        {
            foreach (var request in layer.Fragment.Requests)
            {
                var upper = new MergedRequest(request, layer.Name);
                if (!merged.TryGetValue(request.Symbol, out var lower))
                {
                    order.Add(request.Symbol);
                    merged.Add(request.Symbol, upper);
                }
                else if (lower.Request.Value != request.Value)
                {
                    if (!request.Overrides)
                        conflicts.Add(new(lower, upper));
                    merged[request.Symbol] = upper;
                }
                else if (lower.Request.Optional && !request.Optional)
                {
                    merged[request.Symbol] = lower with { Request = lower.Request with { Optional = false } };
                }
            }
        }

        return new(layers, Seq<MergedRequest>.Of(order.Select(symbol => merged[symbol])), Seq<KernelConflict>.Of(conflicts));
    }
}
