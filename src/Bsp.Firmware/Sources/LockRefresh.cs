using Bsp.Firmware.Processes;
using Bsp.Model;

namespace Bsp.Firmware.Sources;

/// <summary>Pins the newest versions that Debian has.</summary>
public static class LockRefresh
{
    // Sources and schemas are for all architectures; GRUB's modules and the tools run on the machine that builds.
    private const string BuildArchitecture = "amd64";

    /// <summary>Asks the machine's Debian archive; nothing is written.</summary>
    /// <param name="pinned">What is to be pinned.</param>
    /// <param name="settings">The build's settings.</param>
    /// <param name="report">Is told how it goes.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="BuildFailedException">The archive cannot be reached or lacks a package.</exception>
    public static async Task<LockFile> RefreshAsync(PinnedSources pinned, BuildSettings settings, Action<string> report, CancellationToken cancel)
    {
        var work = Directory.CreateTempSubdirectory("bsp-lock-");
        using var log = new StepLog(Path.Combine(settings.CacheFolder, "logs", "lock.log"));
        try
        {
            var tools = new Tools(work.FullName, log);
            var apt = new PrivateApt(settings.CacheFolder, await DebianArchive.OfThisMachineAsync(tools, cancel).ConfigureAwait(false), tools);
            await apt.UpdateAsync(report, cancel).ConfigureAwait(false);
            return await AskAsync(pinned, apt, cancel).ConfigureAwait(false);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>What changed between two lock files, a line a package.</summary>
    public static IEnumerable<string> Changes(LockFile? before, LockFile after)
    {
        var old = Versions(before);
        var now = Versions(after);
        foreach (var (package, version) in now)
        {
            if (!old.TryGetValue(package, out var earlier))
                yield return $"{package}: new, {version}";
            else if (earlier != version)
                yield return $"{package}: {earlier} -> {version}";
        }

        foreach (var package in old.Keys.Except(now.Keys))
            yield return $"{package}: gone";
    }

    private static SortedDictionary<string, string> Versions(LockFile? file) => new(
        file?.Sources.SelectMany(source => source.Packages.Select(package => (Key: source.Name + " " + package.Package, package.Version)))
            .ToDictionary(pair => pair.Key, pair => pair.Version) ?? [],
        StringComparer.Ordinal);

    private static async Task<LockFile> AskAsync(PinnedSources pinned, PrivateApt apt, CancellationToken cancel)
    {
        var sources = new List<LockedSource>
        {
            new() { Name = PinnedSources.NewestKernel.Name, Packages = await NewestKernelAsync(apt, cancel).ConfigureAwait(false) },
        };
        foreach (var source in pinned.Sources)
            sources.Add(new() { Name = source.Name, Packages = await PackagesAsync(apt, source, cancel).ConfigureAwait(false) });
        foreach (var source in PinnedSources.Upstream)
            sources.Add(new() { Name = source.Name, Packages = [.. (await PackagesAsync(apt, source, cancel).ConfigureAwait(false)).Select(UpstreamOf)] });
        foreach (var (name, userland, architecture, packages) in pinned.Userlands)
        {
            var closure = await apt.ClosureAsync(userland.Suite, architecture, packages, cancel).ConfigureAwait(false);
            sources.Add(new() { Name = name, Packages = [.. closure.Where(package => !userland.Unused.Contains(package.Package))] });
        }

        return new() { Sources = [.. sources.OrderBy(source => source.Name, StringComparer.Ordinal)] };
    }

    private static async Task<IReadOnlyList<LockedPackage>> PackagesAsync(PrivateApt apt, DebianSource source, CancellationToken cancel)
    {
        if (!source.IsSource)
            return await apt.BinariesAsync(source.Suite, BuildArchitecture, source.Packages, cancel).ConfigureAwait(false);
        var packages = new List<LockedPackage>();
        foreach (var package in source.Packages)
            packages.Add(await apt.SourceAsync(source.Suite, package, cancel).ConfigureAwait(false));
        return packages;
    }

    private static LockedPackage UpstreamOf(LockedPackage package) =>
        package with { Files = [.. package.Files.Where(file => file.Name.Contains(".orig.tar.", StringComparison.Ordinal))] };

    private static async Task<IReadOnlyList<LockedPackage>> NewestKernelAsync(PrivateApt apt, CancellationToken cancel)
    {
        var (suite, package) = (PinnedSources.NewestKernel.Suite, PinnedSources.NewestKernel.Packages.Single());
        var newest = (await apt.BinariesAsync(suite, BuildArchitecture, [package], cancel).ConfigureAwait(false)).Single();
        // 7.1.3-1 is in linux-source-7.1.
        return await apt.BinariesAsync(suite, BuildArchitecture, [package + "-" + string.Join('.', newest.Version.Split('.').Take(2))], cancel).ConfigureAwait(false);
    }
}
