using System.Reflection;
using System.Runtime.Loader;
using Bsp.Build;
using Bsp.Model;
using Bsp.Shared;

namespace Bsp.Firmware.Boards;

/// <summary>The boards that can be built, each with its distribution and the artifacts that the generator wrote.</summary>
public sealed class BoardCatalog
{
    private const string RegistryType = "Bsp.Boards.BoardRegistry";

    /// <summary>The word that stands for all boards.</summary>
    public const string Everything = "all";

    /// <summary>A catalogue of the given boards.</summary>
    public BoardCatalog(IEnumerable<GeneratedBoard> boards) =>
        All =
        [
            .. boards.OrderBy(board => board.Board.Id, StringComparer.Ordinal)
                .ThenBy(board => board.Distribution.Id, StringComparer.Ordinal),
        ];

    /// <summary>Every board on every distribution, by id.</summary>
    public IReadOnlyList<GeneratedBoard> All { get; }

    /// <summary>Loads the boards from their compiled assembly.</summary>
    /// <param name="assembly">The path of <c>Bsp.Boards.dll</c>; nothing of it stays locked.</param>
    /// <exception cref="BuildFailedException">There is no such file, or the generator did not run when it was compiled.</exception>
    public static BoardCatalog Load(string assembly)
    {
        var all = LoadAssembly(assembly).GetType(RegistryType)?.GetMethod("All", BindingFlags.Public | BindingFlags.Static, [])
            ?? throw new BuildFailedException($"'{assembly}' has no {RegistryType}.All(); the generator did not run when it was compiled");
        try
        {
            return new((IEnumerable<GeneratedBoard>)all.Invoke(null, null)!);
        }
        catch (TargetInvocationException exception)
        {
            throw new BuildFailedException($"the boards could not be made: {exception.GetBaseException().Message}", exception);
        }
    }

    /// <summary>Loads the compiled boards.</summary>
    /// <param name="assembly">The path of <c>Bsp.Boards.dll</c>; nothing of it stays locked.</param>
    /// <exception cref="BuildFailedException">There is no such file.</exception>
    public static Assembly LoadAssembly(string assembly)
    {
        if (!File.Exists(assembly))
            throw new BuildFailedException($"the boards are not compiled: there is no '{assembly}'; build boards/Boards.csproj first");
        // Bsp.Model must be the one of this program, or a Board from there would be no Board here: the default context has it.
        var context = new AssemblyLoadContext("boards", isCollectible: false);
        context.Resolving += (_, name) =>
            AssemblyLoadContext.Default.Assemblies.FirstOrDefault(loaded => loaded.GetName().Name == name.Name);
        using var stream = new MemoryStream(File.ReadAllBytes(assembly));
        return context.LoadFromStream(stream);
    }

    /// <summary>Boards with these ids, in the order asked for, each on one distribution.</summary>
    /// <param name="ids">
    /// Ids of boards; <see cref="Everything"/> stands for all that the distribution takes, or the default one where none is named.
    /// </param>
    /// <param name="distribution">
    /// The distribution's id; null for each board's own: its only one, or the default (<see cref="Distribution.IsDefault"/>).
    /// </param>
    /// <exception cref="BuildFailedException">
    /// There is no such board or distribution, or one has to be named; the message has those that there are.
    /// </exception>
    public IReadOnlyList<GeneratedBoard> Select(IEnumerable<string> ids, string? distribution = null)
    {
        var known = distribution is null ? All : OnDistribution(distribution);
        return
        [
            .. ids.SelectMany(
                id => id == Everything ? distribution is null ? OfDefault() : known : [Single(Find(known, Ids.Validate(id), distribution))])
                .Distinct(),
        ];
    }

    /// <summary>Boards with these ids, in the order asked for, on every distribution that takes them.</summary>
    /// <param name="ids">Ids of boards; <see cref="Everything"/> stands for all.</param>
    /// <param name="distribution">The only distribution that is asked for; null for all.</param>
    /// <exception cref="BuildFailedException">There is no such board or distribution; the message has those that there are.</exception>
    public IReadOnlyList<GeneratedBoard> SelectOnAll(IEnumerable<string> ids, string? distribution = null)
    {
        var known = distribution is null ? All : OnDistribution(distribution);
        return [.. ids.SelectMany(id => id == Everything ? known : Find(known, Ids.Validate(id), distribution)).Distinct()];
    }

    private List<GeneratedBoard> OnDistribution(string distribution) =>
        All.Where(board => board.Distribution.Id == Ids.Validate(distribution)).ToList() is { Count: > 0 } known
            ? known
            : throw new BuildFailedException(
                $"no board has the distribution '{distribution}'; there are: "
                + $"{string.Join(", ", All.Select(board => board.Distribution.Id).Distinct())}");

    private List<GeneratedBoard> OfDefault() =>
        All.Where(board => board.Distribution.IsDefault).ToList() is { Count: > 0 } known
            ? known
            : throw new BuildFailedException(
                $"no distribution is the default one (Distribution.IsDefault), so '{Everything}' boards is ambiguous; "
                + $"name one with --distribution: {string.Join(", ", All.Select(board => board.Distribution.Id).Distinct())}");

    private static GeneratedBoard Single(List<GeneratedBoard> ofBoard) =>
        ofBoard is [var only] ? only
        : ofBoard.FindAll(board => board.Distribution.IsDefault) is [var chosen] ? chosen
        : throw new BuildFailedException(
            $"the board '{ofBoard[0].Board.Id}' is described for {string.Join(" and ", ofBoard.Select(board => board.Distribution.Id))}, "
            + "and not exactly one of these is the default; name one with --distribution");

    private List<GeneratedBoard> Find(IReadOnlyList<GeneratedBoard> known, string id, string? distribution)
    {
        if (known.Where(board => board.Board.Id == id).ToList() is { Count: > 0 } found)
            return found;
        if (All.Where(board => board.Board.Id == id).Select(board => board.Distribution.Id).ToList() is { Count: > 0 } others)
        {
            throw new BuildFailedException(
                $"the board '{id}' is described for {string.Join(" and ", others)}, not for {distribution}; "
                + "a board that is built here needs disk and boot chain (BootableBoard), "
                + "one that is ported to Infix sets Infix");
        }

        var near = NearestNames.Find(id, known.Select(board => board.Board.Id).Distinct(), Math.Max(2, id.Length / 2));
        throw new BuildFailedException(
            $"there is no board '{id}'"
            + (near.Count > 0 ? $"; did you mean {string.Join(" or ", near.Select(name => $"'{name}'"))}?" : "")
            + $"\n  boards: {string.Join(", ", known.Select(board => board.Board.Id).Distinct())}");
    }
}
