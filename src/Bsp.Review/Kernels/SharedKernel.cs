using Bsp.Review.Revisions;

namespace Bsp.Review.Kernels;

/// <summary>A request and the board that makes it; null for a layer that all boards of the kernel have.</summary>
internal sealed record Asked(LayerRequest Request, string? Board)
{
    /// <summary>Who asks, in words.</summary>
    public string By => Board is null || Request.Layer == "board " + Board ? Request.Layer : $"{Request.Layer} of {Board}";
}

/// <summary>A kernel of one side, which one board has or several boards share, with what they ask of it.</summary>
internal sealed class SharedKernel
{
    private readonly List<Asked> _asked;

    private SharedKernel(IReadOnlyList<BoardArtifacts> boards)
    {
        Boards = boards;
        var order = new List<string>();
        var requests = new Dictionary<string, Asked>(StringComparer.Ordinal);
        // Buildroot applies the boards' fixups in the order of their makefiles, each over the one before.
        _asked =
        [
            .. boards.SelectMany(board => board.Kernel!.Requests.Select(request => new Asked(request, OwnerOf(request, board))))
                .OrderBy(asked => asked.Board, StringComparer.Ordinal),
        ];
        foreach (var asked in _asked)
        {
            if (!requests.ContainsKey(asked.Request.Symbol))
                order.Add(asked.Request.Symbol);
            requests[asked.Request.Symbol] = asked;
        }

        Requests = requests;
        Defconfig = string.Concat(order.Select(symbol => requests[symbol].Request.Line + "\n"));
    }

    /// <summary>The boards that have it, by id.</summary>
    public IReadOnlyList<BoardArtifacts> Boards { get; }

    /// <summary>The kernel, such as <c>linux-6.12</c>.</summary>
    public string Source => Boards[0].Kernel!.Source;

    /// <summary>Whether what nobody asks for is off.</summary>
    public bool IsAllNo => Boards[0].Kernel!.IsAllNo;

    /// <summary>The kernel's name of the architecture.</summary>
    public string Architecture => Boards[0].KernelArchitecture;

    /// <summary>What is asked for in the end, by symbol.</summary>
    public IReadOnlyDictionary<string, Asked> Requests { get; }

    /// <summary>What a board asks for, or a layer that it has with all others, and another board replaces.</summary>
    public IEnumerable<(Asked Loser, Asked Winner)> OverruledOf(string board) =>
        _asked.Where(asked => asked.Board == board || asked.Board is null)
            .GroupBy(asked => asked.Request.Symbol)
            .Select(group => (Loser: group.Last(), Winner: Requests[group.Key]))
            .Where(pair => pair.Winner.Board is not null && pair.Winner.Board != board
                && pair.Winner.Request.Value != pair.Loser.Request.Value);

    /// <summary>All of it as one defconfig.</summary>
    public string Defconfig { get; }

    /// <summary>
    /// The kernels of a revision, by what tells them apart: distribution, architecture, and the board where it has its own.
    /// </summary>
    public static Dictionary<(string Distribution, string Architecture, string Board), SharedKernel> Of(
        IEnumerable<BoardArtifacts> boards) =>
        boards.Where(board => board.Kernel is not null)
            .OrderBy(board => board.Board, StringComparer.Ordinal)
            .GroupBy(board => (board.Distribution, board.Architecture, IsShared(board) ? "" : board.Board))
            .ToDictionary(group => group.Key, group => new SharedKernel([.. group]));

    // An external tree of Buildroot has one kernel for each of its architectures.
    private static bool IsShared(BoardArtifacts board) => board.Kernel!.IsShared || board.IsInExternalTree;

    private static string? OwnerOf(LayerRequest request, BoardArtifacts board) =>
        request.IsCommon || board.Kernel!.IsShared || !IsShared(board) ? null : board.Board;
}
