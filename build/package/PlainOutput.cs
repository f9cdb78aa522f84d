using System.Runtime.CompilerServices;

/// <summary>
/// Keeps colours out of pipes and from who wants none (no-color.org): Nuke asks only <c>TERM</c>, and only once, at its start.
/// </summary>
static class PlainOutput
{
    [ModuleInitializer]
    internal static void Choose()
    {
        if (Console.IsOutputRedirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")))
            Environment.SetEnvironmentVariable("TERM", "dumb");
    }
}
