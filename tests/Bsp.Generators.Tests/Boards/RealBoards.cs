using Bsp.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Bsp.Generators.Tests.Boards;

/// <summary>The sources of boards/, compiled for a test.</summary>
internal static class RealBoards
{
    public static CSharpCompilation Compilation() => Compilation(Repository.At("boards"));

    /// <summary>Those of a copy of boards/, with paths relative to it.</summary>
    public static CSharpCompilation Compilation(string root) =>
        TestCompilation.Of([.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path))
            .Where(path => path.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(path => (path, File.ReadAllText(Path.Combine(root, path))))]);
}
