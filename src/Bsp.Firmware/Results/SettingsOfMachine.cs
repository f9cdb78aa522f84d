namespace Bsp.Firmware.Results;

/// <summary>The settings of a build where nobody says otherwise: version and date from git, folders from the environment.</summary>
public static class SettingsOfMachine
{
    /// <summary>Puts the settings together.</summary>
    /// <param name="repositoryRoot">The folder with Bsp.sln.</param>
    /// <param name="version">The firmware's version; null for what git describes.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<BuildSettings> ReadAsync(string repositoryRoot, string? version, CancellationToken cancel)
    {
        var repository = await Repository.OfAsync(repositoryRoot, cancel).ConfigureAwait(false);
        return new()
        {
            Version = version ?? repository.Version,
            SourceDateEpoch = repository.Date,
            KeysFolder = Folder("BSP_KEYS", "XDG_CONFIG_HOME", ".config", "keys"),
            CacheFolder = Folder("BSP_CACHE", "XDG_CACHE_HOME", ".cache", ""),
            RepositoryRoot = repositoryRoot,
        };
    }

    // XDG Base Directory Specification: a relative path in the variable is to be ignored.
    private static string Folder(string own, string shared, string below, string name)
    {
        if (Environment.GetEnvironmentVariable(own) is { Length: > 0 } stated)
            return Path.GetFullPath(stated);
        var home = Environment.GetEnvironmentVariable(shared) is ['/', ..] folder ? folder : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), below);
        return Path.Combine(home, "bsp", name).TrimEnd('/');
    }
}
