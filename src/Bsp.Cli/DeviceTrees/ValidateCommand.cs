using System.CommandLine;
using Bsp.Cli.Commands;
using Bsp.DeviceTrees.Bindings;

namespace Bsp.Cli.DeviceTrees;

/// <summary><c>bsp dt validate</c>.</summary>
internal static class ValidateCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliHost host)
    {
        var input = new TreeInput(host);
        var boards = new Argument<string[]>("BOARD")
        {
            Description = "Blobs (.dtb), or sources (.dts), of which findings have file and line",
            Arity = ArgumentArity.OneOrMore,
        };
        var bindings = new Option<string>("--bindings")
        {
            HelpName = "PATH",
            Description = "A kernel's Documentation/devicetree/bindings, or what 'bsp dt bindings' has made of it",
            Required = true,
        };
        var overlays = new Option<string[]>("--overlay")
        {
            HelpName = "FILE",
            Description = "An overlay that is laid over each board first, a source or a blob; may be repeated, in their order",
        };
        var own = new Option<bool>("--own")
        {
            Description = "Only what is wrong in one's own lines: in the files that are named here, or outside of the kernel's tree",
        };
        var (schemas, rules) = (BindingFolders.SchemasOption(), BindingFolders.RulesOption());
        var unmatched = new Option<bool>("--show-unmatched", "-m") { Description = "Name also the nodes whose compatibles no binding has" };
        var json = new Option<bool>("--json") { Description = "Print an object, or with several boards an array of them" };
        var command = new ExampleCommand(
            "validate",
            "Says what in device trees does not agree with the bindings, as dt-validate does; ends with status 1 when there is something",
            "bsp dt validate board.dts --bindings linux/Documentation/devicetree/bindings",
            "bsp dt validate board.dts --overlay camera.dtso --bindings bindings.bin --own")
        {
            boards, bindings, overlays, own, schemas, rules, unmatched, json,
        };
        input.AddTo(command);
        command.SetAction(result =>
        {
            var paths = result.GetRequiredValue(boards);
            var laid = result.GetValue(overlays) ?? [];
            if (result.GetValue(own) && paths.Concat(laid).All(input.IsBlob))
                throw new CliException("--own takes sources: a blob does not say who wrote what");
            var prepared = new BindingFolders(host).Load(
                result.GetRequiredValue(bindings), result.GetValue(schemas), result.GetValue(rules));
            var lines = result.GetValue(own) ? new OwnLines(host, paths.Concat(laid)) : null;
            // Bindings are read schema by schema, when each is needed first: every thread has its own.
            using var validators = new ThreadLocal<BindingValidator>(
                () => new(paths.Length == 1 ? prepared : Bindings.Read(prepared.ToBytes())));
            var writer = new ValidationWriter(host.Out, paths.Length > 1, result.GetValue(json));
            // In the order of the command line, each when it is done. One alone ends the command as it fails.
            IEnumerable<ValidationReport> reports = paths is [var only]
                ? [Validate(only)]
                : paths.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(ValidateOrReport);
            foreach (var report in reports)
                writer.Write(report);
            writer.Finish();
            return writer.HasFaults ? ExitStatus.Fault : writer.HasFindings ? ExitStatus.No : ExitStatus.Success;

            ValidationReport Validate(string path)
            {
                var tree = laid.Length > 0 ? input.Lay(result, path, laid).Tree : input.Read(result, path);
                var all = validators.Value!.Validate(tree).Where(finding => !finding.IsUndocumented || result.GetValue(unmatched)).ToList();
                return new(path, all) { Own = lines };
            }

            // The others are looked at nevertheless.
            ValidationReport ValidateOrReport(string path)
            {
                try
                {
                    return Validate(path);
                }
                catch (Exception exception) when (exception is CliException or IOException or UnauthorizedAccessException)
                {
                    input.Report(exception);
                    return new(path, []) { IsFault = true };
                }
            }
        });
        return command;
    }
}
