namespace Bsp.Kconfig.Parsing.Shells;

/// <summary>A command without an answer.</summary>
/// <param name="command">The command.</param>
public sealed class UnknownCommandException(string command) : Exception($"there is no recorded answer to the command: {command}")
{
    /// <summary>The command.</summary>
    public string Command { get; } = command;
}
