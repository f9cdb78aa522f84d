using System.CommandLine;
using Bsp.Cli.Commands;
using Bsp.Cli.Reports;
using Bsp.DeviceTrees;
using Bsp.DeviceTrees.Queries;

namespace Bsp.Cli.DeviceTrees;

/// <summary><c>bsp dt refs</c>.</summary>
internal static class RefsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var input = new TreeInput(host);
        var file = new Argument<string>("FILE") { Description = NodeText.FileDescription };
        var reference = new Argument<string>("NODE") { Description = "The node that is referred to: a path, a label or an alias" };
        var json = new Option<bool>("--json") { Description = "Print an array of objects, one for each reference" };
        var command = new ExampleCommand(
            "refs", "Shows who refers to a node, by phandle or by path; ends with status 1 when nobody does",
            "bsp dt refs board.dts vcc_3v3", "bsp dt refs board.dtb /interrupt-controller@fee00000")
        {
            file, reference, json,
        };
        input.AddTo(command);
        command.SetAction(result =>
        {
            var tree = input.Read(result, result.GetRequiredValue(file));
            var references = new TreeReferences(tree);
            var node = TreeInput.Find(tree, references, result.GetRequiredValue(reference));
            var users = NodeUser.Of(tree, references, node).ToList();
            var (names, values) = (new NodeText(references), new ValueText(references));
            host.Out.Write(
                result.GetValue(json)
                    ? Json(users, names, values)
                    : string.Concat(
                        users.DistinctBy(user => (user.Node, user.Property)).GroupBy(user => user.Node)
                            .Select(
                                group => names.Of(group.Key) + "\n" + string.Concat(
                                    group.Select(user => $"\t{TreePrinter.Property(values, user.Node, user.Property)}{Place(user)}\n")))));
            if (users.Count == 0)
                host.Error.Write($"nothing refers to {names.Of(node)}\n");
            return users.Count == 0 ? ExitStatus.No : ExitStatus.Success;
        });
        return command;
    }

    private static string Place(NodeUser user) =>
        user.Property.Definition.Span.First is { } position ? PrintableText.Of($"  // {position.File}:{position.Line}") : "";

    private static string Json(List<NodeUser> users, NodeText names, ValueText values) => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var user in users)
        {
            json.WriteStartObject();
            json.WriteString("path", user.Node.Path);
            json.WriteString("status", NodeText.Status(user.Node));
            json.WriteString("property", user.Property.Name);
            json.WriteString("value", values.Of(user.Node, user.Property));
            json.WriteNumber("offset", user.Offset);
            json.WriteString("by", user.IsPath ? "path" : "phandle");
            if (user.Property.Definition.Span.First is { } position)
                json.WriteString("place", $"{position.File}:{position.Line}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
