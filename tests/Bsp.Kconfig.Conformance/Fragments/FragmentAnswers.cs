namespace Bsp.Kconfig.Conformance.Fragments;

/// <summary>What is said of a fragment.</summary>
/// <param name="Unmet">Names the symbols whose requests are not in the configuration.</param>
/// <param name="Fix">Proposes a fix of one of the requests.</param>
internal sealed record FragmentAnswers(
    Func<Configuration, IReadOnlyList<Request>, IEnumerable<string>> Unmet,
    Func<Configuration, Request, IReadOnlyList<Request>, FixAnswer?> Fix)
{
    /// <summary>What the engine says.</summary>
    public static FragmentAnswers OfEngine { get; } = new(
        (configuration, requests) => new RequestCheck(configuration).Unmet(requests).Select(unmet => unmet.Request.Symbol),
        (configuration, request, requests) => new FixSearch(configuration).Find([request], requests));
}
