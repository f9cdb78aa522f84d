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
        var files = new Argument<string[]>("FILE")
        {
            Description = "Sources: .dts, .dtso; with --base overlays may be blobs",
            Arity = ArgumentArity.OneOrMore,
        };
        var tree = new Option<string?>("--base")
        {
            HelpName = "FILE",
            Description =
                "The base tree that overlays will be applied to, one after the other: it, or an overlay before, must have their labels "
                + "and paths",
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
            var layered = result.GetValue(tree) is { } file ? input.Lay(result, file, []) : null;
            var options = new CompilerOptions { Checks = KernelWarnings.OfLevel(result.GetValue(level)), Symbols = layered is not null };
            var messages = new List<(string Source, SourceMessage Message)>();
            foreach (var source in result.GetRequiredValue(files))
            {
                if (layered is null && input.IsBlob(source))
                    throw new CliException($"'{source}' is a blob, which says too little to be checked; give its source");
                DeviceTree? overlay;
                if (input.IsBlob(source))
                {
                    overlay = input.Read(result, source);
                }
                else
                {
                    var compiled = input.Compile(result, source, options with { Base = layered?.Tree });
                    messages.AddRange(compiled.Messages.Select(message => (source, message)));
                    overlay = compiled.Tree is { IsPlugin: true } plugin ? plugin : null;
                }

                if (layered is null || overlay is null)
                    continue;
                var found = layered.Lay(overlay, BlobWriter.Write(overlay));
                messages.AddRange(found.Select(message => (source, message)));
                if (source != result.GetRequiredValue(files)[^1] && found.Any(message => message.Severity == SourceSeverity.Error))
                    host.Error.Write($"bsp: warning: '{source}' does not apply; what follows is checked without it\n");
            }

            host.Out.Write(result.GetValue(json)
                ? Json(messages.Select(entry => entry.Message))
                : string.Concat(messages.Select(entry => entry.Message.ToString(entry.Source) + "\n")));
            return messages.Exists(entry => entry.Message.Severity == SourceSeverity.Error || result.GetValue(strict))
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
