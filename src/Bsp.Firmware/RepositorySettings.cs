using CliWrap;
using CliWrap.Buffered;
using CliWrap.Exceptions;

namespace Bsp.Firmware;

/// <summary>What a build of this tree goes by, from git and the environment.</summary>
public static class RepositorySettings
{
    // A tree without history (an unpacked archive) still builds, always with the same date: 2020-01-01.
    private const long DateWithoutHistory = 1577836800;

    /// <summary>Reads them.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="version">The version of the firmware, or null for what git describes.</param>
    /// <param name="jobs">How many compilers and steps run at a time, or null for the number of processors.</param>
    /// <exception cref="BuildFailedException">A value cannot be used.</exception>
    public static async Task<BuildSettings> ReadAsync(string root, string? version, int? jobs, CancellationToken cancel)
    {
        if (jobs < 1)
            throw new BuildFailedException($"{jobs} jobs cannot do anything; give --jobs a number from 1 on");
        version ??= await GitAsync(root, ["describe", "--always", "--dirty", "--tags"], cancel).ConfigureAwait(false) ?? "unversioned";
        if (version.Length is 0 or > 64 || !version.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+' or '~'))
            throw new BuildFailedException($"'{version}' is no version: 1 to 64 letters, digits and '.-_+~'");
        var date = Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH") is { Length: > 0 } given ? given
            : await GitAsync(root, ["log", "-1", "--format=%ct"], cancel).ConfigureAwait(false);
        return new()
        {
            Version = version,
            SourceDateEpoch = date is null ? DateWithoutHistory
                : long.TryParse(date, out var seconds) && seconds > 0 ? seconds
                : throw new BuildFailedException($"SOURCE_DATE_EPOCH is '{date}'; it must be seconds since 1970"),
            Jobs = jobs ?? Environment.ProcessorCount,
            CacheFolder = Folder("BSP_CACHE", "XDG_CACHE_HOME", ".cache", "bsp"),
            KeysFolder = Folder("BSP_KEYS", "XDG_CONFIG_HOME", ".config", "bsp/keys"),
            RepositoryRoot = root,
        };
    }

    // The XDG base directory specification: a relative path in the variable counts as none.
    private static string Folder(string own, string xdg, string inHome, string name)
    {
        if (Environment.GetEnvironmentVariable(own) is { Length: > 0 } path)
            return Path.GetFullPath(path);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        var parent = Environment.GetEnvironmentVariable(xdg) is { Length: > 0 } given && Path.IsPathRooted(given) ? given : Path.Combine(home, inHome);
        return Path.Combine(parent, name);
    }

    private static async Task<string?> GitAsync(string root, string[] arguments, CancellationToken cancel)
    {
        try
        {
            // The tree may belong to another user than the one who builds, as in a container.
            var result = await Cli.Wrap("git").WithArguments(["-c", $"safe.directory={root}", "-C", root, .. arguments])
                .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancel).ConfigureAwait(false);
            return result.ExitCode == 0 && result.StandardOutput.Trim() is { Length: > 0 } line ? line : null;
        }
        catch (Exception exception) when (exception is CliWrapException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
