namespace Bsp.Kconfig.Parsing.Shells;

/// <summary>Answers <c>$(shell,…)</c>.</summary>
public interface IShell
{
    /// <summary>Runs a command.</summary>
    /// <param name="command">The command, for <c>/bin/sh -c</c>.</param>
    /// <returns>What it printed: on one line, without line ends at its end; whether it failed does not matter.</returns>
    /// <exception cref="UnknownCommandException">There is no answer, and none can be had.</exception>
    string Run(string command);
}
