using System.Text;
using Bsp.Firmware.Steps;
using Bsp.Kconfig;
using Bsp.Kconfig.Parsing;

namespace Bsp.Firmware.Kernel;

/// <summary>The Kconfig files of a kernel's source, as that kernel's own build sees them: same compiler, same environment.</summary>
internal sealed class KernelKconfig
{
    private const string EnvironmentFile = "bsp-environment";
    private readonly KconfigTree _tree;
    private readonly List<KconfigMessage> _messages;

    private KernelKconfig(KconfigTree tree, IEnumerable<KconfigMessage> messages) => (_tree, _messages) = (tree, [.. messages]);

    /// <summary>What is odd in the files and in what was asked of them.</summary>
    public IReadOnlyList<KconfigMessage> Messages => _messages;

    /// <summary>Reads the files.</summary>
    /// <param name="context">The step's.</param>
    /// <param name="output">The kernel's output folder.</param>
    /// <param name="make">Runs the kernel's make with arguments.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="BuildFailedException">The files have errors.</exception>
    public static async Task<KernelKconfig> ReadAsync(StepContext context, string output, Func<IReadOnlyList<string>, Task> make, CancellationToken cancel)
    {
        // Kbuild exports some hundred variables to its conf. A tree of one line has conf itself write them down.
        var probe = Path.Combine(context.Work, "environment.kconfig");
        await File.WriteAllTextAsync(probe, $"$(shell,env -0 > {EnvironmentFile})\n", cancel).ConfigureAwait(false);
        await make(["KBUILD_KCONFIG=" + probe, "allnoconfig"]).ConfigureAwait(false);
        var environment = await EnvironmentAsync(Path.Combine(output, EnvironmentFile), cancel).ConfigureAwait(false);
        // What conf made of that tree is nobody's configuration.
        File.Delete(Path.Combine(output, ".config"));
        Remove(Path.Combine(output, "include", "config"));
        Remove(Path.Combine(output, "include", "generated"));

        var result = KconfigParser.Parse(new() { Dialect = KconfigDialect.Linux6_9, Environment = environment, CurrentDirectory = output });
        return result.Tree is { } tree
            ? new(tree, result.Messages)
            : throw new BuildFailedException("the kernel's Kconfig files cannot be read" + string.Concat(result.Messages.Select(message => $"\n  {message}")));
    }

    /// <summary>The configuration of a defconfig: all that it does not name is off, save where Kconfig itself insists (allnoconfig).</summary>
    /// <param name="defconfig">Its text.</param>
    public Configuration Configure(string defconfig) => new Conf(_tree, _messages).All(NewValues.No, defconfig, "linux_defconfig");

    /// <summary>The requests that a configuration does not meet, each with the reason and the way out.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="defconfig">The text of the requests.</param>
    public static IReadOnlyList<(UnmetRequest Request, string Explanation)> Unmet(Configuration configuration, string defconfig) =>
    [
        .. new RequestCheck(configuration).Unmet(Request.Parse(defconfig, "linux_defconfig"))
            .Select(unmet => (unmet, Explain(configuration, unmet))),
    ];

    private static string Explain(Configuration configuration, UnmetRequest unmet)
    {
        var text = new StringBuilder(unmet.ToString());
        if (unmet.Definitions.Count > 0)
            text.Append("\n    defined at ").AppendJoin(", ", unmet.Definitions);
        if (configuration.Tree.Find(unmet.Request.Symbol) is not { IsDefined: true } symbol)
            return text.ToString();
        text.Append("\n    ").Append(new FixSearch(configuration).Find(symbol, unmet.Request.Value) switch
        {
            null => "no further values were found with which it holds",
            { Count: 0 } => "another request undoes it",
            var further => "it holds with " + string.Join(", ", further),
        });
        return text.ToString();
    }

    private static async Task<IReadOnlyDictionary<string, string>> EnvironmentAsync(string file, CancellationToken cancel)
    {
        if (!File.Exists(file))
            throw new BuildFailedException("the kernel's build did not say in which environment it runs its conf; KBUILD_KCONFIG has no effect there");
        var variables = (await File.ReadAllTextAsync(file, cancel).ConfigureAwait(false)).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return variables.Select(variable => variable.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
