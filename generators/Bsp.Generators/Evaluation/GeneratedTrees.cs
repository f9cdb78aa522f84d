using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Evaluation;

/// <summary>Tells the generator's own output from what people wrote.</summary>
internal static class GeneratedTrees
{
    // The driver names a tree <base>/<assembly>/<generator type>/<hint name>.
    private static readonly string s_folder = typeof(BoardGenerator).Assembly.GetName().Name + "/" + typeof(BoardGenerator).FullName + "/";

    public static bool IsOurs(SyntaxTree tree) => tree.FilePath.Replace('\\', '/').IndexOf(s_folder, StringComparison.Ordinal) >= 0;
}
