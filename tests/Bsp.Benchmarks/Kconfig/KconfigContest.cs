using Bsp.Build;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.Oracle;

namespace Bsp.Benchmarks.Kconfig;

/// <summary>Who takes part: bsp, and each conf that a user could have instead.</summary>
/// <param name="oracles">Builds conf.</param>
/// <param name="bsp">The program.</param>
/// <param name="work">A folder for snapshots and cached answers.</param>
internal sealed class KconfigContest(OracleBuilder oracles, string bsp, string work)
{
    private const string Architecture = "arm64";

    /// <summary>The name of bsp with a snapshot.</summary>
    public const string WithSnapshot = "bsp, snapshot";

    /// <summary>The name of bsp with the sources and cached answers.</summary>
    public const string WithSources = "bsp, sources, answers cached";

    /// <summary>The name of bsp with the sources, asking the shell.</summary>
    public const string WithShell = "bsp, sources, real shell";

    /// <summary>The name of conf with answers from a file.</summary>
    public const string Recorded = "conf, answers recorded";

    /// <summary>The name of conf without its slow hash.</summary>
    public const string Mended = "conf, answers recorded, expression hash mended";

    /// <summary>The name of conf as it is.</summary>
    public const string RealShell = "conf, real shell";

    /// <summary>The contestants on a tree.</summary>
    public async Task<IReadOnlyList<Contestant>> OnAsync(string name, CancellationToken cancel)
    {
        var tree = oracles.Find(name);
        var root = await oracles.UnpackAsync(tree, cancel).ConfigureAwait(false);
        var oracle = await oracles.TargetAsync(tree, Architecture, cancel).ConfigureAwait(false);
        var (_, path) = tree.Kind.Defconfigs(root, Architecture).Single(file => file.Name == "defconfig");
        var config = oracle.Conf.Run(
            Case(oracle, await File.ReadAllBytesAsync(path, cancel).ConfigureAwait(false)), ShellMode.Replay(oracle.AnswersPath)).Output
            ?? throw new BuildFailedException($"conf of {name} fails");
        // What make sets for conf, and where bsp keeps answers.
        var variables = new Dictionary<string, string>(
            oracle.Target.Environment, StringComparer.Ordinal) { ["BSP_CACHE"] = Path.Combine(work, "cache") };
        var snapshot = Path.Combine(work, name + ".snapshot");
        Tools.Run(bsp, ["kconfig", "snapshot", snapshot], root, variables);

        List<Contestant> contestants =
        [
            Own(WithSnapshot, "--snapshot", snapshot),
            Own(WithSources),
            Own(WithShell, "--no-shell-cache"),
            Rival(Recorded, oracle.Conf, ShellMode.Replay(oracle.AnswersPath)),
            Rival(RealShell, oracle.Conf, ShellMode.Real),
        ];
        if (oracle.Mended is { } mended)
            contestants.Add(Rival(Mended, mended, ShellMode.Replay(oracle.AnswersPath)));
        return contestants;

        Contestant Own(string what, params string[] options) =>
            new(
                what, name, bsp, ["kconfig", "olddefconfig", .. options], variables, folder => Prepare(folder, config),
                folder => Made(folder, config));

        Contestant Rival(string what, Conf conf, ShellMode shell)
        {
            var environment = new Dictionary<string, string>(variables, StringComparer.Ordinal);
            if (shell.Variable is { } variable)
                (environment["LD_PRELOAD"], environment[variable]) = (conf.Library, shell.Path!);
            return new(
                what, name, conf.Program, ["--olddefconfig", "Kconfig"], environment, folder => Prepare(folder, config),
                folder => Made(folder, config));
        }
    }

    private static void Prepare(string folder, byte[] config)
    {
        Directory.CreateDirectory(Path.Combine(folder, "include", "config"));
        Directory.CreateDirectory(Path.Combine(folder, "include", "generated"));
        // With it, conf writes a .config only, as bsp does.
        File.WriteAllText(Path.Combine(folder, "include", "config", "auto.conf"), "");
        File.WriteAllBytes(Path.Combine(folder, ".config"), config);
    }

    private static bool Made(string folder, byte[] config) =>
        File.ReadAllBytes(Path.Combine(folder, ".config")).AsSpan().SequenceEqual(config);

    private static KconfigCase Case(OracleTarget oracle, byte[] defconfig) =>
        new() { Target = oracle.Target, Name = "defconfig", Operation = KconfigOperation.Defconfig, Input = defconfig };
}
