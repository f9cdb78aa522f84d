using Bsp.DeviceTrees;

namespace Bsp.Cli.DeviceTrees;

/// <summary>Tells the lines that somebody writes from those of a kernel that they build on.</summary>
/// <param name="host">The process.</param>
/// <param name="named">The files that the command line names, which are one's own also where they are in a kernel.</param>
internal sealed class OwnLines(CliHost host, IEnumerable<string> named)
{
    private readonly HashSet<string> _named = [.. named.Select(host.Absolute)];
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a file is one's own.</summary>
    public bool Include(SourcePosition position)
    {
        lock (_known)
        {
            if (!_known.TryGetValue(position.File, out var isOwn))
            {
                var path = host.Absolute(position.File);
                isOwn = _named.Contains(path) || TreeInput.KernelPrefixes(path) is null;
                _known.Add(position.File, isOwn);
            }

            return isOwn;
        }
    }
}
