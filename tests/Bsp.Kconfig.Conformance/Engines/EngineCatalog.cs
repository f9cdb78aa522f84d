using Bsp.Build;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.Oracle;

namespace Bsp.Kconfig.Conformance.Engines;

/// <summary>The engines that can be compared; a new one is added here.</summary>
internal static class EngineCatalog
{
    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Names => ["bsp", "commands", "real-shell", "mended-conf", "none"];

    /// <summary>The engine that is compared when none is named.</summary>
    public static string Default => Names[0];

    /// <summary>An engine by its name; null for <c>none</c>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="find">Finds what runs conf on a target, for engines that are conf.</param>
    /// <exception cref="BuildFailedException">There is none of that name.</exception>
    public static IKconfigUnderTest? Create(string name, Func<KconfigTarget, OracleTarget> find) => name switch
    {
        "bsp" => new BspKconfig(),
        "commands" => new BspCommands(),
        "real-shell" => new OtherConf("conf with the real shell", find, (oracle, @case) => oracle.Conf.Run(@case, ShellMode.Real)),
        "mended-conf" =>
            new OtherConf(
                "conf with its expression hash mended", find,
                (oracle, @case) => (oracle.Mended ?? oracle.Conf).Run(@case, ShellMode.Replay(oracle.AnswersPath))),
        "none" => null,
        _ => throw new BuildFailedException($"there is no engine '{name}'; there are {string.Join(", ", Names)}"),
    };
}
