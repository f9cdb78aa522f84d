using System.Text.Json;
using System.Text.RegularExpressions;
using Bsp.Model;

namespace Bsp.Firmware.Importing;

/// <summary>Reads what devices find below <c>/usr/share/product</c>.</summary>
internal static partial class ProductReader
{
    private const string Member = "Infix.Products";
    private const string Root = "/rootfs/usr/share/product/";

    /// <summary>A product for each compatible that has a folder.</summary>
    public static Seq<InfixProduct> Read(ImportSource source)
    {
        var folder = source.Folder + Root;
        var products = new List<InfixProduct>();
        foreach (var files in source.FilesBelow(source.Folder + "/rootfs").GroupBy(x => x.StartsWith(folder, StringComparison.Ordinal) ? x[folder.Length..].Split('/')[0] : ""))
        {
            try
            {
                var product = files.Key.Length > 0 ? new InfixProduct(files.Key) : null;
                foreach (var file in files)
                    product = Take(source, product, file, product is null ? "" : file[(folder.Length + files.Key.Length + 1)..]);
                if (product is not null && (product.Ports.Count > 0 || product.Quirks.Count > 0))
                    products.Add(product);
            }
            catch (ModelException exception)
            {
                source.Todo(Member, folder + files.Key, exception.Message);
            }
        }

        return Seq<InfixProduct>.Of(products);
    }

    private static InfixProduct? Take(ImportSource source, InfixProduct? product, string file, string path)
    {
        if (product is not null && path.StartsWith("etc/udev/rules.d/", StringComparison.Ordinal))
            return product with { Ports = product.Ports + Seq<InfixPort>.Of(Ports(source, file)) };
        if (product is not null && path == "etc/product/interface-quirks.json" && Quirks(source, file) is { } quirks)
            return product with { Quirks = quirks };
        source.Todo(Member, file, "a record does not say what is in it");
        return product;
    }

    private static IEnumerable<InfixPort> Ports(ImportSource source, string file)
    {
        foreach (var line in source.Lines(file)!.Where(x => x.Text.Trim() is not ("" or ['#', ..])))
        {
            if (Rename().Match(line.Text) is { Success: true } rule)
                yield return new(rule.Groups["name"].Value, rule.Groups["path"].Value);
            else
                source.Todo(Member, line, "a record has rules that name an interface by DEVPATH only");
        }
    }

    private static Seq<InterfaceQuirks>? Quirks(ImportSource source, string file)
    {
        try
        {
            var all = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, bool>>>(source.Text(file)!);
            return all is null || all.Values.Any(x => x is null || x.ContainsValue(false))
                ? null
                : Seq<InterfaceQuirks>.Of(all.Select(x => new InterfaceQuirks(x.Key, Seq<string>.Of(x.Value.Keys))));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("^\\s*SUBSYSTEM==\"net\",\\s*ACTION==\"add\",\\s*DEVPATH==\"(?<path>[^\"]+)\",\\s*NAME=\"(?<name>[^\"]+)\"\\s*$")]
    private static partial Regex Rename();
}
