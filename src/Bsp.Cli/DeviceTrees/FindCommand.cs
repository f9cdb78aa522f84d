using System.CommandLine;
using System.IO.Enumeration;
using Bsp.Cli.Commands;
using Bsp.Cli.Reports;
using Bsp.DeviceTrees;

namespace Bsp.Cli.DeviceTrees;

/// <summary><c>bsp dt find</c>.</summary>
internal static class FindCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var input = new TreeInput(host);
        var file = new Argument<string>("FILE") { Description = NodeText.FileDescription };
        var compatible = Pattern("--compatible", "-c", "one of its compatibles is");
        var status = Pattern("--status", "-s", "its status is; okay also where it says nothing");
        var name = Pattern("--name", "-n", "its name is, with or without unit address");
        var property = Pattern("--property", "-p", "has a property that is called");
        var driver = Pattern("--driver", "-d", "a driver of the kernel is for it whose source is, for example *dw_mmc-rockchip*");
        var kernel = new Option<string?>("--kernel")
        {
            HelpName = "DIR",
            Description = "A kernel's source, whose drivers are shown [default: that of the source, if it is in one, where --driver asks]",
        };
        var json = new Option<bool>("--json") { Description = "Print an array of objects, one for each node" };
        var command = new ExampleCommand(
            "find", "Finds nodes by compatible, status, name, property or driver; ends with status 1 when there is none",
            "bsp dt find board.dts --compatible 'rockchip,*' --status disabled",
            "bsp dt find board.dtb --driver '*/i2c-rk3x.c' --kernel linux")
        {
            file, compatible, status, name, property, driver, kernel, json,
        };
        input.AddTo(command);
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(file);
            var tree = input.Read(result, path);
            var drivers = Drivers(result.GetValue(kernel), result.GetValue(driver) is not null, path);
            var found = tree.Root.SelfAndDescendants()
                .Where(node => !node.Path.StartsWith("/__", StringComparison.Ordinal) && IsMeant(node))
                .ToList();
            var names = new NodeText(new(tree));
            host.Out.Write(
                result.GetValue(json)
                    ? Json(found, names, drivers)
                    : string.Concat(found.Select(node => Line(node, names, drivers) + "\n")));
            return found.Count == 0 ? ExitStatus.No : ExitStatus.Success;

            bool IsMeant(TreeNode node) =>
                Matches(compatible, NodeText.Texts(node, "compatible")) && Matches(status, [NodeText.Status(node)])
                && Matches(name, [node.Name, node.BaseName]) && Matches(property, node.Properties.Select(item => item.Name))
                && Matches(driver, drivers?.Of(node) ?? []);

            bool Matches(Option<string?> option, IEnumerable<string> texts) =>
                result.GetValue(option) is not { } pattern
                || texts.Any(text => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: false));
        });
        return command;

        static Option<string?> Pattern(string name, string alias, string what) =>
            new(name, alias) { HelpName = "PATTERN", Description = $"Nodes of which {what}; * stands for anything" };

        KernelDrivers? Drivers(string? kernel, bool isNeeded, string file)
        {
            if (kernel is null && !isNeeded)
                return null;
            var folder = kernel is not null ? host.Absolute(kernel)
                : TreeInput.KernelPrefixes(host.Absolute(file)) is { } prefixes ? Path.GetFullPath(Path.Combine(prefixes, "../../.."))
                : throw new CliException("--driver takes --kernel, the folder of a kernel's source");
            return Directory.Exists(Path.Combine(folder, "drivers"))
                ? KernelDrivers.In(folder)
                : throw new CliException($"'{folder}' is not a kernel's source: it has no folder drivers");
        }
    }

    private static string Line(TreeNode node, NodeText names, KernelDrivers? drivers)
    {
        var compatibles = string.Join(", ", NodeText.Texts(node, "compatible").Select(text => $"\"{text}\""));
        return PrintableText.Of(
            names.Of(node) + (compatibles.Length > 0 ? "  " + compatibles : "")
            + (drivers?.Of(node) is { Count: > 0 } files ? "  " + string.Join(", ", files) : ""));
    }

    private static string Json(List<TreeNode> found, NodeText names, KernelDrivers? drivers) => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var node in found)
        {
            json.WriteStartObject();
            names.Write(json, node);
            JsonText.WriteTexts(json, "compatible", NodeText.Texts(node, "compatible"));
            if (drivers is not null)
                JsonText.WriteTexts(json, "drivers", drivers.Of(node));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
