using System.CommandLine;
using Bsp.Cli.Commands;
using Bsp.DeviceTrees.Bindings;

namespace Bsp.Cli.DeviceTrees;

/// <summary><c>bsp dt validate</c>.</summary>
internal static class ValidateCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var input = new TreeInput(host);
        var board = new Argument<string>("BOARD")
        {
            Description = "A blob (.dtb), or a source (.dts), of which findings have file and line",
        };
        var bindings = new Option<string>("--bindings")
        {
            HelpName = "PATH",
            Description = "A kernel's Documentation/devicetree/bindings, or what 'bsp dt bindings' has made of it",
            Required = true,
        };
        var schemas = new Option<string?>("--schemas")
        {
            HelpName = "DIR",
            Description = "The folder of dt-schema's own schemas; by default that of Debian's package dt-schema",
        };
        var rules = new Option<string?>("--rules")
        {
            HelpName = "VERSION",
            Description =
                $"The version of dt-schema whose rules apply: {string.Join(" or ", SchemaRules.All)}; by default that of the schemas",
        };
        var unmatched = new Option<bool>("--show-unmatched", "-m") { Description = "Name also the nodes whose compatibles no binding has" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var command = new ExampleCommand(
            "validate",
            "Says what in a device tree does not agree with the bindings, as dt-validate does; ends with status 1 when there is something",
            "bsp dt validate board.dts --bindings linux/Documentation/devicetree/bindings",
            "bsp dt validate board.dtb --bindings bindings.bin --json")
        {
            board, bindings, schemas, rules, unmatched, json,
        };
        input.AddTo(command);
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(board);
            var tree = input.Read(result, path);
            var validator = new BindingValidator(
                new BindingFolders(host).Load(result.GetRequiredValue(bindings), result.GetValue(schemas), result.GetValue(rules)));
            var findings = validator.Validate(tree).Where(finding => !finding.IsUndocumented || result.GetValue(unmatched)).ToList();
            var report = new ValidationReport(path, findings);
            host.Out.Write(result.GetValue(json) ? report.Json() : report.Text());
            return findings.Count > 0 ? ExitStatus.No : ExitStatus.Success;
        });
        return command;
    }
}
