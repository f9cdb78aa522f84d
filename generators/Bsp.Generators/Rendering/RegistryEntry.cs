namespace Bsp.Generators.Rendering;

/// <summary>A line of the registry.</summary>
internal sealed record RegistryEntry(string Board, string Distribution, string Order, string ClassName, bool IsComplete);
