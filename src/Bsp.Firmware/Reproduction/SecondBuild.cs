using System.Diagnostics;
using System.Globalization;
using Bsp.Build;
using Bsp.Build.Processes;

namespace Bsp.Firmware.Reproduction;

/// <summary>
/// Builds the same images again where everything that must not matter is different: folder, user, umask, time zone, locale, job
/// count and the clock.
/// </summary>
/// <param name="settings">The settings of the first build; the second has the same version, date and keys.</param>
/// <param name="say">Receives lines for the user.</param>
public sealed class SecondBuild(FirmwareSettings settings, Action<string> say) : IDisposable
{
    // Compiled from large sources and the same for any board of the kind; a quick run takes them from the first build's store.
    private static readonly string[] CompiledKinds =
    [
        "kernel", "kernel-source", "source-package", "trusted-firmware", "u-boot", "u-boot-tools",
    ];

    // Debian's "nobody": owns nothing.
    private const string OtherUser = "65534";

    // Another month, and mostly another day of the week; in winter another year.
    private const int DaysAhead = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("bsp-reproduce-").FullName;

    private string Tree => Path.Combine(_folder, "a", "second", "place", "for", "the", "tree");

    /// <summary>Builds the boards' images; returns the folder that has a folder of each board.</summary>
    /// <param name="boards">The boards' ids.</param>
    /// <param name="distribution">The distribution that was named; null for each board's own.</param>
    /// <param name="keepCompiled">Whether kernels and loaders come from the first build's store.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="BuildFailedException">The second build failed, or had the clock of the first.</exception>
    public async Task<string> RunAsync(IReadOnlyList<string> boards, string? distribution, bool keepCompiled, CancellationToken cancel)
    {
        say($"copying the tree to {Tree}");
        await TreeCopy.MakeAsync(settings.RepositoryRoot, Tree, cancel).ConfigureAwait(false);
        await SeedAsync(keepCompiled, cancel).ConfigureAwait(false);
        // The program is compiled as this user, who has the packages; that is not part of the firmware. A relative path
        // would be taken from the folder of this process, which is the first tree.
        await ShellAsync([Path.Combine(Tree, "build.sh"), "List"], null, cancel).ConfigureAwait(false);

        var elsewhere = ForeignEnvironment();
        var root = Environment.IsPrivilegedProcess;
        if (root)
            await ShellAsync(["chown", "-R", $"{OtherUser}:{OtherUser}", _folder], null, cancel).ConfigureAwait(false);
        else
            say("not root: the second build has the same user");
        string[] user = root ? ["setpriv", $"--reuid={OtherUser}", $"--regid={OtherUser}", "--clear-groups"] : [];
        string[] build =
        [
            "./build.sh", "Image", "--board", .. boards,
            .. distribution is null ? Array.Empty<string>() : ["--distribution", distribution], "--version", settings.Version,
            "--jobs", (settings.Jobs + 1).ToString(CultureInfo.InvariantCulture), "--no-ccache",
        ];
        say($"building again{(keepCompiled ? ", kernels and loaders from the store" : " with an empty store and without ccache")}");
        var begin = DateTimeOffset.UtcNow;
        // faketime(1) after the change of user: what it shares with the programs below it belongs to who starts it.
        await ShellAsync(
            ["sh", "-c", "umask 077; exec \"$@\"", "sh", .. user, .. FakeClock.Command(DaysAhead), .. build], elsewhere,
            cancel).ConfigureAwait(false);
        var steps = ClockCheck.Check(
            Path.Combine(_folder, "cache", "logs"), begin.AddDays(DaysAhead), DateTimeOffset.UtcNow.AddDays(DaysAhead));
        say($"the clock was {DaysAhead} days ahead in all {steps} steps");
        return Path.Combine(Tree, "artifacts", "images");
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Dictionary<string, string> ForeignEnvironment() => new(
        FakeClock.Prepare(Path.Combine(_folder, "clock")), StringComparer.Ordinal)
    {
        ["BSP_CACHE"] = Path.Combine(_folder, "cache"),
        ["BSP_KEYS"] = Path.Combine(_folder, "keys"),
        ["HOME"] = Path.Combine(_folder, "home"),
        ["USER"] = "somebody-else",
        ["LOGNAME"] = "somebody-else",
        ["TZ"] = "Pacific/Kiritimati",
        ["LANG"] = "tr_TR.UTF-8",
        ["LC_ALL"] = "tr_TR.UTF-8",
        ["SOURCE_DATE_EPOCH"] = settings.SourceDateEpoch.ToString(CultureInfo.InvariantCulture),
    };

    private async Task SeedAsync(bool keepCompiled, CancellationToken cancel)
    {
        var store = Path.Combine(_folder, "cache", "store");
        Directory.CreateDirectory(store);
        Directory.CreateDirectory(Path.Combine(_folder, "home"));
        // What is downloaded is checked by its hash in any case.
        await CopyAsync(Path.Combine(settings.CacheFolder, "downloads"), Path.Combine(_folder, "cache"), cancel).ConfigureAwait(false);
        await ShellAsync(["cp", "-a", settings.KeysFolder, Path.Combine(_folder, "keys")], null, cancel).ConfigureAwait(false);
        if (!keepCompiled)
            return;
        foreach (var entry in Directory.GetDirectories(Path.Combine(settings.CacheFolder, "store")))
        {
            var name = Path.GetFileName(entry);
            if (name.LastIndexOf('-') is var dash and > 0 && CompiledKinds.Contains(name[..dash]))
                await CopyAsync(entry, store, cancel).ConfigureAwait(false);
        }
    }

    private async Task CopyAsync(string folder, string into, CancellationToken cancel)
    {
        if (Directory.Exists(folder))
            await ShellAsync(["cp", "-a", "--reflink=auto", folder, into], null, cancel).ConfigureAwait(false);
    }

    private async Task ShellAsync(string[] command, Dictionary<string, string>? environment, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = Directory.Exists(Tree) ? Tree : _folder };
        // The build that runs this one must not tell the second where its root is, nor which boards to build.
        foreach (var name in start.Environment.Keys.Where(x => x.StartsWith("NUKE", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new BuildFailedException($"'{command[0]}' could not be started");
        try
        {
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
        {
            throw new BuildFailedException(
                $"'{string.Join(' ', command)}' ended with status {process.ExitCode} in {start.WorkingDirectory}");
        }
    }
}
