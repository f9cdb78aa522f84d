using Bsp.Artifacts.Boards;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary>
/// <c>rootfs/</c>: files of the board, and below <c>usr/share/product/</c> what a device finds of its own once it knows which it is.
/// </summary>
internal sealed class ProductFiles : InfixRenderer
{
    protected override IEnumerable<GeneratedFile> Render(Board board, InfixBoard infix, InfixDistribution distribution) =>
        infix.Files.Select(file => Of(board, "", file)).Concat(infix.Products.SelectMany(product => Of(board, product, distribution)));

    private static IEnumerable<GeneratedFile> Of(Board board, InfixProduct product, InfixDistribution distribution)
    {
        if (product.CompatibleOn(board) is not { } compatible)
            yield break;
        var folder = "usr/share/product/" + compatible + "/";
        if (product.FactoryConfig is { } config)
            yield return File("etc/factory-config.cfg", FactoryConfigFile.Of(config, distribution));
        if (product.Ports.Count > 0)
            yield return File("etc/udev/rules.d/90-persistent-net.rules", string.Concat(product.Ports.Select(Rule)));
        if (product.Quirks.Count > 0)
            yield return File("etc/product/interface-quirks.json", JsonText.Of(Quirks(product)));
        if (product.Leds is { } leds)
            yield return File("etc/iitod.json", LedControlFile.Of(leds, distribution));
        foreach (var file in product.Files)
            yield return Of(board, folder, file);

        GeneratedFile File(string path, string text) => Of(board, folder, new TextFile(path, text));
    }

    private static GeneratedFile Of(Board board, string folder, RootEntry entry)
    {
        var path = InfixPaths.Folder(board) + "/" + InfixPaths.Root + folder + entry.Path;
        return entry switch
        {
            TextFile file => new(InfixPaths.Tree + path, file.Content),
            KeptFile file => new(InfixPaths.Kept + path, file.Source + "\n"),
            SymbolicLink link => new(InfixPaths.Links + path, link.Target + "\n"),
            _ => throw new ModelException($"the root filesystem cannot contain {entry}"),
        };
    }

    private static string Rule(InfixPort port) =>
        $"SUBSYSTEM==\"net\", ACTION==\"add\", DEVPATH==\"{port.DevicePath}\", NAME=\"{port.Name}\"\n";

    private static JsonMembers Quirks(InfixProduct product)
    {
        var all = new JsonMembers();
        foreach (var of in product.Quirks)
        {
            var quirks = new JsonMembers();
            foreach (var quirk in of.Quirks)
                quirks.Add(quirk, true);
            all.Add(of.Interface, quirks);
        }

        return all;
    }
}
