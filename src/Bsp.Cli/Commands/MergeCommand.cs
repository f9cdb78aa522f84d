using System.CommandLine;
using Bsp.Cli.Merging;
using Bsp.Cli.Reports;
using Bsp.Cli.SourceTrees;
using Bsp.Kconfig;

namespace Bsp.Cli.Commands;

/// <summary><c>bsp kconfig merge</c>.</summary>
internal static class MergeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var (tree, config) = (new TreeOptions(), new ConfigOptions(host));
        var fragments = new Argument<string[]>("FRAGMENT")
        {
            Description = "Configurations and fragments; the later win",
            Arity = ArgumentArity.OneOrMore,
        };
        var none = new Option<bool>("--allnoconfig", "-n") { Description = "What no fragment sets is n, where it can be, not its default" };
        var builtIn = new Option<bool>("--builtin", "-y") { Description = "A later =m does not make a module of what is =y" };
        var redundant = new Option<bool>("--redundant", "-r") { Description = "Report what two fragments set to the same value, too" };
        var strict = new Option<bool>("--strict", "-s")
        {
            Description = "End with status 1 when a fragment redefines a value, or a requested value is lost",
        };
        var quiet = new Option<bool>("--quiet", "-Q") { Description = "Do not report redefined values" };
        var command = new ExampleCommand(
            "merge",
            "Merges fragments into a configuration, and reports values that are redefined or lost, as the kernel's merge_config.sh does",
            "bsp kconfig merge defconfig board.config debug.config --tree linux --arch arm64")
        {
            fragments, none, builtIn, redundant, strict, quiet,
        };
        tree.AddTo(command);
        config.AddInputTo(command);
        config.AddOutputTo(command);
        command.SetAction(result =>
        {
            var report = config.Output(result) == "-" ? host.Error : host.Out;
            var workspace = Workspace.Load(host, tree.ValuesOf(result));
            var merge = new FragmentMerge(workspace.Tree.Dialect.Prefix) { KeepBuiltIn = result.GetValue(builtIn) };
            var redefined = false;
            foreach (var file in result.GetRequiredValue(fragments))
            {
                report.Write(merge.Lines.Count == 0 ? $"Using {file} as base\n" : $"Merging {file}\n");
                var input = workspace.Read(file, "the fragment");
                foreach (var lost in workspace.LostLines(input))
                    host.Error.Write(PrintableText.Lines($"{lost}\n"));
                foreach (var redefinition in merge.Add(input))
                {
                    redefined |= redefinition is { IsRedundant: false, Stays: false };
                    if (!result.GetValue(quiet) && (!redefinition.IsRedundant || result.GetValue(redundant)))
                        report.Write(PrintableText.Lines(redefinition.ToString()));
                }
            }

            if (redefined && result.GetValue(strict))
                throw new CliException("a fragment redefines a value, which --strict forbids", ExitStatus.No);
            var configuration = workspace.All(result.GetValue(none) ? NewValues.No : NewValues.Default, merge);
            config.Write(result, configuration);
            var unmet = new RequestCheck(configuration).Unmet(merge.Requests);
            foreach (var request in unmet)
                report.Write(PrintableText.Lines(UnmetText.Merge(request, merge)));
            return unmet.Count > 0 && result.GetValue(strict) ? ExitStatus.No : ExitStatus.Success;
        });
        return command;
    }
}
