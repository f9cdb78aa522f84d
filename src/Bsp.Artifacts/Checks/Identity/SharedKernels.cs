using Bsp.Model;

namespace Bsp.Artifacts.Checks.Identity;

/// <summary>BSP1007: a board that shares the kernel of its architecture may repeat what that has, and add nothing.</summary>
internal sealed class SharedKernels : IBoardCheck
{
    public IEnumerable<Finding> Check(Board board, Distribution distribution)
    {
        var architecture = board.Soc.Architecture;
        if (!distribution.SharesKernel(architecture))
            yield break;
        var shared = KernelConfig.Merge(Seq<KernelLayer>.Of(KernelConfig.LayersOf(distribution, architecture))).Requests
            .ToDictionary(merged => merged.Request.Symbol);
        foreach (var (request, layer) in KernelConfig.For(board, distribution).Requests)
        {
            if (shared.TryGetValue(request.Symbol, out var existing) && existing.Request.Value == request.Value)
                continue;
            var has = existing is null ? "does not ask for that symbol" : $"has '{existing.Request}' from {existing.Layer}";
            yield return new(
                Rules.BeyondSharedKernel,
                board is BootableBoard { Watchdog: var watchdog } && layer == KernelConfig.WatchdogLayer ? watchdog : request,
                $"{layer} asks for '{request}', but all boards of {architecture.Name} on '{distribution.Id}' share one kernel, "
                + $"which {has}; ask for it in the architecture's layer of '{distribution.Id}', or in a feature");
        }
    }
}
