using Bsp.Firmware.Processes;

namespace Bsp.Firmware.Sources;

/// <summary>Pins the newest versions that Debian has.</summary>
public static class LockRefresh
{
    /// <summary>Asks the machine's Debian archive; nothing is written.</summary>
    /// <param name="settings">The build's settings.</param>
    /// <param name="report">Is told how it goes.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="BuildFailedException">The archive cannot be reached or lacks a package.</exception>
    public static async Task<LockFile> RefreshAsync(BuildSettings settings, Action<string> report, CancellationToken cancel)
    {
        var work = Directory.CreateTempSubdirectory("bsp-lock-");
        using var log = new StepLog(Path.Combine(settings.CacheFolder, "logs", "lock.log"));
        try
        {
            var tools = new Tools(work.FullName, log);
            var apt = new PrivateApt(settings.CacheFolder, await DebianArchive.OfThisMachineAsync(tools, cancel).ConfigureAwait(false), tools);
            await apt.UpdateAsync(report, cancel).ConfigureAwait(false);
            return await AskAsync(apt, cancel).ConfigureAwait(false);
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

    private static async Task<LockFile> AskAsync(PrivateApt apt, CancellationToken cancel)
    {
        var sources = new List<LockedSource>();
        foreach (var (source, suite, architecture, packages) in PinnedSources.Binaries)
            sources.Add(new() { Name = source, Packages = await apt.BinariesAsync(suite, architecture, packages, cancel).ConfigureAwait(false) });
        sources.Add(new() { Name = PinnedSources.NewestKernel.Source, Packages = await NewestKernelAsync(apt, cancel).ConfigureAwait(false) });
        foreach (var (source, suite, package) in PinnedSources.Sources)
            sources.Add(new() { Name = source, Packages = [await apt.SourceAsync(suite, package, cancel).ConfigureAwait(false)] });
        foreach (var (source, suite, package) in PinnedSources.UpstreamSources)
            sources.Add(new() { Name = source, Packages = [UpstreamOf(await apt.SourceAsync(suite, package, cancel).ConfigureAwait(false))] });
        foreach (var (architecture, packages) in PinnedSources.Userlands)
        {
            var closure = await apt.ClosureAsync(architecture, packages, cancel).ConfigureAwait(false);
            sources.Add(new() { Name = "userland-" + architecture, Packages = [.. closure.Where(package => !PinnedSources.Unused.Contains(package.Package))] });
        }

        return new() { Sources = [.. sources.OrderBy(source => source.Name, StringComparer.Ordinal)] };
    }

    private static LockedPackage UpstreamOf(LockedPackage package) =>
        package with { Files = [.. package.Files.Where(file => file.Name.Contains(".orig.tar.", StringComparison.Ordinal))] };

    private static async Task<IReadOnlyList<LockedPackage>> NewestKernelAsync(PrivateApt apt, CancellationToken cancel)
    {
        var (_, suite, architecture, package) = PinnedSources.NewestKernel;
        var newest = (await apt.BinariesAsync(suite, architecture, [package], cancel).ConfigureAwait(false)).Single();
        // 7.1.3-1 is in linux-source-7.1.
        return await apt.BinariesAsync(suite, architecture, [package + "-" + string.Join('.', newest.Version.Split('.').Take(2))], cancel).ConfigureAwait(false);
    }
}
