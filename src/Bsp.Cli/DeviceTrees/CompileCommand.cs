using System.CommandLine;
using Bsp.Cli.Commands;
using Bsp.Cli.Dtc;
using Bsp.DeviceTrees;
using Bsp.DeviceTrees.Checks;

namespace Bsp.Cli.DeviceTrees;

/// <summary><c>bsp dt compile</c>.</summary>
internal static class CompileCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var input = new TreeInput(host);
        var files = new Argument<string[]>("FILE") { Description = "Sources: .dts, .dtso", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o")
        {
            HelpName = "DIR",
            Description = "The folder for the blobs",
            DefaultValueFactory = _ => ".",
        };
        var symbols = new Option<bool>("--symbols", "-@")
        {
            Description = "Write labels to /__symbols__, so that overlays can refer to them",
        };
        var dependencies = new Option<bool>("--dependencies", "-d")
        {
            Description = "Write beside each blob, as NAME.dtb.d, a rule for make with every file that it was made of",
        };
        var level = WarningLevel.Option();
        var command = new ExampleCommand(
            "compile",
            "Compiles sources as a kernel's build does with cpp and dtc, all in one process; ends with status 1 when one has errors",
            "bsp dt compile board.dts -o out", "bsp dt compile arch/arm64/boot/dts/rockchip/*.dts -o out")
        {
            files, output, symbols, dependencies, level,
        };
        input.AddTo(command);
        command.SetAction(result =>
        {
            var sources = result.GetRequiredValue(files);
            var folder = Directory.CreateDirectory(host.Absolute(result.GetRequiredValue(output))).FullName;
            var twice = sources.GroupBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal)
                .FirstOrDefault(group => group.Count() > 1);
            if (twice is not null)
            {
                throw new CliException(
                    $"{string.Join(" and ", twice.Select(source => $"'{source}'"))} would be written to the same file; "
                    + "compile them one by one");
            }

            var options = new CompilerOptions
            {
                BootProcessor = 0,
                Symbols = result.GetValue(symbols),
                Checks = KernelWarnings.OfLevel(result.GetValue(level)),
            };
            var messages = new List<string>[sources.Length];
            var hasErrors = false;
            // One alone needs no threads, which would cost as much as it does.
            if (sources.Length == 1)
                Compile(0);
            else
                Parallel.For(0, sources.Length, Compile);
            foreach (var message in messages.SelectMany(message => message))
                host.Error.Write(message + "\n");
            return hasErrors ? ExitStatus.No : ExitStatus.Success;

            void Compile(int i)
            {
                var compiled = input.Compile(result, sources[i], options);
                messages[i] = [.. compiled.Messages.Select(message => message.ToString())];
                if (compiled.Messages.Any(message => message.Severity == SourceSeverity.Error))
                    hasErrors = true;
                if (compiled.Tree is { } tree)
                {
                    var name = Path.GetFileNameWithoutExtension(sources[i]) + (tree.IsPlugin ? ".dtbo" : ".dtb");
                    File.WriteAllBytes(Path.Combine(folder, name), BlobWriter.Write(tree));
                    if (result.GetValue(dependencies))
                    {
                        File.WriteAllText(
                            Path.Combine(folder, name + ".d"),
                            DependencyLine.Of(
                                Path.Combine(result.GetRequiredValue(output), name),
                                compiled.Files.Select(file => file.Path).Distinct(StringComparer.Ordinal)));
                    }
                }

                compiled.Release();
            }
        });
        return command;
    }
}
