using System.CommandLine;
using Bsp.Cli.Differences;
using Bsp.Cli.Files;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig diff</c>.</summary>
internal static class DiffCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var before = new Argument<string>("OLD") { Description = "The configuration before", DefaultValueFactory = _ => ".config.old" };
        var after = new Argument<string>("NEW") { Description = "The configuration after", DefaultValueFactory = _ => ".config" };
        var json = new Option<bool>("--json") { Description = "Print an array of objects with symbol, old and new" };
        var markdown = new Option<bool>("--markdown") { Description = "Print a table for a pull request" };
        var merge = new Option<bool>("--merge", "-m") { Description = "Print a fragment with the new values" };
        var exitCode = new Option<bool>("--exit-code") { Description = "End with status 1 when there are differences" };
        var command = new ExampleCommand(
            "diff", "Compares two configurations as the kernel's scripts/diffconfig does; needs no sources",
            "bsp kconfig diff .config.old .config", "bsp kconfig diff main.config .config --markdown")
        {
            before, after, json, markdown, merge, exitCode,
        };
        command.Validators.Add(result =>
        {
            if (new[] { json, markdown, merge }.Count(result.GetValue) > 1)
                result.AddError("--json, --markdown and --merge exclude each other");
            if (result.GetResult(before) is { Implicit: false } && result.GetResult(after) is null or { Implicit: true })
                result.AddError("two configurations are compared: give OLD and NEW, or none of them");
        });
        command.SetAction(result =>
        {
            var (old, now) = (Read(result.GetRequiredValue(before)), Read(result.GetRequiredValue(after)));
            var prefix = ConfigValues.PrefixOf(old, now);
            var changes = ValueChange.Between(ConfigValues.Read(old, prefix), ConfigValues.Read(now, prefix));
            host.Out.Write(result.GetValue(json) ? ChangeWriter.Json(changes)
                : result.GetValue(markdown) ? ChangeWriter.Markdown(changes, prefix)
                : result.GetValue(merge) ? ChangeWriter.Fragment(changes, prefix)
                : ChangeWriter.Text(changes));
            return changes.Count > 0 && result.GetValue(exitCode) ? ExitStatus.No : ExitStatus.Success;
        });
        return command;

        ConfigInput Read(string file) => ConfigInput.Read(host, file, "the configuration", ConfigInput.UBootAround(host, file));
    }
}
