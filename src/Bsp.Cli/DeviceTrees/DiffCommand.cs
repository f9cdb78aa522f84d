using System.CommandLine;
using Bsp.Cli.Commands;
using Bsp.DeviceTrees.Differences;

namespace Bsp.Cli.DeviceTrees;

/// <summary><c>bsp dt diff</c>.</summary>
internal static class DiffCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var input = new TreeInput(host);
        var before = new Argument<string>("OLD") { Description = "The tree before: a .dts or a blob" };
        var after = new Argument<string>("NEW") { Description = "The tree after: a .dts or a blob" };
        var json = new Option<bool>("--json") { Description = "Print an array of objects, one for each property or node" };
        var markdown = new Option<bool>("--markdown") { Description = "Print a table for a pull request" };
        var exitCode = new Option<bool>("--exit-code") { Description = "End with status 1 when there are differences" };
        var command = new ExampleCommand(
            "diff", "Compares what two device trees say: neither order nor the numbers of phandles count", "bsp dt diff old.dtb new.dtb",
            "bsp dt diff main/board.dts board.dts --markdown")
        {
            before, after, json, markdown, exitCode,
        };
        input.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(markdown))
                result.AddError("--json and --markdown exclude each other");
        });
        command.SetAction(result =>
        {
            var comparison = TreeComparison.Of(
                input.Read(result, result.GetRequiredValue(before)), input.Read(result, result.GetRequiredValue(after)));
            var writer = new TreeChangeWriter(comparison);
            host.Out.Write(result.GetValue(json) ? writer.Json() : result.GetValue(markdown) ? writer.Markdown() : writer.Text());
            return comparison.HasChanges && result.GetValue(exitCode) ? ExitStatus.No : ExitStatus.Success;
        });
        return command;
    }
}
