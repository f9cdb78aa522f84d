using System.CommandLine;
using Bsp.Cli.Commands;
using Bsp.DeviceTrees.Bindings;

namespace Bsp.Cli.DeviceTrees;

/// <summary><c>bsp dt bindings</c>.</summary>
internal static class BindingsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var folder = new Argument<string>("FOLDER") { Description = "A kernel's Documentation/devicetree/bindings" };
        var (schemas, rules) = (BindingFolders.SchemasOption(), BindingFolders.RulesOption());
        var output = new Option<string>("--output", "-o") { HelpName = "FILE", Description = "The file", Required = true };
        var command = new ExampleCommand(
            "bindings", "Prepares the bindings of a kernel in one file, which 'bsp dt validate' reads in little time",
            "bsp dt bindings linux/Documentation/devicetree/bindings -o bindings.bin")
        {
            folder, schemas, rules, output,
        };
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(folder);
            if (!Directory.Exists(host.Absolute(path)))
                throw new CliException($"there is no folder '{path}'");
            var bindings = new BindingFolders(host).Prepare(path, result.GetValue(schemas), result.GetValue(rules));
            File.WriteAllBytes(host.Absolute(result.GetRequiredValue(output)), bindings.ToBytes());
            host.Out.Write($"{bindings.Count} bindings, by the rules of dt-schema {bindings.Rules}\n");
            return ExitStatus.Success;
        });
        return command;
    }
}
