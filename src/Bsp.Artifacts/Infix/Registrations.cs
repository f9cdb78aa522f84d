using System.Text;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary>
/// The board's lines in what Infix builds and releases: the bootloaders of the CI, its images, and the bootloader that
/// <c>mkimage.sh</c> fetches for one.
/// </summary>
internal sealed class Registrations : InfixRenderer
{
    protected override IEnumerable<GeneratedFile> Render(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        var loaders = InfixLoader.Of(board);
        if (loaders.Count > 0)
        {
            yield return new(
                InfixPaths.Regions + ".github/workflows/build-boot.yml",
                string.Concat(loaders.Select(loader => "- " + Boot(loader) + "\n")));
        }

        var media = infix.Disk is null ? [] : loaders.Where(loader => loader.Medium.IsDisk).ToList();
        if (media.Count == 0)
            yield break;
        yield return new(InfixPaths.Regions + ".github/workflows/build-image.yml#choices", "- " + board.Id + "\n");
        yield return new(InfixPaths.Regions + ".github/workflows/build-image.yml#case", Arm(board.Id, 2,
        [
            "arch=" + board.Soc.Architecture.Name,
            "targets=\"" + string.Join(" ", media.Select(loader => loader.Medium.Name)) + "\"",
            .. media.Select(loader => "bootloader_" + loader.Medium.Name + "=" + Boot(loader).Replace('_', '-')),
        ]));
        yield return new(InfixPaths.Regions + "utils/mkimage.sh", Arm(board.Id, 4, [.. Choice(media)]));
    }

    // The first medium is what mkimage.sh takes when none is asked for.
    private static IEnumerable<string> Choice(List<InfixLoader> media)
    {
        foreach (var other in media.Skip(1))
        {
            yield return (other == media[1] ? "if" : "elif") + " [ \"$target\" = \"" + other.Medium.Name + "\" ]; then";
            yield return "    echo \"" + Boot(other) + "\"";
        }

        if (media.Count == 1)
        {
            yield return "echo \"" + Boot(media[0]) + "\"";
            yield break;
        }

        yield return "else";
        yield return "    echo \"" + Boot(media[0]) + "\"";
        yield return "fi";
    }

    private static string Arm(string board, int indent, string[] lines)
    {
        var text = new StringBuilder(board).Append(")\n");
        foreach (var line in lines.Append(";;"))
            text.Append(' ', indent).Append(line).Append('\n');
        return text.ToString();
    }

    private static string Boot(InfixLoader loader) => InfixPaths.Boot(loader.Name);
}
