using Bsp.Build;
using Bsp.Build.Steps;
using Bsp.Kconfig;
using Bsp.Kconfig.Parsing;

namespace Bsp.Firmware.Kconfig;

/// <summary>
/// The Kconfig files of a source that kbuild builds, a kernel or U-Boot, as its own build sees them: same compiler, same environment.
/// </summary>
internal sealed class KbuildKconfig
{
    private const string EnvironmentFile = "bsp-environment";
    private readonly KbuildMake _make;
    private readonly KconfigTree _tree;
    private readonly List<KconfigMessage> _messages;

    private KbuildKconfig(KbuildMake make, KconfigTree tree, IEnumerable<KconfigMessage> messages) =>
        (_make, _tree, _messages) = (make, tree, [.. messages]);

    /// <summary>What is odd in the files and in what was asked of them.</summary>
    public IReadOnlyList<KconfigMessage> Messages => _messages;

    /// <summary>Reads the files.</summary>
    /// <param name="context">The step's.</param>
    /// <param name="make">The source's make.</param>
    /// <param name="dialect">What the files mean.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="BuildFailedException">The files have errors.</exception>
    public static async Task<KbuildKconfig> ReadAsync(
        StepContext context, KbuildMake make, KconfigDialect dialect, CancellationToken cancel)
    {
        Directory.CreateDirectory(make.Output);
        // Kbuild exports some hundred variables to its conf. A tree of one line has conf itself write them down.
        var probe = Path.Combine(context.Work, "environment.kconfig");
        await File.WriteAllTextAsync(probe, $"$(shell,env -0 > {EnvironmentFile})\n", cancel).ConfigureAwait(false);
        await make.RunAsync(["KBUILD_KCONFIG=" + probe, "allnoconfig"]).ConfigureAwait(false);
        var environment = await EnvironmentAsync(make, cancel).ConfigureAwait(false);
        // What conf made of that tree is nobody's configuration.
        File.Delete(make.ConfigPath);
        Remove(Path.Combine(make.Output, "include", "config"));
        Remove(Path.Combine(make.Output, "include", "generated"));

        var result = KconfigParser.Parse(new() { Dialect = dialect, Environment = environment, CurrentDirectory = make.Output });
        return result.Tree is { } tree
            ? new(make, tree, result.Messages)
            : throw new BuildFailedException(
                $"the Kconfig files of {make.Name} cannot be read" + string.Concat(result.Messages.Select(message => $"\n  {message}")));
    }

    /// <summary>What the files say, for those who have not got them.</summary>
    public string Snapshot() => SnapshotWriter.Write(_tree);

    /// <summary>
    /// The configuration of a defconfig: all that it does not name is off, except where Kconfig itself insists (allnoconfig).
    /// </summary>
    public Configuration AllNo(string defconfig, string file) => new Conf(_tree, _messages).All(NewValues.No, defconfig, file);

    /// <summary>The configuration of a .config: what it does not name has its default (olddefconfig).</summary>
    public Configuration OldDefconfig(string config, string file) => new Conf(_tree, _messages).OldDefconfig(config, file);

    /// <summary>Hands a configuration to the source's build, whose own conf must have nothing to change in it.</summary>
    /// <exception cref="BuildFailedException">It has.</exception>
    public async Task WriteAsync(Configuration configuration, CancellationToken cancel)
    {
        var config = DotConfigWriter.Write(configuration);
        await File.WriteAllTextAsync(_make.ConfigPath, config, cancel).ConfigureAwait(false);
        await _make.RunAsync(["olddefconfig"]).ConfigureAwait(false);
        var final = await File.ReadAllTextAsync(_make.ConfigPath, cancel).ConfigureAwait(false);
        if (final == config)
            return;
        throw new BuildFailedException(
            $"the conf of {_make.Name} makes another configuration of the defconfig than Bsp.Kconfig; "
            + "this is a bug in Bsp.Kconfig, please report it. "
            + $"That of {_make.Name} has\n  "
            + string.Join("\n  ", final.Split('\n').Except(config.Split('\n')).Take(10)));
    }

    private static async Task<IReadOnlyDictionary<string, string>> EnvironmentAsync(KbuildMake make, CancellationToken cancel)
    {
        var file = Path.Combine(make.Output, EnvironmentFile);
        if (!File.Exists(file))
        {
            throw new BuildFailedException(
                $"the build of {make.Name} did not say in which environment it runs its conf: KBUILD_KCONFIG has no effect there");
        }

        var variables = (await File.ReadAllTextAsync(file, cancel).ConfigureAwait(false)).Split(
            '\0', StringSplitOptions.RemoveEmptyEntries);
        return variables.Select(variable => variable.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
