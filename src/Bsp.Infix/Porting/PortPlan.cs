using System.Globalization;
using Bsp.Build;

namespace Bsp.Infix.Porting;

/// <summary>What a port does to a checkout, before it does it.</summary>
public sealed class PortPlan
{
    private readonly Checkout _checkout;
    private readonly PortManifest _next;

    internal PortPlan(Checkout checkout, PortManifest next) => (_checkout, _next) = (checkout, next);

    /// <summary>The changes, in the order of their paths; empty when the checkout has what the boards generate.</summary>
    public required IReadOnlyList<PortChange> Changes { get; init; }

    /// <summary>What else is worth knowing: what is taken over from people, what is kept, what was overruled.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Why this port may not run without force.</summary>
    public required IReadOnlyList<string> Obstacles { get; init; }

    /// <summary>In how many regions of shared files lines change.</summary>
    public required int Regions { get; init; }

    /// <summary>How many files and regions change.</summary>
    public string Summary => Describe("wrote");

    /// <summary>The same, to follow "would have".</summary>
    public string Participle => Describe("written");

    /// <summary>Plans a port; changes nothing.</summary>
    /// <param name="request">What to port where.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="BuildFailedException">The folder is not an Infix checkout, or boards have what cannot be ported.</exception>
    public static async Task<PortPlan> MakeAsync(PortRequest request, CancellationToken cancel = default)
    {
        var checkout = Checkout.Open(request.Checkout);
        var planner = new PortPlanner(checkout, request);
        planner.PlanFiles();
        planner.PlanLines();
        planner.CheckReferences();
        planner.PlanRecord();
        await planner.CheckCommittedAsync(cancel).ConfigureAwait(false);
        return planner.Finish();
    }

    /// <summary>Refuses a port that has obstacles.</summary>
    /// <exception cref="BuildFailedException">It has; the message names them all.</exception>
    public void RefuseObstacles()
    {
        if (Obstacles.Count > 0)
        {
            throw new BuildFailedException(
                $"nothing was ported, as {Obstacles.Count} thing(s) are in the way; '--force' overrules them, "
                + $"'--dry-run' shows what that would do:\n  {string.Join("\n  ", Obstacles)}");
        }
    }

    /// <summary>Does it. A port that is killed on its way leaves a record of what it was doing, and the next one completes it.</summary>
    /// <exception cref="BuildFailedException">It has obstacles.</exception>
    public void Apply()
    {
        RefuseObstacles();
        if (Changes.Count == 0)
            return;
        _checkout.Write(PortManifest.PendingPath, new(_next.ToText()));
        foreach (var change in Changes.Where(x => x.Kind != PortChangeKind.Record))
        {
            if (change.After is { } text)
                _checkout.Write(change.Path, new(text, change.IsLink), change.WasLink);
            else
                _checkout.Delete(change.Path, change.WasLink);
        }

        if (!_next.IsEmpty)
        {
            _checkout.Rename(PortManifest.PendingPath, PortManifest.FilePath);
            return;
        }

        _checkout.Delete(PortManifest.FilePath);
        _checkout.Delete(PortManifest.PendingPath);
    }

    private string Describe(string wrote) => string.Create(
        CultureInfo.InvariantCulture,
        $"{wrote} {Changes.Count(x => x.Kind == PortChangeKind.Write)}, changed {Regions} regions, "
        + $"removed {Changes.Count(x => x.Kind == PortChangeKind.Remove)}");
}
