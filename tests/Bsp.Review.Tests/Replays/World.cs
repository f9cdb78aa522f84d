using Bsp.Artifacts;
using Bsp.Boards;
using Bsp.Boards.Families.Reference;
using Bsp.Model;
using Bsp.Review.Revisions;

namespace Bsp.Review.Tests.Replays;

/// <summary>This project's boards, to be edited as a change would, and what comes of them.</summary>
internal sealed class World
{
    private static readonly Lazy<World> s_base = new(() => new(
        [.. BoardRegistry.All().Select(board => (board.Board, board.Distribution))],
        File.ReadAllText(Repository.At("sources.lock.json")), []));

    private readonly IReadOnlyList<(Board Board, Distribution Distribution)> _pairs;

    private World(IReadOnlyList<(Board Board, Distribution Distribution)> pairs, string pins, IReadOnlyList<string> edited) =>
        (_pairs, Pins, Edited) = (pairs, pins, edited);

    /// <summary>Boards that have been edited before.</summary>
    public World(World other)
        : this(other._pairs, other.Pins, [])
    {
    }

    /// <summary>The boards as they are committed.</summary>
    public static World Base => s_base.Value;

    /// <summary>The text of the lock file.</summary>
    public string Pins { get; }

    /// <summary>The files that the edits are in.</summary>
    public IReadOnlyList<string> Edited { get; }

    /// <summary>Edits a board's own record.</summary>
    public World Board(string id, Func<Board, Board> edit) =>
        new(
            [.. _pairs.Select(pair => pair.Board.Id == id ? (edit(pair.Board), pair.Distribution) : pair)],
            Pins,
            [.. Edited, $"boards/{id}/Record.cs"]);

    /// <summary>Edits a board that is built here.</summary>
    public World Bootable(string id, Func<BootableBoard, BootableBoard> edit) => Board(id, board => edit((BootableBoard)board));

    /// <summary>Edits every board, as a change of a layer in a shared file does.</summary>
    public World Layer(string file, Func<Board, Board> edit) =>
        new([.. _pairs.Select(pair => (edit(pair.Board), pair.Distribution))], Pins, [.. Edited, file]);

    /// <summary>Edits a distribution of Debian's packages.</summary>
    public World Debian(
        string id, Func<DebianDistribution, DebianDistribution> edit, string file = "boards/families/reference/Reference.cs") =>
        new(
            [.. _pairs.Select(pair => pair.Distribution.Id == id ? (pair.Board, edit((DebianDistribution)pair.Distribution)) : pair)],
            Pins,
            [.. Edited, file]);

    /// <summary>Edits the kernel that boards of an architecture share on the reference distribution.</summary>
    public World OneKernel(Func<KernelFragment, KernelFragment> edit, string file) => Debian(
        "reference",
        distribution => distribution with
        {
            Architectures =
            [
                .. distribution.Architectures.Select(layer => layer.OneKernel ? layer with { Kernel = edit(layer.Kernel) } : layer),
            ],
        },
        file);

    /// <summary>Edits Infix.</summary>
    public World Infix(Func<InfixDistribution, InfixDistribution> edit) =>
        new(
            [.. _pairs.Select(pair => pair.Distribution is InfixDistribution infix ? (pair.Board, edit(infix)) : pair)], Pins,
            [.. Edited, "boards/families/infix/Infix.cs"]);

    /// <summary>Gives a board another id, and its folder that name.</summary>
    public World Renamed(string id, string name) =>
        new(
            [.. _pairs.Select(pair => pair.Board.Id == id ? (pair.Board with { Id = name }, pair.Distribution) : pair)], Pins,
            [.. Edited, $"boards/{name}/Record.cs"]);

    /// <summary>Removes a board.</summary>
    public World Without(string id) => new([.. _pairs.Where(pair => pair.Board.Id != id)], Pins, [.. Edited, $"boards/{id}/Record.cs"]);

    /// <summary>Edits the lock file.</summary>
    public World Lock(Func<string, string> edit) => new(_pairs, edit(Pins), [.. Edited, "sources.lock.json"]);

    /// <summary>The revision that comes of it.</summary>
    public Revision ToRevision(string name) => new(
        name,
        [
            .. _pairs.Select(pair => new BoardArtifacts(
                pair.Board.Id, pair.Distribution.Id,
                ArtifactPlanner.Plan(pair.Board, pair.Distribution)
                    .ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal))),
        ]) { Lock = Pins };
}
