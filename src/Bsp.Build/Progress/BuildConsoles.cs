using Spectre.Console;
using SystemConsole = System.Console;

namespace Bsp.Build.Progress;

/// <summary>Chooses how a build is shown.</summary>
public static class BuildConsoles
{
    /// <summary>A live display on a terminal, else plain lines.</summary>
    /// <param name="plain">Whether plain lines are wanted on a terminal too.</param>
    public static IBuildConsole ForStandardOutput(bool plain = false)
    {
        var live = !plain && !SystemConsole.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi
            && AnsiConsole.Profile.Capabilities.Interactive;
        return live ? new LiveConsole(AnsiConsole.Console) : new PlainConsole(SystemConsole.Out);
    }
}
