namespace Bsp.Build;

/// <summary>What holds for a whole build. A step that uses one of the values in its output describes it as an input.</summary>
public record BuildSettings
{
    /// <summary>The version of what is built, such as <c>v0.3-12-g1a2b3c4</c>.</summary>
    public required string Version { get; init; }

    /// <summary>
    /// The date of everything in what is built: seconds since 1970, UTC (reproducible-builds.org/specs/source-date-epoch).
    /// </summary>
    public required long SourceDateEpoch { get; init; }

    /// <summary>How many compilers and independent steps run at a time.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>The folder with the store, the downloads, the compiler cache and the logs.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>Whether the result is for devices in the field: what is made for development only, such as its keys, is refused.</summary>
    public bool Release { get; init; }

    /// <summary>Whether compilers run through ccache.</summary>
    public bool UseCcache { get; init; } = true;

    /// <summary>Whether everything in the store is hashed before anything is made; what changed is removed.</summary>
    public bool VerifyStore { get; init; }

    /// <summary>The folder with Bsp.sln.</summary>
    public required string RepositoryRoot { get; init; }
}
