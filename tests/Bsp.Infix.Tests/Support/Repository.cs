using System.Reflection;

namespace Bsp.Infix.Tests.Support;

/// <summary>The places in this repository that the comparison reads.</summary>
internal static class Repository
{
    private static readonly string Root =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == "RepositoryRoot").Value!;

    public static string Facts => Path.Combine(Root, "tests/Bsp.Infix.Tests/facts");

    /// <summary>A small board with the facts of it, both made by hand.</summary>
    public static string Sample => Path.Combine(Root, "tests/Bsp.Infix.Tests/sample");

    public static string Differences => Path.Combine(Root, "docs/infix-differences.md");

    public static string Lines => Path.Combine(Root, "docs/infix-lines.md");

    /// <summary>The boards' folders, and that of the layers.</summary>
    public static string Boards => Path.Combine(Root, "boards");

    /// <summary>The folder with what Infix needs for a board, with the paths of an Infix checkout.</summary>
    public static string TreeOf(string board) => Path.Combine(Root, "boards", board, "generated/infix/tree");
}
