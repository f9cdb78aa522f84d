using System.Text;
using Bsp.DeviceTrees;

namespace Bsp.Cli.Dtc;

/// <summary>Does what dtc does, with the same options, blobs and exit status; its messages say more.</summary>
/// <param name="host">The process.</param>
internal sealed class DtcProgram(CliHost host)
{
    private const int TreeHasErrors = 2;

    /// <summary>Runs it.</summary>
    public int Run(IReadOnlyList<string> arguments)
    {
        try
        {
            var parsed = DtcArguments.Parse(arguments);
            if (parsed.WantsHelp)
                host.Out.Write(DtcHelp.Text);
            else if (parsed.WantsVersion)
                host.Out.Write($"Version: bsp {typeof(DtcProgram).Assembly.GetName().Version}, as DTC 1.6.1\n");
            else
                return Run(parsed);
            return ExitStatus.Success;
        }
        catch (CliException e)
        {
            host.Out.Flush();
            host.Error.Write(e.Message + "\n");
            return e.Status;
        }
    }

    private int Run(DtcArguments arguments)
    {
        if (FormatOf(arguments.InputFormat, arguments.Input, "dts") is not "dts" and var input)
            throw new CliException($"FATAL ERROR: input of format \"{input}\" is not read yet; dts is", ExitStatus.No);
        if (FormatOf(arguments.OutputFormat, arguments.Output, "dtb") is not "dtb" and var output)
            throw new CliException($"FATAL ERROR: output of format \"{output}\" is not written yet; dtb is", ExitStatus.No);

        var compiled = DeviceTreeCompiler.Compile(arguments.Input, new(new DtcFiles(host)), arguments.Compiler);
        foreach (var message in compiled.Messages.Where(message => arguments.Quiet < (message.Severity == SourceSeverity.Warning ? 1 : 2)))
            host.Error.Write(message + "\n");
        if (arguments.DependencyFile is { } dependencies)
            File.WriteAllText(host.Absolute(dependencies), DependencyLine(arguments.Output, compiled.Files));
        if (compiled.Tree is null)
            return Refuse(compiled);
        if (compiled.Messages.Any(IsError) && arguments.Quiet < 3)
            host.Error.Write("Warning: Input tree has errors, output forced\n");
        Write(arguments.Output, BlobWriter.Write(compiled.Tree, arguments.Blob));
        return ExitStatus.Success;
    }

    private int Refuse(CompiledTree compiled)
    {
        if (!compiled.Messages.Any(message => IsError(message) && message.Check is not null))
            throw new CliException("FATAL ERROR: Unable to parse input tree", ExitStatus.No);
        host.Error.Write("ERROR: Input tree has errors, aborting (use -f to force output)\n");
        return TreeHasErrors;
    }

    private static bool IsError(SourceMessage message) => message.Severity == SourceSeverity.Error;

    private static string FormatOf(string? named, string file, string otherwise) => named ?? Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".dts" => "dts",
        ".dtb" or ".dtbo" => "dtb",
        ".yaml" => "yaml",
        _ => otherwise,
    };

    // scripts/dtc/srcpos.c: blanks are not escaped there either, for the build's fixdep takes the line apart.
    private static string DependencyLine(string output, IEnumerable<SourceFile> files) =>
        new StringBuilder(output).Append(':').AppendJoin("", files.Select(file => " " + file.Path)).Append('\n').ToString();

    private void Write(string output, byte[] blob)
    {
        if (output != "-")
        {
            File.WriteAllBytes(host.Absolute(output), blob);
            return;
        }

        host.Out.Flush();
        using var stream = Console.OpenStandardOutput();
        stream.Write(blob);
    }
}
