using Bsp.Build.Progress;
using Bsp.Build.Sources;

namespace Bsp.DeviceTree.Conformance.Dtc;

/// <summary>dtc and its companions as they are known, and their test-suite.</summary>
/// <param name="Folder">The folder of their source, built.</param>
internal sealed record DtcTools(string Folder)
{
    /// <summary>Their source's name in the lock file.</summary>
    public static string Source => Steps.Sources.NewestOf("dtc");

    /// <summary>The programs that we stand in for.</summary>
    public static IReadOnlyList<string> Names { get; } = ["dtc", "fdtdump", "fdtget", "fdtoverlay", "fdtput"];

    /// <summary>Builds them, where that has not been done.</summary>
    public static async Task<DtcTools> BuildAsync(IBuildConsole console, CancellationToken cancel)
    {
        var step = new DtcToolsStep(new FetchStep(Steps.Sources, Source));
        return new((await Steps.RunAsync([step], console, cancel).ConfigureAwait(false))[step]);
    }

    /// <summary>One of them.</summary>
    public string Program(string name) => Path.Combine(Folder, name);
}
