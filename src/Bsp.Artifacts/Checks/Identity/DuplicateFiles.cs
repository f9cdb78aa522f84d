using Bsp.Artifacts.Infix;
using Bsp.Model;

namespace Bsp.Artifacts.Checks.Identity;

/// <summary>
/// BSP1009: of two files with the same path, one is lost: in an Infix tree, or in the system that all boards of an architecture share.
/// </summary>
internal static class DuplicateFiles
{
    public static IEnumerable<Finding> Check(IEnumerable<Board> boards, InfixDistribution distribution)
    {
        var seen = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var entry in boards.Where(distribution.Supports).SelectMany(board => Of(board, board.Infix!, distribution)))
        {
            if (seen.TryGetValue(entry.Path, out var earlier))
            {
                yield return new(
                    Rules.DuplicateFile, entry.Subject,
                    $"{entry.What} and {earlier.What} both produce '{entry.Name}'; {entry.Remedy}", earlier.Subject);
            }
            else
                seen.Add(entry.Path, entry);
        }
    }

    private static IEnumerable<Entry> Of(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        var architecture = board.Soc.Architecture.Name;
        foreach (var loader in InfixLoader.Of(board))
        {
            var what = $"the bootloader '{loader.Name}' of board '{board.Id}'";
            yield return new(loader.Medium, InfixPaths.BootDefconfig(loader.Name), what, "give one of them another Name");
            yield return new(
                loader.Medium, InfixPaths.Folder(board) + "/" + InfixPaths.UBootConfigOf(loader), what,
                "a board has one bootloader for a medium: drop one, or give it another name");
        }

        foreach (var patch in infix.KernelPatches.Where(patch => patch.Source is not null))
        {
            yield return new(
                patch, InfixPaths.PatchFile(distribution, patch), $"a patch of board '{board.Id}'",
                "keep it with one board, and name it without Source in the others");
        }

        foreach (var tree in board.DeviceTrees.Where(tree => tree.Source == DeviceTreeSource.Kernel))
        {
            yield return new(
                tree, "/boot/" + tree.Blob, $"a device tree of board '{board.Id}'", "give one of them another Name", architecture);
        }

        foreach (var overlay in infix.Overlays)
        {
            yield return new(
                overlay, "/boot/" + overlay.Name + ".dtbo", $"an overlay of board '{board.Id}'",
                "give one of them another Name", architecture);
        }

        foreach (var entry in infix.SyslinuxEntries)
        {
            yield return new(
                entry, "/" + InfixPaths.Syslinux(entry), $"a syslinux entry of board '{board.Id}'",
                "give each its own value of U-Boot's 'board'", architecture);
        }

        foreach (var product in infix.Products)
        {
            yield return new(
                product, "/usr/share/product/" + product.CompatibleOn(board), $"a product of board '{board.Id}'",
                "put what both have into one, or name a more specific compatible", architecture);
        }
    }

    /// <param name="Subject">What makes the file or folder.</param>
    /// <param name="Name">Its path.</param>
    /// <param name="What">The subject, in words.</param>
    /// <param name="Remedy">What to do when two produce it.</param>
    /// <param name="System">The architecture in whose system it is; empty for the tree.</param>
    private sealed record Entry(object Subject, string Name, string What, string Remedy, string System = "")
    {
        public string Path => System + ":" + Name;
    }
}
