using System.CommandLine;
using System.Text.Json;
using Bsp.Cli.Commands;
using Bsp.Cli.Reports;
using Bsp.DeviceTrees;
using Bsp.DeviceTrees.Checks;

namespace Bsp.Cli.DeviceTrees;

/// <summary><c>bsp dt check</c>.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var input = new TreeInput(host);
        var files = new Argument<string[]>("FILE") { Description = "Sources: .dts, .dtso", Arity = ArgumentArity.OneOrMore };
        var tree = new Option<string?>("--base")
        {
            HelpName = "FILE",
            Description = "The base tree that overlays will be applied to: it must have their labels and paths",
        };
        var level = WarningLevel.Option();
        var json = new Option<bool>("--json") { Description = "Print an array of objects" };
        var strict = new Option<bool>("--strict") { Description = "End with status 1 for warnings, too" };
        var command = new ExampleCommand(
            "check", "Compiles sources and runs dtc's checks; ends with status 1 when there are errors",
            "bsp dt check arch/arm64/boot/dts/rockchip/rk3328-nanopi-r2s.dts -W 1", "bsp dt check camera.dtso --base board.dtb")
        {
            files, tree, level, json, strict,
        };
        input.AddTo(command);
        command.SetAction(result =>
        {
            var laidOver = result.GetValue(tree) is { } file ? input.Read(result, file) : null;
            var messages = new List<SourceMessage>();
            foreach (var source in result.GetRequiredValue(files))
            {
                if (input.IsBlob(source))
                    throw new CliException($"'{source}' is a blob, which says too little to be checked; give its source");
                var compiled = input.Compile(
                    result, source, new() { Checks = KernelWarnings.OfLevel(result.GetValue(level)), Base = laidOver });
                messages.AddRange(compiled.Messages);
                if (laidOver is not null && compiled.Tree is { IsPlugin: true } overlay)
                    messages.AddRange(OverlayCheck.Check(laidOver, overlay));
            }

            host.Out.Write(result.GetValue(json) ? Json(messages) : string.Concat(messages.Select(message => message + "\n")));
            return messages.Exists(message => message.Severity == SourceSeverity.Error || result.GetValue(strict))
                ? ExitStatus.No
                : ExitStatus.Success;
        });
        return command;
    }

    private static string Json(IEnumerable<SourceMessage> messages) => JsonText.Write(json =>
    {
        json.WriteStartArray();
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteString("severity", message.Severity == SourceSeverity.Error ? "error" : "warning");
            json.WriteString("check", message.Check);
            json.WriteString("subject", message.Subject);
            json.WriteString("text", message.Text);
            Write(json, message.Position);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, SourcePosition? position)
    {
        json.WriteString("file", position?.File);
        json.WriteNumber("line", position?.Line ?? 0);
        json.WriteNumber("column", position?.Column ?? 0);
    }
}
