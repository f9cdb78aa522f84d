namespace Bsp.Kconfig.Parsing.Shells;

/// <summary>
/// A shell that may be asked from several threads at once, and ahead of need: commands that a tree will want are then
/// run side by side.
/// </summary>
public interface IParallelShell : IShell
{
    /// <summary>Whether the answer to a command is at hand, so that nothing is won by asking ahead.</summary>
    /// <param name="command">The command.</param>
    bool IsKnown(string command);
}
