using Bsp.Artifacts;
using Bsp.Kconfig;
using Bsp.Review.Changes;
using Bsp.Review.Kernels;
using Bsp.Review.Revisions;

namespace Bsp.Review.Files;

/// <summary>Compares what fragments of U-Boot's configuration and defconfigs of Buildroot ask for.</summary>
internal static class SymbolComparison
{
    private const string UBootPrefix = "CONFIG_";
    private const string Environment = "ENV_IS_IN_";
    private const string TrustedKeys = "IX_TRUSTED_KEYS";
    private const string Version = "_VERSION_VALUE";

    /// <summary>The symbols that differ.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="prefix">What precedes symbols: empty for Buildroot, whose have several.</param>
    /// <param name="before">The text before.</param>
    /// <param name="after">The text after.</param>
    public static IEnumerable<Change> Between(string path, string prefix, string before, string after)
    {
        var (old, now) = (Values(before, prefix), Values(after, prefix));
        var where = Path.GetFileName(path) == ArtifactNames.UBootConfig ? "" : $" ({Path.GetFileName(path)})";
        var moves = prefix == UBootPrefix && IsOnMedium(old) && IsOnMedium(now);
        foreach (var symbol in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var (was, becomes) = (old.GetValueOrDefault(symbol), now.GetValueOrDefault(symbol));
            if (was == becomes)
                continue;
            var change = new Change(prefix == UBootPrefix ? ChangeRules.UBootRequest : ChangeRules.BootSetting, prefix + symbol + where)
            {
                Before = was, After = becomes,
            };
            yield return prefix.Length == 0 ? JudgeBuildroot(symbol, change)
                : moves && symbol.StartsWith(Environment, StringComparison.Ordinal) ? Moved(change)
                : SecurityOptions.UBoot.Judge(symbol, change);
        }
    }

    private static bool IsOnMedium(Dictionary<string, string> values) =>
        values.Any(value => value.Key.StartsWith(Environment, StringComparison.Ordinal) && value.Value == "y");

    // It is no weaker than before, but what devices have saved is not found.
    private static Change Moved(Change change) => change with
    {
        Attention = Attention.Warning, Meaning = "the bootloader's variables move: those that devices have saved are not read any more",
    };

    private static Change JudgeBuildroot(string symbol, Change change) =>
        symbol.StartsWith(TrustedKeys, StringComparison.Ordinal) ? change with
        {
            Impact = FieldImpact.Trust, Attention = Attention.Error, Meaning = "which keys the bootloader accepts systems by",
        }
        : symbol.EndsWith(Version, StringComparison.Ordinal) ? Versions.Judge(change)
        : change;

    private static Dictionary<string, string> Values(string text, string prefix) =>
        Request.Parse(text, "", prefix)
            .ToDictionary(request => request.Symbol, request => request.Written ?? request.Value, StringComparer.Ordinal);
}
