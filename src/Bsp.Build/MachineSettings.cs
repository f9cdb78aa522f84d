using Bsp.Build.Results;

namespace Bsp.Build;

/// <summary>
/// The settings of a build where nobody says otherwise: version and date from git, the cache folder from the environment.
/// </summary>
public static class MachineSettings
{
    /// <summary>Assembles the settings.</summary>
    /// <param name="repositoryRoot">The folder with Bsp.sln.</param>
    /// <param name="version">The version of what is built; null for what git describes.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<BuildSettings> ReadAsync(string repositoryRoot, string? version, CancellationToken cancel)
    {
        var repository = await Repository.OfAsync(repositoryRoot, cancel).ConfigureAwait(false);
        return new()
        {
            Version = version ?? repository.Version,
            SourceDateEpoch = repository.Date,
            CacheFolder = UserFolder.Of("BSP_CACHE", "XDG_CACHE_HOME", ".cache", ""),
            RepositoryRoot = repositoryRoot,
        };
    }
}
