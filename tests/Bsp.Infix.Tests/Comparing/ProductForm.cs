using System.Text.RegularExpressions;

namespace Bsp.Infix.Tests.Comparing;

/// <summary>What Infix applies to a product, in normal form.</summary>
internal static partial class ProductForm
{
    public static JsonNode Of(JsonNode product) => NormalForm.With(
        product.AsObject(),
        ("factory_config", OfFactoryConfiguration),
        ("files", NormalForm.Set),
        ("if_renames", renames => NormalForm.By(renames, rename => rename["path"]!.GetValue<string>())));

    public static JsonObject OfInterfaces(JsonNode? interfaces) => NormalForm.By(interfaces, item => item["name"]!.GetValue<string>());

    /// <summary>A rename by udev, or a switch's port: by its label and the switch that it is of, however its node is written.</summary>
    public static JsonObject OfPorts(JsonNode? ports)
    {
        var form = new JsonObject();
        foreach (var port in ports?.AsArray() ?? [])
        {
            if (port!["node"] is { } node)
                form[$"{port["label"]} of {PortNode().Replace(node.GetValue<string>(), "")}"] = true;
            else
                form[$"{port["rename"]} of {port["product"]}"] = port["path"]!.DeepClone();
        }

        return form;
    }

    private static JsonObject OfFactoryConfiguration(JsonNode? configuration) => NormalForm.With(
        configuration!.AsObject(),
        ("hardware", NormalForm.Set),
        ("interfaces", OfInterfaces),
        ("modules", NormalForm.Set));

    [GeneratedRegex("/ports(/port@[0-9a-f]+)?$")]
    private static partial Regex PortNode();
}
