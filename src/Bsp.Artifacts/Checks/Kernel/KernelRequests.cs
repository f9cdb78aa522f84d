using Bsp.Artifacts.Kernel;
using Bsp.Kconfig;
using Bsp.Model;

namespace Bsp.Artifacts.Checks.Kernel;

/// <summary>BSP3001 and BSP3002: what boards ask of a kernel, compared with what its Kconfig files make of it.</summary>
/// <remarks>It caches what it found for each defconfig: an editor asks at every keystroke, and few of them change the requests.</remarks>
/// <param name="tree">The Kconfig files of the kernel, for one architecture.</param>
public sealed class KernelRequests(KconfigTree tree)
{
    private const int MaximumCached = 200;
    private const int MaximumTrials = 200;
    private readonly Dictionary<(KernelBase Base, string Defconfig), IReadOnlyList<Unmet>> _cache = [];

    /// <summary>The requests of a board that its kernel would not have in the end; those that are optional do not count.</summary>
    public IEnumerable<Finding> Check(Board board, Distribution distribution)
    {
        var requests = LinuxDefconfig.ByLayer(KernelConfig.For(board, distribution)).SelectMany(layer => layer.Requests).ToList();
        var unmet = Of(distribution.KernelBase, string.Concat(requests.Select(merged => merged.Request + "\n"))).ToDictionary(
            request => request.Symbol, StringComparer.Ordinal);
        foreach (var (request, layer) in requests)
        {
            if (request.Optional || !unmet.TryGetValue(request.Symbol, out var found))
                continue;
            // What a watchdog asks for is written as the name of its driver.
            object subject = board is BootableBoard { Watchdog: var watchdog } && watchdog.Driver == request.Symbol
                && !board.Kernel.Requests.Contains(request)
                ? watchdog
                : request;
            yield return new(found.Rule, subject, $"{layer}: {found.Message.Value}");
        }
    }

    private IReadOnlyList<Unmet> Of(KernelBase start, string defconfig)
    {
        lock (_cache)
        {
            if (_cache.TryGetValue((start, defconfig), out var known))
                return known;
            if (_cache.Count == MaximumCached)
                _cache.Clear();
            return _cache[(start, defconfig)] = Compare(start, defconfig);
        }
    }

    private IReadOnlyList<Unmet> Compare(KernelBase start, string defconfig)
    {
        const string name = ArtifactNames.LinuxDefconfig;
        var others = start == KernelBase.AllNo ? NewValues.No : NewValues.Default;
        var configuration = new Conf(tree, []).All(others, defconfig, name);
        var requests = Request.Parse(defconfig, name);
        // What the compiler says must not depend on how fast the machine is.
        var search = new FixSearch(configuration) { TimeLimit = TimeSpan.MaxValue, MaximumTrials = MaximumTrials };
        return
        [
            .. new RequestCheck(configuration).Unmet(requests).Select(unmet => new Unmet(
                unmet.Request.Symbol,
                unmet.Reason == UnmetReason.Unknown ? Rules.UnknownKernelSymbol : Rules.UnmetKernelRequest,
                new(() => search.Find([unmet.Request], requests) is { } fix ? $"{unmet}; {fix.Text("")}" : unmet.ToString()))),
        ];
    }

    private sealed record Unmet(string Symbol, Rule Rule, Lazy<string> Message);
}
