using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bsp.Build;
using Bsp.Build.Results;
using Bsp.Build.Steps;
using Bsp.Firmware.Engines;
using Bsp.Firmware.Keys;

namespace Bsp.Firmware.Results;

/// <summary>Gathers what a manifest says about a board's firmware from its steps.</summary>
/// <param name="runner">Knows the inputs of the steps.</param>
/// <param name="settings">Version and date.</param>
/// <param name="repository">The commit.</param>
/// <param name="keys">The keys that signed.</param>
internal sealed class ManifestParts(StepRunner runner, BuildSettings settings, Repository repository, KeySet keys)
{
    private const string ToolPrefix = "tool ";

    /// <summary>One hash for what decides about these results.</summary>
    public string InputsOf(IEnumerable<(string Name, Step Step)> results) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            "manifest 1\n" + repository.Revision + "\n" + settings.Version + "\n"
            + string.Concat(
                results.OrderBy(result => result.Name, StringComparer.Ordinal)
                    .Select(result => result.Name + " " + runner.KeyOf(result.Step).Hash + "\n")))));

    /// <summary>The manifest of the results.</summary>
    public Manifest Make(FirmwareSteps steps, string inputs, string? verityRoot, IReadOnlyList<ManifestFile> files) => new()
    {
        Board = steps.Target.Board.Id,
        Distribution = steps.Target.Distribution.Id,
        Compatible = steps.Target.Distribution.CompatibleFor(steps.Target.Board),
        Version = settings.Version,
        Date = DateTimeOffset.FromUnixTimeSeconds(settings.SourceDateEpoch).UtcDateTime
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        Revision = repository.Revision,
        Inputs = inputs,
        VerityRoot = verityRoot,
        Files = files,
        Sources = [.. steps.Fetches.Select(fetch => fetch.Source)
            .OrderBy(source => source.Name, StringComparer.Ordinal)
            .Select(source => new ManifestSource(
                source.Name,
                [.. source.Packages.Select(package => new ManifestPackage(
                    package.Package, package.Version, package.Architecture,
                    [.. package.Files.Select(file => new ManifestFile(file.Name, file.Size, file.Sha256))]))]))],
        HostPackages = HostPackages(steps),
        Keys = keys.Fingerprints,
        DevelopmentKeys = keys.IsDevelopment,
    };

    // The listing of a step's inputs has a line "tool <program> <package> <version>" for each program.
    private SortedDictionary<string, string> HostPackages(FirmwareSteps steps)
    {
        SortedDictionary<string, string> packages = new(StringComparer.Ordinal);
        foreach (var line in steps.All()
            .SelectMany(step => runner.InputsOf(step).Split('\n'))
            .Where(line => line.StartsWith(ToolPrefix, StringComparison.Ordinal)))
        {
            if (line.Split(' ') is [_, _, var package, var version])
                packages[package] = version;
        }

        return packages;
    }
}
