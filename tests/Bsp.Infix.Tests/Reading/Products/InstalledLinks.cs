using System.Text.RegularExpressions;

namespace Bsp.Infix.Tests.Reading.Products;

/// <summary>Symbolic links that a board's package makes when it is installed: the same as links in its <c>rootfs/</c> folder.</summary>
internal static partial class InstalledLinks
{
    /// <summary>A link, from the root → where it leads.</summary>
    public static IReadOnlyDictionary<string, string> Read(InfixTree tree, string folder) => Link().Matches(tree.Read($"{folder}/{Path.GetFileName(folder)}.mk") ?? "")
        .ToDictionary(match => match.Groups["path"].Value, match => match.Groups["target"].Value, StringComparer.Ordinal);

    [GeneratedRegex(@"^\tln -sfn (?<target>\S+) \$\(TARGET_DIR\)/(?<path>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Link();
}
