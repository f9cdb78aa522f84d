using Bsp.Kconfig.Parsing.Shells;
using Bsp.Kconfig.Parsing.Syntax;

namespace Bsp.Kconfig.Parsing.Elaboration;

/// <summary>Asks a shell, and at the first command that it must run starts to look for those that will follow.</summary>
/// <param name="source">The tree.</param>
/// <param name="loader">Has its files.</param>
/// <param name="shell">The shell.</param>
internal sealed class AheadShell(KconfigSource source, SyntaxLoader loader, IShell shell) : IShell, IDisposable
{
    private ShellAhead? _ahead;

    /// <inheritdoc/>
    public string Run(string command)
    {
        if (_ahead is null && source.ReadAhead && shell is IParallelShell parallel && !parallel.IsKnown(command))
        {
            _ahead = new(source, loader, parallel);
            _ahead.Start();
        }
        return shell.Run(command);
    }

    /// <inheritdoc/>
    public void Dispose() => _ahead?.Stop();
}
