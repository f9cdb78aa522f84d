using System.Text;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary><c>Config.in</c>: the board in Buildroot's menu (Buildroot manual, section "Config files").</summary>
internal sealed class PackageConfig : InfixRenderer
{
    // The manual asks for lines of 72 columns, where a tab counts eight and is followed by two spaces.
    private const int HelpWidth = 62;

    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Infix/Config.in.scriban");

    protected override IEnumerable<GeneratedFile> Render(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        if (!infix.HasPackage)
        {
            RefuseContent(board, infix);
            yield break;
        }

        var architecture = board.Soc.Architecture;
        yield return InfixPaths.InFolder(board, "Config.in", Template.Render(new
        {
            Symbol = "BR2_PACKAGE_" + InfixPaths.Package(board),
            Prompt = Title(board, infix),
            Architecture = "BR2_" + architecture.BuildrootArch,
            infix.Packages,
            Help = Wrapped(infix.Help),
        }));
        yield return new(
            InfixPaths.Regions + "board/" + architecture.Name + "/Config.in",
            "source \"$BR2_EXTERNAL_INFIX_PATH/" + InfixPaths.Folder(board) + "/Config.in\"\n");
        if (!infix.IsEnabled)
            yield break;
        string[] systems = distribution.MinimalSystems.Contains(architecture)
            ? [architecture.Name, architecture.Name + "_minimal"]
            : [architecture.Name];
        foreach (var system in systems)
            yield return new(InfixPaths.Regions + "configs/" + system + "_defconfig", "BR2_PACKAGE_" + InfixPaths.Package(board) + "=y\n");
    }

    private static void RefuseContent(Board board, InfixBoard infix)
    {
        var what = infix.Packages.Count > 0 ? "Packages" : infix.Products.Count > 0 ? "Products" : infix.Files.Count > 0 ? "Files"
            : infix.SyslinuxEntries.Count > 0 ? "SyslinuxEntries" : infix.KernelPatches.Count > 0 ? "KernelPatches"
            : board.DeviceTrees.Any(tree => tree.Source == DeviceTreeSource.Kernel) ? "DeviceTrees" : null;
        if (what is not null)
        {
            throw new ModelException(
                $"board '{board.Id}' has {what}, which only its package could install; leave out HasPackage = false");
        }
    }

    private static List<string> Wrapped(string text)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > HelpWidth)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }
}
