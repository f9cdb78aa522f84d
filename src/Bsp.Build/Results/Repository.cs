using System.Globalization;
using CliWrap;
using CliWrap.Buffered;

namespace Bsp.Build.Results;

/// <summary>What git says about the repository.</summary>
/// <param name="Revision">The commit, with <c>-dirty</c> when files differ from it; <c>unknown</c> outside a repository.</param>
/// <param name="Version">The version after the last tag, or the commit's short hash.</param>
/// <param name="Date">The commit's date, in seconds since 1970.</param>
public sealed record Repository(string Revision, string Version, long Date)
{
    private const string DateVariable = "SOURCE_DATE_EPOCH";

    /// <summary>Asks git.</summary>
    /// <param name="root">The folder with Bsp.sln.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="BuildFailedException">There is no repository, and the environment has no date instead.</exception>
    public static async Task<Repository> OfAsync(string root, CancellationToken cancel)
    {
        var head = await GitAsync(root, ["log", "-1", "--format=%H %ct"], cancel).ConfigureAwait(false);
        var stated = Environment.GetEnvironmentVariable(DateVariable);
        if (head?.Split(' ') is not [var commit, var time])
        {
            return stated is null
                ? throw new BuildFailedException(
                    $"git knows no commit of '{root}', so there is no date for the firmware; build in a clone, or set {DateVariable}")
                : new("unknown", "unknown", Seconds(stated));
        }

        var version = await GitAsync(root, ["describe", "--tags", "--always", "--dirty"], cancel).ConfigureAwait(false) ?? commit[..12];
        return new(version.EndsWith("-dirty", StringComparison.Ordinal) ? commit + "-dirty" : commit, version, Seconds(stated ?? time));
    }

    private static long Seconds(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        ? seconds
        : throw new BuildFailedException($"{DateVariable} is '{text}'; it is a number of seconds since 1970");

    private static async Task<string?> GitAsync(string root, string[] arguments, CancellationToken cancel)
    {
        var result = await Cli.Wrap("git").WithArguments(["-C", root, .. arguments]).WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancel).ConfigureAwait(false);
        return result.ExitCode == 0 && result.StandardOutput.Trim() is { Length: > 0 } output ? output : null;
    }
}
