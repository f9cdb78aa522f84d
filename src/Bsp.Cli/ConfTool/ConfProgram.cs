using Bsp.Cli.ConfTool.Prompting;
using Bsp.Cli.Files;
using Bsp.Kconfig;

namespace Bsp.Cli.ConfTool;

/// <summary>Does what the kernel's conf does, with the same files, messages and exit status (scripts/kconfig/conf.c, main).</summary>
/// <param name="host">The process.</param>
internal sealed class ConfProgram(CliHost host)
{
    private readonly ConfVariables _variables = new(host);

    /// <summary>Runs it.</summary>
    public int Run(IReadOnlyList<string> arguments)
    {
        try
        {
            var parsed = ConfArguments.Parse(arguments);
            if (parsed.WantsHelp)
            {
                host.Out.Write(ConfHelp.Text);
                return ExitStatus.No;
            }

            return parsed.KconfigFile is { } file
                ? Run(parsed, ConfTree.Read(host, file, !parsed.DiscardsShellCache))
                : throw new CliException("conf: Kconfig file missing", ExitStatus.No);
        }
        catch (CliException e)
        {
            // conf's own words, without ours around them; of Kconfig files all has been said.
            host.Out.Flush();
            host.Error.Write(e.Message.Length > 0 ? e.Message + "\n" : "");
            return ExitStatus.No;
        }
    }

    private int Run(ConfArguments arguments, ConfTree tree)
    {
        var messages = new ConfMessages(host, tree) { IsSilent = arguments.IsSilent };
        var configuration = new ConfInput(host, messages, _variables).Read(arguments);
        if (messages.LineWarnings > 0 && _variables.WarningsAreErrors)
            return ExitStatus.No;
        var syncs = arguments.Mode == ConfMode.SyncConfig;
        if (syncs && _variables.NoSilentUpdate && configuration.IsChanged)
            throw new CliException("\n*** The configuration requires explicit update.\n");
        Prompt(arguments, tree, configuration);
        var status = Write(arguments, tree, configuration, messages);
        return messages.Unmet > 0 && _variables.WarningsAreErrors ? ExitStatus.No : status;
    }

    private int Write(ConfArguments arguments, ConfTree tree, Configuration configuration, ConfMessages messages)
    {
        if (arguments.Mode == ConfMode.ListNewConfig)
        {
            host.Out.Write(Conf.NewSymbols(configuration));
            return ExitStatus.Success;
        }

        if (messages.Unmet > 0 && _variables.WarningsAreErrors)
            return ExitStatus.No;
        if (_variables.WarnChangedInput)
            host.Error.Write(ChangedInput.Warning(configuration));
        if (arguments.Mode == ConfMode.SaveDefconfig)
        {
            TextFile.Write(host, arguments.DefconfigFile!, DefconfigWriter.Write(configuration));
            return ExitStatus.Success;
        }

        var syncs = arguments.Mode == ConfMode.SyncConfig;
        if (!(syncs && _variables.NoSilentUpdate))
            messages.Announce(WriteConfig(configuration));
        // Others than syncconfig make them only for a make that cannot do without.
        if (syncs || !Path.Exists(host.Absolute(_variables.AutoConf)))
            new AutoConfFiles(host, tree, configuration, _variables).Write();
        return ExitStatus.Success;
    }

    private string WriteConfig(Configuration configuration)
    {
        try
        {
            return ConfigFile.Write(host, _variables.Config, configuration);
        }
        catch (Exception e) when (e is CliException or IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{FileError.Reason(e)}\n\n*** Error during writing of the configuration.\n");
        }
    }

    private void Prompt(ConfArguments arguments, ConfTree tree, Configuration configuration)
    {
        if (arguments.Mode is not (ConfMode.OldConfig or ConfMode.OldAskConfig or ConfMode.SyncConfig))
            return;
        // There, reading has given everything a value.
        if (tree.Tree.Dialect.IsOfLinux2_6 && arguments.Mode == ConfMode.SyncConfig)
            return;
        if (tree.Tree.Dialect.IsOfLinux2_6)
        {
            throw new CliException(
                $"conf: prompting for values of {tree.Tree.Dialect.Name} is not supported; "
                + "use --olddefconfig or another mode (--help lists them)");
        }

        using var answers = new StreamReader(host.OpenInput());
        var prompter = new ConfigPrompter(configuration, answers, host.Out, host.Error)
        {
            HelpOf = tree.HelpOf,
            Echoes = !host.IsTerminal(),
        };
        try
        {
            if (arguments.Mode == ConfMode.OldAskConfig)
                prompter.PromptForAll();
            else
                prompter.PromptForNew();
        }
        catch (NoAnswerException e)
        {
            throw new CliException($"\nconf: {e.Message}");
        }
    }
}
