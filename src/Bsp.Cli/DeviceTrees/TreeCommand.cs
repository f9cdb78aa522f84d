using System.CommandLine;
using Bsp.Cli.Commands;
using Bsp.DeviceTrees;
using Bsp.DeviceTrees.Queries;

namespace Bsp.Cli.DeviceTrees;

/// <summary><c>bsp dt tree</c>.</summary>
internal static class TreeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var input = new TreeInput(host);
        var file = new Argument<string>("FILE") { Description = NodeText.FileDescription };
        var interrupts = new Option<bool>("--interrupts") { Description = "Interrupt controllers, with who interrupts them" };
        var clocks = new Option<bool>("--clocks") { Description = "Clocks, with who takes them" };
        var power = new Option<bool>("--power") { Description = "Power domains and regulators, with who is fed by them" };
        var json = new Option<bool>("--json") { Description = "Print an array of objects, one for each connection" };
        var command = new ExampleCommand(
            "tree", "Shows what nodes give each other as a tree: interrupts, clocks or power", "bsp dt tree board.dts --clocks",
            "bsp dt tree board.dtb --interrupts --json")
        {
            file, interrupts, clocks, power, json,
        };
        input.AddTo(command);
        command.Validators.Add(result =>
        {
            if (new[] { interrupts, clocks, power }.Count(result.GetValue) != 1)
                result.AddError("one of --interrupts, --clocks and --power says which tree is meant");
        });
        command.SetAction(result =>
        {
            var tree = input.Read(result, result.GetRequiredValue(file));
            var references = new TreeReferences(tree);
            var kind = result.GetValue(interrupts) ? SupplyKind.Interrupts
                : result.GetValue(clocks) ? SupplyKind.Clocks
                : SupplyKind.Power;
            var writer = new SupplyTreeWriter(new(references), [.. Supply.Of(tree, references, kind)]);
            host.Out.Write(result.GetValue(json) ? writer.Json() : writer.Text());
            return ExitStatus.Success;
        });
        return command;
    }
}
