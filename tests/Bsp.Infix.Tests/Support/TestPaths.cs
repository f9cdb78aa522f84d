namespace Bsp.Infix.Tests.Support;

/// <summary>The places in this repository that the comparison reads.</summary>
internal static class TestPaths
{
    public static string ReferenceData => Repository.At("tests/Bsp.Infix.Tests/reference-data");

    /// <summary>A small board with the reference data of it, both made by hand.</summary>
    public static string Sample => Repository.At("tests/Bsp.Infix.Tests/sample");

    public static string Differences => Repository.At("docs/infix-differences.md");

    public static string Lines => Repository.At("docs/infix-lines.md");

    /// <summary>The boards' folders, and that of the layers.</summary>
    public static string Boards => Repository.At("boards");

    /// <summary>The folder of a board.</summary>
    public static string FolderOf(string board) => Repository.At("boards", board);

    /// <summary>The folder with what Infix needs for a board.</summary>
    public static string GeneratedOf(string board) => Path.Combine(FolderOf(board), "generated/infix");
}
