using Bsp.Build.Processes;

namespace Bsp.Build.Sources;

/// <summary>Pins the newest versions that Debian has.</summary>
public static class LockRefresh
{
    /// <summary>Asks the machine's Debian archive; nothing is written.</summary>
    /// <param name="pins">What to pin.</param>
    /// <param name="settings">The build's settings.</param>
    /// <param name="report">Receives progress.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="BuildFailedException">The archive cannot be reached or lacks a package.</exception>
    public static async Task<LockFile> RefreshAsync(
        SourcePins pins, BuildSettings settings, Action<string> report, CancellationToken cancel)
    {
        var work = Directory.CreateTempSubdirectory("bsp-lock-");
        using var log = new StepLog(Path.Combine(settings.CacheFolder, "logs", "lock.log"));
        try
        {
            var tools = new Tools(work.FullName, log);
            var apt = new PrivateApt(
                settings.CacheFolder, await DebianArchive.OfHostAsync(tools, cancel).ConfigureAwait(false), tools);
            await apt.UpdateAsync(report, cancel).ConfigureAwait(false);
            return await QueryAsync(pins, apt, cancel).ConfigureAwait(false);
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

    private static async Task<LockFile> QueryAsync(SourcePins pins, PrivateApt apt, CancellationToken cancel)
    {
        var sources = new List<LockedSource>();
        foreach (var pin in pins.Binaries)
        {
            sources.Add(
                new()
                {
                    Name = pin.Source,
                    Packages = await apt.BinariesAsync(pin.Suite, pin.Architecture, pin.Packages, cancel).ConfigureAwait(false),
                });
        }

        foreach (var pin in pins.Newest)
            sources.Add(new() { Name = pin.Source, Packages = await NewestAsync(pin, apt, cancel).ConfigureAwait(false) });
        foreach (var pin in pins.Sources)
        {
            var package = await apt.SourceAsync(pin.Suite, pin.Package, cancel).ConfigureAwait(false);
            sources.Add(new() { Name = pin.Source, Packages = [pin.OnlyUpstream ? UpstreamOf(package) : package] });
        }

        foreach (var pin in pins.Closures)
        {
            var closure = await apt.ClosureAsync(pin.Suite, pin.Architecture, pin.Packages, cancel).ConfigureAwait(false);
            sources.Add(new() { Name = pin.Source, Packages = [.. closure.Where(package => !pin.Unused.Contains(package.Package))] });
        }

        return new() { Sources = [.. sources.OrderBy(source => source.Name, StringComparer.Ordinal)] };
    }

    private static LockedPackage UpstreamOf(LockedPackage package) =>
        package with { Files = [.. package.Files.Where(file => file.Name.Contains(".orig.tar.", StringComparison.Ordinal))] };

    private static async Task<IReadOnlyList<LockedPackage>> NewestAsync(BinaryPin pin, PrivateApt apt, CancellationToken cancel)
    {
        var newest = await apt.BinariesAsync(pin.Suite, pin.Architecture, pin.Packages, cancel).ConfigureAwait(false);
        // 7.1.3-1 is in linux-source-7.1.
        var packages = newest.Select(package => package.Package + "-" + string.Join('.', package.Version.Split('.').Take(2)));
        return await apt.BinariesAsync(pin.Suite, pin.Architecture, packages, cancel).ConfigureAwait(false);
    }
}
