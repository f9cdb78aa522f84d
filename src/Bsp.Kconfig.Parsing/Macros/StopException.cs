namespace Bsp.Kconfig.Parsing.Macros;

/// <summary>An <c>$(error-if,y,…)</c>: nothing after it is read.</summary>
/// <param name="message">The text it was given.</param>
internal sealed class StopException(string message) : Exception(message);
