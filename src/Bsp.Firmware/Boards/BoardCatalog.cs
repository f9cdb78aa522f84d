using System.Reflection;
using System.Runtime.Loader;
using Bsp.Model;
using Bsp.Shared;

namespace Bsp.Firmware.Boards;

/// <summary>The boards that can be built, each with its distribution and the artifacts that the generator wrote.</summary>
public sealed class BoardCatalog
{
    private const string RegistryType = "Bsp.Boards.BoardRegistry";

    /// <summary>A catalogue of the given boards.</summary>
    public BoardCatalog(IEnumerable<GeneratedBoard> boards) =>
        All = [.. boards.OrderBy(board => board.Board.Id, StringComparer.Ordinal).ThenBy(board => board.Distribution.Id, StringComparer.Ordinal)];

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
        context.Resolving += (_, name) => AssemblyLoadContext.Default.Assemblies.FirstOrDefault(loaded => loaded.GetName().Name == name.Name);
        using var stream = new MemoryStream(File.ReadAllBytes(assembly));
        return context.LoadFromStream(stream);
    }

    /// <summary>The boards with these ids, in the order asked for; <c>all</c> stands for every one.</summary>
    /// <param name="ids">Ids of boards.</param>
    /// <param name="distribution">The distribution's id.</param>
    /// <exception cref="BuildFailedException">An id is no id, or there is no such board; the message has the nearest ones.</exception>
    public IReadOnlyList<GeneratedBoard> Select(IEnumerable<string> ids, string distribution = "reference")
    {
        var known = All.Where(board => board.Distribution.Id == BoardIds.Checked(distribution)).ToList();
        if (known.Count == 0)
            throw new BuildFailedException($"no board has the distribution '{distribution}'; there are: {string.Join(", ", All.Select(board => board.Distribution.Id).Distinct())}");
        return [.. ids.SelectMany(id => id == "all" ? known : Find(known, BoardIds.Checked(id))).Distinct()];
    }

    /// <summary>The boards with these ids on every distribution that takes them, in the order asked for; <c>all</c> stands for every one.</summary>
    /// <exception cref="BuildFailedException">An id is no id, or there is no such board; the message has the nearest ones.</exception>
    public IReadOnlyList<GeneratedBoard> SelectOnAll(IEnumerable<string> ids) =>
        [.. ids.SelectMany(id => id == "all" ? All : Find([.. All], BoardIds.Checked(id))).Distinct()];

    private List<GeneratedBoard> Find(List<GeneratedBoard> known, string id)
    {
        if (known.FindAll(board => board.Board.Id == id) is { Count: > 0 } found)
            return found;
        if (All.Where(board => board.Board.Id == id).Select(board => board.Distribution.Id).ToList() is { Count: > 0 } others)
            throw new BuildFailedException($"the board '{id}' is described for {string.Join(" and ", others)}, not for {known[0].Distribution.Id}; a board that is built here needs disk and boot chain (BootableBoard), one that is ported to Infix sets Infix");
        var near = NearestNames.To(id, known.Select(board => board.Board.Id).Distinct(), Math.Max(2, id.Length / 2));
        throw new BuildFailedException(
            $"there is no board '{id}'"
            + (near.Count > 0 ? $"; did you mean {string.Join(" or ", near.Select(name => $"'{name}'"))}?" : "")
            + $"\n  boards: {string.Join(", ", known.Select(board => board.Board.Id).Distinct())}");
    }
}
