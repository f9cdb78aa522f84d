using Bsp.Model;

namespace Bsp.Review.Tests.Replays;

/// <summary>Edits of fragments.</summary>
internal static class Fragments
{
    /// <summary>A fragment without some of its requests.</summary>
    public static KernelFragment Without(this KernelFragment fragment, params string[] symbols) =>
        new() { Requests = [.. fragment.Requests.Where(request => !symbols.Contains(request.Symbol.Value))] };
}
