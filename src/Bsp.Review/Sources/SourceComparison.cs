using Bsp.Review.Changes;
using Bsp.Review.Revisions;

namespace Bsp.Review.Sources;

/// <summary>Compares the pinned sources that a board is built from.</summary>
/// <param name="before">The pins of the base.</param>
/// <param name="after">The pins of the head.</param>
internal sealed class SourceComparison(SourcePins before, SourcePins after)
{
    private const string Userland = "userland";

    /// <summary>The packages of a board's sources that differ.</summary>
    public IEnumerable<Change> Of(BoardArtifacts old, BoardArtifacts now)
    {
        var used = Uses(now).ToHashSet();
        // Which source serves a use may have changed; the record says that, and here the pins of one name are compared.
        return Uses(old).Union(used).SelectMany(use => Between(use.Use, use.Source, used.Contains(use)));
    }

    private static IEnumerable<(string Use, string Source)> Uses(BoardArtifacts board)
    {
        if (board.Record?["distribution"] is not { } distribution)
            yield break;
        foreach (var source in distribution["sources"]?.AsArray() ?? [])
            yield return ((string?)source?["use"] ?? "", (string?)source?["name"] ?? "");
        if ((string?)distribution["userland"]?["source"] is { } userland)
            yield return (Userland, userland);
    }

    private IEnumerable<Change> Between(string use, string source, bool isUsed)
    {
        var (old, now) = (before[source], after[source]);
        if (now.Count == 0 && isUsed)
        {
            yield return new(ChangeRules.SourceMissing, source)
            {
                Before = old.Count > 0 ? "pinned" : null,
                After = "not pinned",
                Meaning = "the record names it, so nothing can be built: run Lock",
            };
        }

        // A name that one side does not have is another source, which the record tells.
        if (old.Count == 0 || now.Count == 0)
            yield break;
        foreach (var package in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var (was, becomes) = (old.GetValueOrDefault(package), now.GetValueOrDefault(package));
            if (was == becomes)
                continue;
            var isBackwards = was is not null && becomes is not null && DebianVersion.Compare(was.Version, becomes.Version) > 0;
            var isOtherContent = was is not null && becomes is not null && was.Version == becomes.Version;
            yield return new(isBackwards || isOtherContent ? ChangeRules.SourceBackwards : ChangeRules.Source, $"{package} ({source})")
            {
                Before = was?.Version,
                After = becomes?.Version,
                Impact = ImpactOf(use),
                Meaning = isOtherContent ? "the same version with other content" : isBackwards ? Versions.MendedFaults : null,
            };
        }
    }

    private static FieldImpact ImpactOf(string use) => use switch
    {
        "u-boot" or "trusted-firmware" or "grub" => FieldImpact.Bootloader,
        "schemas" => FieldImpact.None,
        _ => FieldImpact.Update,
    };
}
