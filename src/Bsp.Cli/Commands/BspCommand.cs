using System.CommandLine;
using System.CommandLine.Help;
using Bsp.Cli.DeviceTrees;
using Bsp.Cli.Dtc;

namespace Bsp.Cli.Commands;

/// <summary>The whole command line.</summary>
internal static class BspCommand
{
    /// <summary>Parses a command line and does what it says.</summary>
    public static int Run(string[] arguments, CliHost host)
    {
        var root = new RootCommand(
            "Board support: Kconfig as the kernel's own conf understands it, and explained; device trees as its dtc compiles them")
        {
            // What is in a group is made where it may be meant: making all takes longer than some of the commands.
            arguments is [DtCommand.Name, ..] ? new Command(KconfigCommand.Name, KconfigCommand.About) : KconfigCommand.Create(host),
            arguments is [KconfigCommand.Name, ..] ? new Command(DtCommand.Name, DtCommand.About) : DtCommand.Create(host),
        };
        // Only to be listed: the programs take their options apart themselves.
        foreach (var (name, about) in DeviceTreePrograms.Names)
            root.Add(new Command(name, about));
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        var result = root.Parse(arguments);
        var fault = result.Action is HelpWithExamples ? null : new MistypedWords(result).Fault();
        if (fault is null && (result.Errors.Count == 0 || result.Action is HelpWithExamples))
            return result.Invoke(new() { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false });
        if (fault is not null)
            host.Fail(fault);
        else
            result.Errors.ToList().ForEach(error => host.Fail(error.Message));
        host.Error.Write($"'{string.Join(' ', Path(result.CommandResult.Command, root))} --help' shows how it is used\n");
        return ExitStatus.Fault;
    }

    private static IEnumerable<string> Path(Command command, RootCommand root)
    {
        var names = new List<string>();
        for (var next = command; next != root; next = next.Parents.OfType<Command>().First())
            names.Add(next.Name);
        names.Add("bsp");
        return names.AsEnumerable().Reverse();
    }
}
