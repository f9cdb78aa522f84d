using Bsp.Model;
using Bsp.Review.Changes;
using Bsp.Review.Revisions;

namespace Bsp.Review.Disks;

/// <summary>What a change does to a disk. Devices in the field keep the table that they were flashed with.</summary>
internal static class DiskComparison
{
    // What the owner has on the device is there and nowhere else.
    private static readonly string[] Kept = [PartitionNames.Config, PartitionNames.Var];

    /// <summary>Compares the disks of a board.</summary>
    public static IEnumerable<Change> Between(DiskMap? before, DiskMap? after)
    {
        if (before is null && after is null)
            return [];
        if (before is null || after is null)
        {
            return
            [
                new(ChangeRules.Disk, "disk image")
                {
                    Before = before is null ? null : "there", After = after is null ? null : "there",
                },
            ];
        }

        return
        [
            .. Whole(before, after),
            .. Pairs(before.Partitions, after.Partitions).SelectMany(pair => Partition(pair.Before, pair.After)),
            .. Pairs(before.Raw, after.Raw).SelectMany(pair => Raw(pair.Before, pair.After)),
        ];
    }

    /// <summary>The same part on both sides: of the same name, else of the same GUID.</summary>
    public static IEnumerable<(DiskRegion? Before, DiskRegion? After)> Pairs(IEnumerable<DiskRegion> before, IEnumerable<DiskRegion> after)
    {
        var (old, now) = (before.ToList(), after.ToList());
        var pairs = new List<(DiskRegion? Before, DiskRegion? After)>();
        foreach (var region in now)
        {
            var same = old.Find(other => other.Name == region.Name)
                ?? old.Find(other => IsRenamed(other, region) && now.TrueForAll(x => x.Name != other.Name));
            if (same is not null)
                old.Remove(same);
            pairs.Add((same, region));
        }

        return [.. pairs, .. old.Select(region => ((DiskRegion?)region, (DiskRegion?)null))];
    }

    private static bool IsRenamed(DiskRegion before, DiskRegion after) => after.Guid.Length > 0 && before.Guid == after.Guid;

    private static IEnumerable<Change> Whole(DiskMap before, DiskMap after)
    {
        if (before.Table != after.Table)
        {
            yield return new(ChangeRules.Partition, "partition table")
            {
                Before = before.Table, After = after.Table, Meaning = "devices in the field keep a table of the other kind",
            };
        }

        if (before.Guid != after.Guid)
            yield return new(ChangeRules.Partition, "disk GUID") { Before = before.Guid, After = after.Guid };
        if (before.Size != after.Size)
        {
            yield return new(ChangeRules.Disk, "image size")
            {
                Before = Quantity.Size(before.Size),
                After = Quantity.Size(after.Size),
                Meaning = after.Size < before.Size ? null : "media must be this large from now on",
            };
        }
    }

    private static IEnumerable<Change> Partition(DiskRegion? before, DiskRegion? after)
    {
        var name = (after ?? before)!.Name;
        var subject = "partition " + name;
        if (before is null || after is null)
        {
            yield return new(ChangeRules.Partition, subject)
            {
                Before = before is null ? null : Of(before),
                After = after is null ? null : Of(after),
                Impact = after is null && Kept.Contains(name) ? FieldImpact.Data : FieldImpact.Repartition,
                Meaning = before is null ? "devices in the field do not have it" : "devices in the field still have it",
            };
            yield break;
        }

        foreach (var (what, old, now, isData) in Differences(before, after))
        {
            var losesData = isData && Kept.Contains(before.Name);
            yield return new(ChangeRules.Partition, subject + ": " + what)
            {
                Before = old,
                After = now,
                Impact = losesData ? FieldImpact.Data : FieldImpact.Repartition,
                Meaning = losesData ? $"what devices have in {before.Name} is lost where the disk is written anew" : null,
            };
        }

        if (before.Image != after.Image && before.Filesystem == after.Filesystem)
        {
            yield return new(ChangeRules.Disk, subject + ": file")
            {
                Before = before.Image, After = after.Image, Impact = FieldImpact.Update,
            };
        }
    }

    private static IEnumerable<(string What, string Before, string After, bool IsData)> Differences(DiskRegion before, DiskRegion after)
    {
        if (before.Name != after.Name)
            yield return ("name", before.Name, after.Name, true);
        if (before.Number != after.Number)
            yield return ("number", Text(before.Number), Text(after.Number), false);
        if (before.Position != after.Position)
        {
            var moves = before.Position.After != after.Position.After ? "moves"
                : after.Position.Distance < before.Position.Distance ? "moves down"
                : "moves up";
            yield return (moves, Quantity.Offset(before.Position), Quantity.Offset(after.Position), true);
        }

        if (before.Size != after.Size)
        {
            var shrinks = after.Size < before.Size;
            yield return (shrinks ? "shrinks" : "grows", Quantity.Size(before.Size), Quantity.Size(after.Size), shrinks);
        }

        if (before.Filesystem != after.Filesystem)
            yield return ("filesystem", before.Filesystem, after.Filesystem, true);
        if (before.Guid != after.Guid)
            yield return ("GUID", before.Guid, after.Guid, false);
        if (before.Type != after.Type)
            yield return ("type", before.Type, after.Type, false);
        if (before.Flags != after.Flags)
            yield return ("flags", before.Flags, after.Flags, false);
    }

    private static IEnumerable<Change> Raw(DiskRegion? before, DiskRegion? after)
    {
        if (before == after)
            yield break;
        yield return new(ChangeRules.RawRegion, "region " + (after ?? before)!.Name)
        {
            Before = before is null ? null : Of(before) + ", " + before.Image,
            After = after is null ? null : Of(after) + ", " + after.Image,
            Meaning = "an update writes nothing there",
        };
    }

    private static string Of(DiskRegion region) => $"{Quantity.Size(region.Size)} at {Quantity.Offset(region.Position)}";

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
