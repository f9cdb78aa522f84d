namespace Bsp.Kconfig.Parsing.Macros;

/// <summary>A macro that cannot be expanded.</summary>
/// <param name="message">Why, in the C tool's words where it has some.</param>
internal sealed class MacroException(string message) : Exception(message);
