using System.Collections.Concurrent;
using CliWrap;
using CliWrap.Buffered;

namespace Bsp.Build.Processes;

/// <summary>The versions of the Debian packages on this machine, asked of dpkg once a run.</summary>
public sealed class ToolIdentities
{
    private readonly ConcurrentDictionary<string, string> _versions = new(StringComparer.Ordinal);

    /// <summary>The installed version of a package, such as <c>1:4.5.1-1</c>.</summary>
    /// <exception cref="BuildFailedException">It is not installed.</exception>
    public string VersionOf(string package) => _versions.GetOrAdd(package, QueryVersion);

    private static string QueryVersion(string package)
    {
        var result = Cli.Wrap("dpkg-query")
            .WithArguments(["--show", "--showformat", "${db:Status-Abbrev} ${Version}\n", package])
            .WithEnvironmentVariables(ToolEnvironment.For("/", null))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync().GetAwaiter().GetResult();
        // The first letters are the wanted and the actual state (dpkg-query(1)): only "?i" is installed.
        var installed = result.StandardOutput.Split('\n').FirstOrDefault(line => line.Length > 4 && line[1] == 'i');
        return installed?[4..].Trim()
            ?? throw new BuildFailedException($"the package '{package}' is not installed; install it with: apt-get install {package}");
    }
}
