namespace Bsp.Kconfig;

/// <summary>A request that a fix for another one has to keep.</summary>
/// <param name="Request">The request.</param>
/// <param name="Assignment">What conf takes from it.</param>
/// <param name="Holds">Whether it holds without the fix.</param>
internal sealed record OtherRequest(Request Request, Assignment Assignment, bool Holds);
