using System.Text.RegularExpressions;

namespace Bsp.Infix.Tests.Reading.Products;

/// <summary>Reads a board's <c>rootfs/</c> folder, and in it what Infix applies to a device with a certain compatible.</summary>
internal static partial class ProductReader
{
    private const string Products = "usr/share/product/";

    /// <param name="found">Has the board's compatibles already.</param>
    public static void Read(InfixTree tree, string folder, JsonObject found)
    {
        var root = folder + "/rootfs/";
        var files = tree.Files(root);
        found["rootfs_files"] = Json.Array(files.Select(path => tree.LinkTarget(root + path) is { } target ? $"{path} -> {target}" : path));

        var names = files.Where(path => path.StartsWith(Products, StringComparison.Ordinal))
            .Select(path => path[Products.Length..].Split('/')[0])
            .Distinct(StringComparer.Ordinal);
        var products = Json.Object(names.Select(name => (name, (JsonNode?)ReadProduct(tree, root + Products + name))));
        found["products"] = products;
        found["ports_from_factory_config"] = Json.Object(
            products.Select(x => (x.Key, (JsonNode?)Ports(x.Value!["factory_config"]))).Where(x => x.Item2 is not null));

        var compatibles = found["compatible"]!.AsObject()
            .SelectMany(x => x.Value?.AsArray() ?? [])
            .Select(x => x!.GetValue<string>())
            .ToHashSet(StringComparer.Ordinal);
        found["product_dirs_not_matching_any_dtb"] = Json.Array(products.Select(x => x.Key).Where(name => !compatibles.Contains(name)));

        var ports = found["network_ports"]!.AsArray();
        foreach (var (name, product) in products)
        {
            foreach (var rename in product!["if_renames"]?.AsArray() ?? [])
            {
                ports.Add(
                    new JsonObject
                    {
                        ["product"] = name,
                        ["path"] = rename!["path"]!.DeepClone(),
                        ["rename"] = rename["name"]!.DeepClone(),
                    });
            }
        }
    }

    private static JsonObject ReadProduct(InfixTree tree, string folder)
    {
        if (tree.LinkTarget(folder) is { } target)
            return new() { ["symlink_to"] = target };
        var files = tree.Files(folder);
        var product = new JsonObject
        {
            ["files"] = Json.Array(files.Select(path => tree.LinkTarget($"{folder}/{path}") is { } link ? $"{path} -> {link}" : path)),
        };
        if (tree.Read(folder + "/etc/factory-config.cfg") is { } configuration)
            product["factory_config"] = FactoryConfiguration.Read(configuration);
        if (tree.Read(folder + "/etc/product/interface-quirks.json") is { } quirks)
            product["interface_quirks"] = ReadQuirks(quirks);
        var renames = files.Where(path => path.StartsWith("etc/udev/rules.d/", StringComparison.Ordinal))
            .SelectMany(path => ReadRenames(tree.Read($"{folder}/{path}")!))
            .ToList();
        if (renames.Count > 0)
            product["if_renames"] = Json.Array(renames);
        return product;
    }

    private static JsonObject ReadQuirks(string text) => Json.Object(JsonNode.Parse(text)!.AsObject().Select(x =>
        (x.Key, (JsonNode?)Json.Object(
            x.Value!.AsObject().Where(quirk => quirk.Key != "comment").Select(quirk => (quirk.Key, quirk.Value?.DeepClone()))))));

    private static IEnumerable<JsonNode?> ReadRenames(string rules) => Rename().Matches(rules).Select(match => new JsonObject
    {
        ["match"] = match.Groups["match"].Value,
        ["path"] = match.Groups["path"].Value,
        ["name"] = match.Groups["name"].Value,
    });

    private static JsonArray? Ports(JsonNode? configuration) => configuration is null ? null : Json.Array(
        configuration["interfaces"]!.AsArray().Where(x => x!["type"]!.GetValue<string>() != "loopback").Select(x => x!.DeepClone()));

    [GeneratedRegex(
        """^(?=.*SUBSYSTEM=="net")[^#\n]*?(?<match>DEVPATH|ENV\{\w+\})=="(?<path>[^"]+)"[^\n]*\bNAME="(?<name>[^"]+)" ?""",
        RegexOptions.Multiline)]
    private static partial Regex Rename();
}
