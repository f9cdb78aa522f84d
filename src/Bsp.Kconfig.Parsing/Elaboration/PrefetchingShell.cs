using Bsp.Kconfig.Parsing.Shells;
using Bsp.Kconfig.Parsing.Syntax;

namespace Bsp.Kconfig.Parsing.Elaboration;

/// <summary>Asks a shell, and at the first command that it must run starts to prefetch the answers of those that will follow.</summary>
/// <param name="source">The tree.</param>
/// <param name="loader">Has its files.</param>
/// <param name="shell">The shell.</param>
internal sealed class PrefetchingShell(KconfigSource source, SyntaxLoader loader, IShell shell) : IShell, IDisposable
{
    private ShellPrefetcher? _prefetcher;

    /// <inheritdoc/>
    public string Run(string command)
    {
        if (_prefetcher is null && source.ReadAhead && shell is IParallelShell parallel && !parallel.IsKnown(command))
        {
            _prefetcher = new(source, loader, parallel);
            _prefetcher.Start();
        }
        return shell.Run(command);
    }

    /// <inheritdoc/>
    public void Dispose() => _prefetcher?.Stop();
}
