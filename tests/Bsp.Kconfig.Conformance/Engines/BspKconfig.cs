using System.Collections.Concurrent;
using System.Text;
using Bsp.Cli.ConfTool.Prompting;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Parsing;
using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Kconfig.Conformance.Engines;

/// <summary>Our own engine. Each target is read once.</summary>
internal sealed class BspKconfig : IKconfigUnderTest
{
    private readonly ConcurrentDictionary<KconfigTarget, Lazy<KconfigParseResult>> _trees = new(ReferenceEqualityComparer.Instance);

    public string Name => "Bsp.Kconfig";

    public bool Supports(KconfigCase @case) => Dialect(@case.Target) is not null && @case.Operation is
        KconfigOperation.Defconfig or KconfigOperation.OldDefconfig or KconfigOperation.SaveDefconfig or KconfigOperation.ListNewConfig
            or KconfigOperation.SyncConfig
        or KconfigOperation.OldConfig or KconfigOperation.OldAskConfig or KconfigOperation.AllNoConfig or KconfigOperation.AllYesConfig
        or KconfigOperation.AllModConfig or KconfigOperation.AllDefConfig;

    public KconfigResult Run(KconfigCase @case)
    {
        var parsed = _trees.GetOrAdd(@case.Target, target => new(() => Read(target)!)).Value;
        var dialect = Dialect(@case.Target)!;
        var messages = new List<KconfigMessage>(parsed.Messages);
        if (parsed.Tree is not { } tree)
        {
            return new()
            {
                ExitStatus = 1,
                StandardOutput = [.. Encoding.UTF8.GetBytes(parsed.Output), .. Print(messages.Where(ConfMessage.IsOfOutput), dialect)],
                StandardError = Print(messages.Where(message => !ConfMessage.IsOfOutput(message)), dialect),
            };
        }

        var unmet = new StringBuilder();
        var conf = new Conf(tree, messages)
        {
            OnUnmetDependency = (configuration, symbol) => unmet.Append(UnmetDependency.Warning(configuration, symbol)),
        };
        var given = @case.Input is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
        var input = given ?? "";
        var configuration = @case.Operation switch
        {
            KconfigOperation.Defconfig => conf.Defconfig(input, @case.InputName),
            KconfigOperation.AllNoConfig => conf.All(NewValues.No, input, @case.InputName),
            KconfigOperation.AllYesConfig => conf.All(NewValues.Yes, input, @case.InputName),
            KconfigOperation.AllModConfig => conf.All(NewValues.Module, input, @case.InputName),
            KconfigOperation.AllDefConfig => conf.All(NewValues.Default, input, @case.InputName),
            _ => conf.OldDefconfig(given, @case.InputName),
        };
        var prompts = Prompt(@case, configuration);
        var output = @case.Operation switch
        {
            KconfigOperation.SaveDefconfig => DefconfigWriter.Write(configuration),
            KconfigOperation.ListNewConfig => Conf.NewSymbols(configuration),
            _ => DotConfigWriter.Write(configuration),
        };
        var changed = @case.Variables.ContainsKey("KCONFIG_WARN_CHANGED_INPUT") ? ChangedInput.Warning(configuration) : "";
        return new()
        {
            ExitStatus = 0,
            Output = Encoding.UTF8.GetBytes(output),
            StandardOutput =
            [
                .. Encoding.UTF8.GetBytes(parsed.Output), .. Print(messages.Where(ConfMessage.IsOfOutput), dialect),
                .. Encoding.UTF8.GetBytes(prompts),
            ],
            StandardError =
            [
                .. Print(messages.Where(message => !ConfMessage.IsOfOutput(message)), dialect),
                .. Encoding.UTF8.GetBytes(unmet + changed),
            ],
            Files = @case.Operation == KconfigOperation.SyncConfig ? AutoConf(configuration) : new Dictionary<string, byte[]>(),
        };
    }

    /// <summary>Has the prompts of a case, where it has some.</summary>
    /// <returns>The prompts.</returns>
    private static string Prompt(KconfigCase @case, Configuration configuration)
    {
        // syncconfig asks too, but nobody answers in a build.
        using var answers = new StringReader(@case.IsInteractive ? @case.Typed : "");
        using var questions = new StringWriter();
        var prompter = new ConfigPrompter(configuration, answers, questions, TextWriter.Null) { Echoes = true };
        if (@case.Operation == KconfigOperation.OldAskConfig)
            prompter.PromptForAll();
        else if (@case.Operation is KconfigOperation.OldConfig or KconfigOperation.SyncConfig)
            prompter.PromptForNew();
        return questions.ToString();
    }

    private static KconfigDialect? Dialect(KconfigTarget target) => DialectOf(target.Tree);

    /// <summary>The dialect of a tree; null where it is not known.</summary>
    public static KconfigDialect? DialectOf(string tree)
    {
        var at = tree.LastIndexOf('-');
        return (at < 0 ? tree : tree[..at], tree[(at + 1)..]) switch
        {
            ("linux", [>= '0' and <= '9', ..] version) => KconfigDialect.ForLinux(version),
            ("linux", _) => KconfigDialect.LinuxNewest,
            ("u-boot", _) => KconfigDialect.UBoot,
            ("busybox", _) => KconfigDialect.BusyBox,
            ("buildroot", _) => KconfigDialect.Buildroot,
            ("barebox", _) => KconfigDialect.Barebox,
            ("nuttx", _) => KconfigDialect.NuttX,
            ("zephyr", _) => KconfigDialect.Zephyr,
            _ => null,
        };
    }

    /// <summary>Reads a target's files; null where its dialect is not known.</summary>
    public static KconfigParseResult? Read(KconfigTarget target) => Dialect(target) is not { } dialect ? null : KconfigParser.Parse(new()
    {
        Root = target.RootFile,
        Dialect = dialect,
        Environment = target.Environment,
        CurrentDirectory = target.Root,
        Shell = new RecordedShell(target.ShellAnswers),
    });

    private static Dictionary<string, byte[]> AutoConf(Configuration configuration)
    {
        var writer = new AutoConfWriter(configuration);
        return new(StringComparer.Ordinal)
        {
            ["include/config/auto.conf"] = Encoding.UTF8.GetBytes(writer.ForMake()),
            ["include/generated/autoconf.h"] = Encoding.UTF8.GetBytes(writer.ForC()),
            ["include/generated/rustc_cfg"] = Encoding.UTF8.GetBytes(writer.ForRust()),
        };
    }

    private static byte[] Print(IEnumerable<KconfigMessage> messages, KconfigDialect dialect) =>
        Encoding.UTF8.GetBytes(string.Concat(messages.Select(message => ConfMessage.Text(message, dialect))));

    private sealed class RecordedShell(IReadOnlyDictionary<string, byte[]> answers) : IShell
    {
        public string Run(string command) =>
            answers.TryGetValue(command, out var answer) ? ShellOutput.Answer(answer) : throw new UnknownCommandException(command);
    }
}
