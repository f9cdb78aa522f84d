namespace Bsp.SystemTests.Machines;

/// <summary>The console did not say what was waited for.</summary>
public sealed class ConsoleTimeoutException(string message) : Exception(message);
