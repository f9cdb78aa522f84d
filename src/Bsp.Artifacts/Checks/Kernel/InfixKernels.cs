using Bsp.Model;
using Bsp.Shared;

namespace Bsp.Artifacts.Checks.Kernel;

/// <summary>BSP1008 and BSP1011: boards that share a kernel get one value of a symbol, whatever each of them asks for.</summary>
/// <remarks>
/// Infix applies the boards' fixups in the order of their makefiles, each over the one before (KCONFIG_SET_OPT of
/// Buildroot's package/pkg-utils.mk): the last board decides for all of them.
/// </remarks>
internal static class InfixKernels
{
    public static IEnumerable<Finding> Check(IEnumerable<Board> boards, InfixDistribution distribution) =>
        boards.Where(distribution.Supports)
            .GroupBy(board => board.Soc.Architecture)
            .SelectMany(sharing => Check(sharing.Key, sharing.OrderBy(board => board.Id, StringComparer.Ordinal), distribution));

    private static IEnumerable<Finding> Check(Architecture architecture, IEnumerable<Board> boards, InfixDistribution distribution)
    {
        var shared = KernelConfig.Merge(Seq<KernelLayer>.Of(KernelConfig.LayersOf(distribution, architecture)));
        var layers = new HashSet<string>(shared.Layers.Select(layer => layer.Name), StringComparer.Ordinal);
        var reported = new HashSet<object>(ReferenceComparer.Instance);
        var claims = shared.Requests.ToDictionary(merged => merged.Request.Symbol, merged => new List<Claim> { new(null, merged) });
        foreach (var board in boards)
        {
            foreach (var merged in KernelConfig.For(board, distribution).Requests.Where(merged => !layers.Contains(merged.Layer)))
            {
                var claim = new Claim(board, merged);
                if (!claims.TryGetValue(merged.Request.Symbol, out var earlier))
                    claims.Add(merged.Request.Symbol, earlier = []);
                // A layer that two boards name asks once.
                if (reported.Add(merged.Request) && earlier.FirstOrDefault(claim.Contradicts) is { } loser)
                    yield return Conflict(architecture, loser, claim);
                earlier.Add(claim);
            }
        }
    }

    private static Finding Conflict(Architecture architecture, Claim loser, Claim winner)
    {
        var asked = $"{winner} asks for '{winner.Request}', but {loser} asks for '{loser.Request}'";
        return winner.Request.Value == KconfigValue.M
            ? new(
                Rules.SharedKernelModule, winner.Request,
                $"{asked}, and all boards of {architecture.Name} share a kernel, in which the later one makes it a module; "
                + "write Y for both, or M",
                loser.Request)
            : new(
                Rules.SharedKernelConflict, winner.Request,
                $"{asked}, and all boards of {architecture.Name} share a kernel, which has one value; ask for the same, or for nothing",
                loser.Request);
    }

    /// <param name="Board">Who asks; null for a layer that all boards have.</param>
    /// <param name="Merged">What for.</param>
    private sealed record Claim(Board? Board, MergedRequest Merged)
    {
        public KconfigRequest Request => Merged.Request;

        /// <summary>Whether this one gives a symbol less than the other requests, or another value.</summary>
        public bool Contradicts(Claim other)
        {
            var (mine, others) = (Request.Value, other.Request.Value);
            if (mine == others)
                return false;
            if (mine.Type != KconfigType.Tristate || others.Type != KconfigType.Tristate)
                return true;
            // A layer's n is a default that boards may turn on; a board's is meant.
            return others == KconfigValue.N ? other.Board is not null : mine == KconfigValue.N || others == KconfigValue.Y;
        }

        public override string ToString() =>
            Board is null || Merged.Layer == "board " + Board.Id ? Merged.Layer : $"{Merged.Layer} of board {Board.Id}";
    }
}
