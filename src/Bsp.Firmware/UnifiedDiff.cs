using DiffPlex.Renderer;

namespace Bsp.Firmware;

/// <summary>What changes in a file, as <c>diff -u</c> shows it and <c>git apply</c> takes it.</summary>
internal static class UnifiedDiff
{
    /// <summary>From one text to another, with three lines around each change.</summary>
    /// <param name="path">The file, relative to the root of its repository.</param>
    /// <param name="before">What is there, or null when there is no file.</param>
    /// <param name="after">What will be there, or null when there will be no file.</param>
    public static string Between(string path, string? before, string? after) => UnidiffRenderer.GenerateUnidiff(
        before ?? "",
        after ?? "",
        before is null ? "/dev/null" : "a/" + path,
        after is null ? "/dev/null" : "b/" + path,
        ignoreWhitespace: false,
        ignoreCase: false,
        contextLines: 3);
}
