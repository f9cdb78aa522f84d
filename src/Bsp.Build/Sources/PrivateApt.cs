using System.Globalization;
using Bsp.Build.Processes;

namespace Bsp.Build.Sources;

/// <summary>
/// Apt with lists, cache and status of its own below the cache folder: nothing of the host's packages shows, and nothing of it is changed.
/// </summary>
internal sealed class PrivateApt
{
    private const string Keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
    private readonly string _folder;
    private readonly DebianArchive _archive;
    private readonly Tools _tools;

    public PrivateApt(string cacheFolder, DebianArchive archive, Tools tools)
    {
        _folder = Path.Combine(cacheFolder, "apt");
        _archive = archive;
        _tools = tools;
        Directory.CreateDirectory(Path.Combine(_folder, "lists", "partial"));
        Directory.CreateDirectory(Path.Combine(_folder, "cache", "archives", "partial"));
        File.WriteAllText(Path.Combine(_folder, "sources.list"), SourcesList);
        File.WriteAllText(Path.Combine(_folder, "preferences"), Preferences);
        File.WriteAllText(ConfigPath, Config);
    }

    private string ConfigPath => Path.Combine(_folder, "apt.conf");

    private string SourcesList =>
        $"""
        deb [signed-by={Keyring}] {_archive.Uri} bookworm main
        deb [signed-by={Keyring}] {_archive.Uri} bookworm-backports main
        deb [signed-by={Keyring}] {_archive.Uri} trixie main
        deb [signed-by={Keyring}] {_archive.Uri} trixie-backports main
        deb [signed-by={Keyring}] {_archive.Uri} sid main
        deb-src [signed-by={Keyring}] {_archive.Uri} trixie main

        """;

    // What is newer than bookworm gives what is asked of it by name, and nothing else.
    private const string Preferences =
        """
        Package: *
        Pin: release n=trixie
        Pin-Priority: -1

        Package: *
        Pin: release n=trixie-backports
        Pin-Priority: -1

        Package: *
        Pin: release n=sid
        Pin-Priority: -1

        """;

    // The machine's apt.conf.d is read too (it has the proxy); what would change the answers or touch the host is replaced.
    private string Config =>
        $$"""
        #clear APT::Update::Post-Invoke;
        #clear APT::Update::Post-Invoke-Success;
        #clear APT::Architectures;
        Dir::State "{{_folder}}";
        Dir::State::lists "{{_folder}}/lists";
        Dir::State::status "/dev/null";
        Dir::Cache "{{_folder}}/cache";
        Dir::Etc::sourcelist "{{_folder}}/sources.list";
        Dir::Etc::sourceparts "/dev/null";
        Dir::Etc::preferences "{{_folder}}/preferences";
        Dir::Etc::preferencesparts "/dev/null";
        APT::Architecture "{{DebianArchive.BuildArchitecture}}";
        APT::Architectures { "amd64"; "arm64"; };
        APT::Default-Release "";
        APT::Install-Recommends "false";
        APT::Sandbox::User "root";
        Acquire::Languages "none";
        Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
        Acquire::Retries "3";
        Acquire::ForceHash "SHA256";

        """;

    /// <summary>Fetches the lists again.</summary>
    public Task UpdateAsync(Action<string> report, CancellationToken cancel) =>
        _tools.RunAsync("apt-get", ["-c", ConfigPath, "update"], environment: ToolEnvironment.Proxies, onLine: report, cancel: cancel);

    /// <summary>The newest versions of binary packages in a suite.</summary>
    public Task<IReadOnlyList<LockedPackage>> BinariesAsync(
        string suite, string architecture, IEnumerable<string> packages, CancellationToken cancel) =>
        QueryAsync(suite, architecture, ["download", .. packages.Select(package => package + "/" + suite)], cancel);

    /// <summary>Packages of a suite with all that they depend on there.</summary>
    public Task<IReadOnlyList<LockedPackage>> ClosureAsync(
        string suite, string architecture, IEnumerable<string> packages, CancellationToken cancel) =>
        QueryAsync(suite, architecture, ["--target-release", suite, "install", "--yes", .. packages], cancel);

    /// <summary>The tarballs of a source package.</summary>
    public async Task<LockedPackage> SourceAsync(string suite, string package, CancellationToken cancel)
    {
        var lines = await PrintUrisAsync(
            DebianArchive.BuildArchitecture,
            ["source", "--download-only", "--only-source", package + "/" + suite],
            cancel).ConfigureAwait(false);
        var description = lines.First(line => line.Name.EndsWith(".dsc", StringComparison.Ordinal)).Name;
        return new LockedPackage
        {
            Package = package,
            Kind = PackageKind.DebSource,
            Version = description[(description.IndexOf('_', StringComparison.Ordinal) + 1)..^".dsc".Length],
            Suite = suite,
            Architecture = "source",
            // The hashes come from the signed index; the .dsc and the upstream signature would add nothing.
            Files =
            [
                .. lines.Where(
                    line => line.Name.Contains(".tar.", StringComparison.Ordinal) && !line.Name.EndsWith(".asc", StringComparison.Ordinal))
                    .OrderBy(line => line.Name, StringComparer.Ordinal),
            ],
        };
    }

    private async Task<IReadOnlyList<LockedPackage>> QueryAsync(
        string suite, string architecture, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var lines = await PrintUrisAsync(architecture, arguments, cancel).ConfigureAwait(false);
        return [.. lines.Select(line => Binary(line, suite)).OrderBy(package => package.Package, StringComparer.Ordinal)];
    }

    private static LockedPackage Binary(LockedFile file, string suite)
    {
        // name_version_architecture.deb, with the colon of an epoch as %3a.
        var parts = Path.GetFileNameWithoutExtension(file.Name).Split('_');
        return new LockedPackage
        {
            Package = parts[0],
            Kind = PackageKind.Deb,
            Version = Uri.UnescapeDataString(parts[1]),
            Suite = suite,
            Architecture = parts[2],
            Files = [file with { Name = Path.GetFileName(file.Path!) }],
        };
    }

    private async Task<List<LockedFile>> PrintUrisAsync(string architecture, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var output = await _tools.CaptureAsync(
            "apt-get",
            ["-c", ConfigPath, "-o", "APT::Architecture="
                + architecture, "-o", "APT::Architectures::=" + architecture, "--print-uris", .. arguments],
            cancel: cancel).ConfigureAwait(false);
        return [.. output.Split('\n').Where(line => line.StartsWith('\'')).Select(Parse)];
    }

    // 'http://host/debian/pool/main/r/rauc/rauc_1.8-2_arm64.deb' rauc_1.8-2_arm64.deb 133692 SHA256:bf30…
    private LockedFile Parse(string line)
    {
        var fields = line.Split(' ');
        var address = fields[0].Trim('\'');
        if (!address.StartsWith(_archive.Uri, StringComparison.Ordinal) || !fields[3].StartsWith("SHA256:", StringComparison.Ordinal))
            throw new BuildFailedException($"apt answered with an address outside of {_archive.Uri} or without a SHA-256: {line}");
        return new LockedFile
        {
            Name = fields[1],
            Path = Uri.UnescapeDataString(address[_archive.Uri.Length..].TrimStart('/')),
            Size = long.Parse(fields[2], CultureInfo.InvariantCulture),
            Sha256 = fields[3]["SHA256:".Length..],
        };
    }
}
