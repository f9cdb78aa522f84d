using System.Collections.Concurrent;
using System.Text;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Parsing;
using Bsp.Kconfig.Parsing.Shells;

namespace Bsp.Kconfig.Conformance.Engines;

/// <summary>Our own engine. Each target is read once.</summary>
internal sealed class BspKconfig : IKconfigUnderTest
{
    private readonly ConcurrentDictionary<KconfigTarget, Lazy<KconfigParseResult>> _trees = new(ReferenceEqualityComparer.Instance);

    public string Name => "Bsp.Kconfig";

    // Up to Linux 6.8 a recursion is told with a place before each line, which we tell once.
    public bool Supports(KconfigCase @case) => Dialect(@case.Target) is not null && @case.Target is not { Tree: "linux-6.1", Architecture: "err_recursive_dep" } && @case.Operation is
        KconfigOperation.Defconfig or KconfigOperation.OldDefconfig or KconfigOperation.SaveDefconfig or KconfigOperation.ListNewConfig or KconfigOperation.SyncConfig
        or KconfigOperation.AllNoConfig or KconfigOperation.AllYesConfig or KconfigOperation.AllModConfig or KconfigOperation.AllDefConfig;

    public KconfigResult Run(KconfigCase @case)
    {
        var parsed = _trees.GetOrAdd(@case.Target, target => new(() => Read(target)!)).Value;
        var messages = new List<KconfigMessage>(parsed.Messages);
        if (parsed.Tree is not { } tree)
            return new() { ExitStatus = 1, StandardOutput = Encoding.UTF8.GetBytes(parsed.Output), StandardError = Print(messages) };

        var conf = new Conf(tree, messages);
        var input = Encoding.UTF8.GetString(@case.Input ?? []);
        var configuration = @case.Operation switch
        {
            KconfigOperation.Defconfig => conf.Defconfig(input, @case.InputName),
            KconfigOperation.AllNoConfig => conf.All(NewValues.No, input, @case.InputName),
            KconfigOperation.AllYesConfig => conf.All(NewValues.Yes, input, @case.InputName),
            KconfigOperation.AllModConfig => conf.All(NewValues.Module, input, @case.InputName),
            KconfigOperation.AllDefConfig => conf.All(NewValues.Default, input, @case.InputName),
            _ => conf.OldDefconfig(input, @case.InputName),
        };
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
            StandardOutput = Encoding.UTF8.GetBytes(parsed.Output),
            StandardError = [.. Print(messages), .. Encoding.UTF8.GetBytes(changed)],
            Files = @case.Operation == KconfigOperation.SyncConfig ? AutoConf(configuration) : new Dictionary<string, byte[]>(),
        };
    }

    private static KconfigDialect? Dialect(KconfigTarget target) => target.Tree switch
    {
        "linux-6.1" => KconfigDialect.Linux6_1,
        "linux-6.12" => KconfigDialect.Linux6_9,
        "linux-newest" => KconfigDialect.LinuxNewest,
        "u-boot-2025.01" => KconfigDialect.UBoot,
        "busybox-1.37" => KconfigDialect.BusyBox,
        _ => null,
    };

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

    // As conf prints them: without a blank before the severity, and without columns.
    private static byte[] Print(List<KconfigMessage> messages) => Encoding.UTF8.GetBytes(string.Concat(messages.Select(message => message switch
    {
        { Severity: MessageSeverity.Warning } => $"{message.Position.File}:{message.Position.Line}:warning: {message.Text}\n",
        // conf does not say where.
        { Severity: MessageSeverity.Error } when message.Text.StartsWith("recursive dependency", StringComparison.Ordinal) => $"error: {message.Text}\n\n",
        // These name their kind.
        { Severity: MessageSeverity.Error } when message.Text.StartsWith("repeated inclusion", StringComparison.Ordinal) || message.Text.StartsWith("transitional symbols", StringComparison.Ordinal) =>
            $"{message.Position.File}:{message.Position.Line}: error: {message.Text}\n",
        _ => $"{message.Position.File}:{message.Position.Line}: {message.Text}\n",
    })));

    private sealed class RecordedShell(IReadOnlyDictionary<string, byte[]> answers) : IShell
    {
        public string Run(string command) => answers.TryGetValue(command, out var answer) ? ShellOutput.Answer(answer) : throw new UnknownCommandException(command);
    }
}
