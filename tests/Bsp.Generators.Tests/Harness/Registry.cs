using System.Reflection;
using Bsp.Model;

namespace Bsp.Generators.Tests.Harness;

/// <summary>Asks the registry of an assembly that was compiled in a test.</summary>
internal static class Registry
{
    public static IReadOnlyList<GeneratedBoard> All(Assembly assembly) =>
        (IReadOnlyList<GeneratedBoard>)assembly.GetType("Bsp.Boards.BoardRegistry", throwOnError: true)!.GetMethod("All")!.Invoke(
            null, null)!;

    public static IEnumerable<string> Ids(Assembly assembly) => All(assembly).Select(pair => pair.Board.Id);
}
