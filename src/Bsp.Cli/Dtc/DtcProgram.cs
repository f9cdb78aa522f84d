using System.Text;
using Bsp.DeviceTrees;

namespace Bsp.Cli.Dtc;

/// <summary>Does what dtc does, with the same options, results and exit status; its messages say more.</summary>
/// <param name="host">The process.</param>
internal sealed class DtcProgram(CliHost host)
{
    private const int TreeHasErrors = 2;

    /// <summary>Runs it.</summary>
    public int Run(IReadOnlyList<string> arguments)
    {
        var parsed = DtcArguments.Parse(arguments);
        if (parsed.WantsHelp)
            host.Out.Write(DtcArguments.Options.Help);
        else if (parsed.WantsVersion)
            host.Out.Write(DeviceTreePrograms.Version);
        else
            return Run(parsed);
        return ExitStatus.Success;
    }

    private int Run(DtcArguments arguments)
    {
        var input = arguments.InputFormat ?? DtcFormats.OfInput(host, arguments.Input);
        var output = arguments.OutputFormat ?? DtcFormats.OfOutput(arguments.Output, input);
        if (arguments.Annotations != SourceAnnotations.None && (input, output) is not ("dts", "dts"))
            throw Fatal("--annotate requires -I dts -O dts");
        if (output is not ("dts" or "dtb" or "asm" or "yaml" or "null"))
            throw Fatal($"Unknown output format \"{output}\"");
        if (output == "yaml" && input != "dts")
            throw Fatal("YAML output format requires dts input format");

        var compiled = Read(arguments, input);
        var target = arguments.Output == "-" ? "<stdout>" : arguments.Output;
        foreach (var message in compiled.Messages.Where(message => arguments.Quiet < (message.Severity == SourceSeverity.Warning ? 1 : 2)))
            host.Error.Write(message.ToString(target) + "\n");
        if (arguments.DependencyFile is { } dependencies)
            File.WriteAllText(host.Absolute(dependencies), DependencyLine.Of(arguments.Output, compiled.Files.Select(file => file.Path)));
        if (compiled.Tree is null)
            return Refuse(compiled);
        if (compiled.Messages.Any(IsError) && arguments.Quiet < 3)
            host.Error.Write("Warning: Input tree has errors, output forced\n");
        if (output != "null")
            host.WriteBytes(arguments.Output, Write(compiled, output, arguments));
        return ExitStatus.Success;
    }

    private CompiledTree Read(DtcArguments arguments, string format) => format switch
    {
        "dts" => DeviceTreeCompiler.Compile(arguments.Input, new(new DtcFiles(host)), arguments.Compiler),
        "dtb" => ReadBlob(arguments),
        "fs" => DeviceTreeCompiler.Complete(
            FolderTree.Read(host.Absolute(arguments.Input), path => host.Error.Write($"WARNING: Cannot open {path}\n")),
            arguments.Compiler),
        _ => throw Fatal($"Unknown input format \"{format}\""),
    };

    private CompiledTree ReadBlob(DtcArguments arguments)
    {
        var file = new SourceFile(arguments.Input == "-" ? "<stdin>" : arguments.Input, host.ReadBytes(arguments.Input));
        return DeviceTreeCompiler.Complete(BlobReader.Read(file.Bytes.ToArray()), arguments.Compiler) with { Files = [file] };
    }

    private byte[] Write(CompiledTree compiled, string format, DtcArguments arguments)
    {
        var tree = compiled.Tree!;
        if (format == "dtb")
            return WriteBlob(tree, arguments);
        return Encoding.UTF8.GetBytes(format switch
        {
            "dts" =>
                SourceWriter.Write(
                    tree, new() { Annotations = arguments.Annotations, Origin = compiled.Files.Count > 0 ? compiled.Files[0] : null }),
            "asm" => AssemblerWriter.Write(tree, arguments.Blob),
            _ => YamlWriter.Write(tree),
        });
    }

    private byte[] WriteBlob(DeviceTree tree, DtcArguments arguments)
    {
        var (blob, least) = (BlobWriter.Write(tree, arguments.Blob), arguments.Blob.MinimumSize);
        if (least > 0 && arguments.Quiet < 1
            && BlobWriter.Write(tree, arguments.Blob with { MinimumSize = 0, Alignment = 0 }).Length is var size && size > least)
            host.Error.Write($"Warning: blob size {size} >= minimum size {least}\n");
        return blob;
    }

    private int Refuse(CompiledTree compiled)
    {
        if (!compiled.Messages.Any(message => IsError(message) && message.Check is not null))
            throw Fatal("Unable to parse input tree");
        host.Error.Write("ERROR: Input tree has errors, aborting (use -f to force output)\n");
        return TreeHasErrors;
    }

    private static bool IsError(SourceMessage message) => message.Severity == SourceSeverity.Error;

    private static CliException Fatal(string message) => new("FATAL ERROR: " + message, ExitStatus.No);
}
