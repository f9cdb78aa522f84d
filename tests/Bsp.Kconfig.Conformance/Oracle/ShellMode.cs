namespace Bsp.Kconfig.Conformance.Oracle;

/// <summary>What happens when conf asks the shell.</summary>
/// <param name="Variable">The variable that tells the library; null for a run without it.</param>
/// <param name="Path">The file with the answers.</param>
internal sealed record ShellMode(string? Variable, string? Path)
{
    /// <summary>The shell is asked, as without a harness.</summary>
    public static ShellMode Real { get; } = new(null, null);

    /// <summary>The answers are in a file, all of them.</summary>
    public static ShellMode Replay(string path) => new("BSP_REPLAY_ANSWERS", path);

    /// <summary>The shell is asked once for each command, and a file notes what it says.</summary>
    public static ShellMode Record(string path) => new("BSP_RECORD_ANSWERS", path);
}
