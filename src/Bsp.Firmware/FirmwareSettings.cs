using System.Diagnostics.CodeAnalysis;
using Bsp.Build;

namespace Bsp.Firmware;

/// <summary>What holds for a whole build of firmware.</summary>
public sealed record FirmwareSettings : BuildSettings
{
    /// <summary>Adds what firmware needs to the settings of a build.</summary>
    /// <param name="build">The settings of the build.</param>
    /// <param name="keysFolder">See <see cref="KeysFolder"/>.</param>
    [SetsRequiredMembers]
    public FirmwareSettings(BuildSettings build, string keysFolder)
        : base(build) => KeysFolder = keysFolder;

    /// <summary>The folder with the signing keys; never below the cache or the tree.</summary>
    public string KeysFolder { get; init; }

    /// <summary>Folders that are laid over the root filesystem last, for a variant of a build, such as the tests make.</summary>
    public IReadOnlyList<string> ExtraOverlays { get; init; } = [];

    /// <summary>
    /// The settings where nobody says otherwise: those of <see cref="MachineSettings"/>, and the keys in <c>BSP_KEYS</c> or
    /// <c>~/.config/bsp/keys</c>.
    /// </summary>
    /// <param name="repositoryRoot">The folder with Bsp.sln.</param>
    /// <param name="version">The firmware's version; null for what git describes.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<FirmwareSettings> OfMachineAsync(string repositoryRoot, string? version, CancellationToken cancel) => new(
        await MachineSettings.ReadAsync(repositoryRoot, version, cancel).ConfigureAwait(false),
        UserFolder.Of("BSP_KEYS", "XDG_CONFIG_HOME", ".config", "keys"));
}
