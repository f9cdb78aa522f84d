namespace Bsp.Kconfig;

/// <summary>A request, as a search for fixes sees it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Assignment">What conf takes from it.</param>
/// <param name="IsToHold">Whether a fix has to have it hold; what did not hold before may stay so, but is not contradicted.</param>
internal sealed record AskedFor(Request Request, Assignment Assignment, bool IsToHold);
