using Bsp.Build.Processes;

namespace Bsp.Build.Sources;

/// <summary>The Debian archive that this machine is configured to use.</summary>
/// <param name="Uri">Its root, such as <c>http://host/debian</c>, without a slash at the end.</param>
public sealed record DebianArchive(string Uri)
{
    /// <summary>The architecture of the tools that are fetched to run while boards are built, and apt's own here.</summary>
    public const string BuildArchitecture = "amd64";

    private const string Release = "bookworm";

    /// <summary>Asks apt.</summary>
    /// <exception cref="BuildFailedException">Apt has no Debian archive.</exception>
    public static async Task<DebianArchive> OfHostAsync(Tools tools, CancellationToken cancel)
    {
        // Without lists, as in a fresh container, apt shows its targets only when it need not know what is in them.
        return await QueryAsync([]).ConfigureAwait(false) ?? await QueryAsync(["--no-release-info"]).ConfigureAwait(false)
            ?? throw new BuildFailedException(
                $"apt on this machine has no Debian archive with {Release} main; add one to /etc/apt/sources.list and run apt-get update");

        async Task<DebianArchive?> QueryAsync(string[] options)
        {
            var targets = await tools.CaptureAsync(
                "apt-get",
                [
                    "indextargets", .. options, "--format", "$(SITE)\t$(ORIGIN)\t$(CODENAME)\t$(RELEASE)\t$(COMPONENT)",
                    "Created-By: Packages",
                ],
                cancel: cancel).ConfigureAwait(false);
            return Choose(targets.Split('\n'));
        }
    }

    /// <summary>Chooses from lines of site, origin, code name, release and component.</summary>
    internal static DebianArchive? Choose(IEnumerable<string> lines)
    {
        var rows = lines.Select(line => line.Split('\t')).Where(row => row.Length == 5 && row[4] == "main").ToList();
        // What apt does not know it leaves as written in the format; then only what sources.list says can decide.
        var known = rows.Where(row => row[1] == "Debian" && row[2] == Release);
        var written = rows
            .Where(
                row => row[1] == "$(ORIGIN)" && row[3] is Release or "stable" or "oldstable"
                    && !row[0].Contains("security", StringComparison.Ordinal))
            .OrderByDescending(row => row[0].TrimEnd('/').EndsWith("/debian", StringComparison.Ordinal));
        return known.Concat(written).Select(row => new DebianArchive(row[0].TrimEnd('/'))).FirstOrDefault();
    }

    /// <summary>The address of a file below the archive's root, escaped as apt escapes it.</summary>
    public string Address(string path) =>
        Uri + "/"
            + path.Replace("%", "%25", StringComparison.Ordinal)
                .Replace("+", "%2b", StringComparison.Ordinal)
                .Replace("~", "%7e", StringComparison.Ordinal);
}
