using System.CommandLine;
using Bsp.Cli.Commands;
using Bsp.DeviceTrees;

namespace Bsp.Cli.DeviceTrees;

/// <summary><c>bsp dt snapshot</c>.</summary>
internal static class SnapshotCommand
{
    private const string Folder = "/boot/dts/";

    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var input = new TreeInput(host);
        var files = new Argument<string[]>("FILE")
        {
            Description = "Sources in a kernel's arch/*/boot/dts",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--output", "-o")
        {
            HelpName = "DIR",
            Description = "The folder of the kernel's snapshots: artifacts/platform/ and the name of the kernel's source",
            Required = true,
        };
        var command = new ExampleCommand(
            "snapshot",
            "Writes snapshots of a kernel's device trees for editors, which check boards' changes against them: dt-ARCH/PATH.snapshot",
            "bsp dt snapshot linux/arch/arm64/boot/dts/rockchip/rk3328-nanopi-r2s.dts -o artifacts/platform/linux-6.18.43")
        {
            files, output,
        };
        input.AddTo(command);
        command.SetAction(result =>
        {
            foreach (var file in result.GetRequiredValue(files))
            {
                var path = Path.Combine(host.Absolute(result.GetRequiredValue(output)), NameOf(host.Absolute(file)));
                var (snapshot, messages) = input.Snapshot(result, file);
                foreach (var message in messages.Where(message => message.Severity == SourceSeverity.Error))
                    host.Error.Write(message + "\n");
                if (snapshot is null)
                    throw new CliException($"'{file}' has errors");
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, snapshot);
            }

            return ExitStatus.Success;
        });
        return command;
    }

    // …/arch/arm64/boot/dts/vendor/board.dts is dt-arm64/vendor/board.dts.snapshot.
    private static string NameOf(string file)
    {
        var at = file.LastIndexOf(Folder, StringComparison.Ordinal);
        return at > 0 && Path.GetFileName(Path.GetDirectoryName(file[..at])) == "arch"
            ? $"dt-{Path.GetFileName(file[..at])}/{file[(at + Folder.Length)..]}.snapshot"
            : throw new CliException($"'{file}' is not a tree of a kernel: it is not below arch/*/boot/dts, where boards look for it");
    }
}
