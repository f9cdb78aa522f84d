using Bsp.Artifacts.Boards;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary><c>rootfs/usr/share/product/</c>: what a device finds of its own once it knows which it is.</summary>
internal sealed class ProductFiles : InfixRenderer
{
    protected override IEnumerable<GeneratedFile> Render(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        foreach (var product in infix.Products)
        {
            var folder = "rootfs/usr/share/product/" + product.Compatible + "/etc/";
            if (product.Ports.Count > 0)
                yield return InfixPaths.InFolder(board, folder + "udev/rules.d/90-persistent-net.rules", string.Concat(product.Ports.Select(Rule)));
            if (product.Quirks.Count > 0)
                yield return InfixPaths.InFolder(board, folder + "product/interface-quirks.json", JsonText.Of(Quirks(product)));
        }
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
