using Bsp.Model;

namespace Bsp.Infix.Porting;

/// <summary>What to port where.</summary>
public sealed record PortRequest
{
    /// <summary>The folder of an Infix checkout.</summary>
    public required string Checkout { get; init; }

    /// <summary>All boards of the project on the distribution; what a checkout has of others is removed.</summary>
    public required IReadOnlyList<GeneratedBoard> Project { get; init; }

    /// <summary>The folder with a folder for each board, where files are that are ported as they are.</summary>
    public required string BoardFolders { get; init; }

    /// <summary>The ids of those to port.</summary>
    public required IReadOnlyCollection<string> Boards { get; init; }

    /// <summary>Whether to overwrite what others have written, and to port into a checkout with uncommitted changes.</summary>
    public bool Force { get; init; }
}
