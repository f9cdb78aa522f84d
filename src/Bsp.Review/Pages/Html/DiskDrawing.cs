using Bsp.Review.Disks;
using Bsp.Review.Revisions;

namespace Bsp.Review.Pages.Html;

/// <summary>A disk before and after, drawn side by side from its first byte at the top.</summary>
internal sealed class DiskDrawing
{
    private const double Width = 400;
    private const double Top = 26;
    private const double LeftColumn = 56;
    private const double LeftWidth = 146;
    private const double RightColumn = 224;
    private const double RightWidth = 174;
    private const double LabelDistance = 13;

    // How wide a letter of a name and one of a size are, at most times.
    private const double Letter = 7.2;
    private const double SmallLetter = 6.2;

    private readonly IReadOnlyList<DiskPart> _before;
    private readonly IReadOnlyList<DiskPart> _after;
    private readonly DiskMap _old;
    private readonly DiskMap _now;
    private readonly DiskScale _scale;

    private DiskDrawing(DiskMap before, DiskMap after)
    {
        (_old, _now, _before, _after) = (before, after, DiskPart.Of(before), DiskPart.Of(after));
        List<DiskPart> all = [.. _before, .. _after];
        _scale = new(all, all.Select(part => part.End).Append(before.Size ?? 0).Append(after.Size ?? 0).Max());
    }

    /// <summary>The drawing, as SVG.</summary>
    /// <param name="before">The disk in the base.</param>
    /// <param name="after">The disk in the head.</param>
    /// <param name="id">What the ids in it begin with.</param>
    public static Markup Of(DiskMap before, DiskMap after, string id) => new DiskDrawing(before, after).Draw(id);

    private Markup Draw(string id)
    {
        var pairs = DiskComparison.Pairs(_old.Regions, _now.Regions)
            .Select(pair => (Old: Part(_before, pair.Before), Now: Part(_after, pair.After)))
            .ToList();
        return Markup.Of($"""
            <svg class="disk" viewBox="0 0 {Width} {_scale.Height + Top + 8}" role="img" aria-labelledby="{id}-title {id}-text">
            <title id="{id}-title">Partition map before and after</title>
            <desc id="{id}-text">{Alternative(pairs)}</desc>
            <text class="column" x="{LeftColumn + (LeftWidth / 2)}" y="16">before</text>
            <text class="column" x="{RightColumn + (RightWidth / 2)}" y="16">after</text>
            {Axis()}{Column(LeftColumn, LeftWidth, _old.Size)}{Column(RightColumn, RightWidth, _now.Size)}
            {pairs.Select(pair => Band(pair.Old, pair.Now))}
            {pairs.Select(pair => Boxes(pair.Old, pair.Now))}
            </svg>

            """);
    }

    private static DiskPart? Part(IReadOnlyList<DiskPart> parts, DiskRegion? region) =>
        parts.FirstOrDefault(part => ReferenceEquals(part.Region, region));

    private IEnumerable<Markup> Axis()
    {
        var last = double.NegativeInfinity;
        foreach (var edge in _scale.Edges)
        {
            var y = Y(edge);
            if (y - last < LabelDistance)
                continue;
            last = y;
            yield return Markup.Of($"""<text class="offset" x="{LeftColumn - 6}" y="{y + 4}">{Quantity.Size(edge)}</text>""");
        }
    }

    // The whole disk; what no part covers stays free.
    private Markup Column(double x, double width, long? size)
    {
        var end = size is { } known && _scale.Edges.Contains(known) ? Y(known) : Top + _scale.Height;
        return Markup.Of($"""<rect class="free" x="{x}" y="{Top}" width="{width}" height="{end - Top}"/>""");
    }

    private Markup Band(DiskPart? old, DiskPart? now)
    {
        if (old is null || now is null)
            return Markup.None;
        const double left = LeftColumn + LeftWidth;
        return Markup.Of($"""
            <path class="band {Class(old, now)}" d="M{left} {Y(old.Start)}L{RightColumn} {Y(now.Start)}V{Y(now.End)}L{left} {Y(old.End)}Z"/>
            """);
    }

    private Markup Boxes(DiskPart? old, DiskPart? now)
    {
        var kind = Class(old, now);
        var words = Words(old, now);
        // Two do not fit in full; the arrow says the first.
        var remark = words.Count < 2 ? words.FirstOrDefault("") : string.Join(", ", words).Replace(" moved", "", StringComparison.Ordinal);
        var left = old is null ? Markup.None : Box(LeftColumn, LeftWidth, old, kind, now is null ? remark : "");
        return Markup.Of($"{left}{(now is null ? Markup.None : Box(RightColumn, RightWidth, now, kind, remark))}");
    }

    private Markup Box(double x, double width, DiskPart part, string kind, string remark)
    {
        var (y, height) = (Y(part.Start), Y(part.End) - Y(part.Start));
        var line = y + (height / 2) + (remark.Length == 0 ? 4 : -2);
        var size = Size(part.Region);
        var room = (int)((width - 20 - (size.Length * SmallLetter)) / Letter);
        var name = part.Region.Name.Length <= room ? part.Region.Name : part.Region.Name[..Math.Max(1, room - 1)] + "…";
        return Markup.Of($"""
            <g class="part {kind}"><rect x="{x}" y="{y}" width="{width}" height="{height}"/>
            <text class="name" x="{x + 7}" y="{line}">{name}</text><text class="size" x="{x + width - 6}" y="{line}">{size}</text>
            {(remark.Length == 0 ? Markup.None : Markup.Of($"""<text class="remark" x="{x + 7}" y="{line + 13}">{remark}</text>"""))}</g>

            """);
    }

    private double Y(long edge) => Top + _scale.At(edge);

    private static string Size(DiskRegion region) => region.Size is null ? "file" : Quantity.Size(region.Size);

    private static string Class(DiskPart? old, DiskPart? now) =>
        old is null ? "new" : now is null ? "gone" : old.Region == now.Region ? "same" : "changed";

    // At most two, which is what fits into a box.
    private static IReadOnlyList<string> Words(DiskPart? old, DiskPart? now)
    {
        if (old is null || now is null)
            return [old is null ? "+ new" : "− gone"];
        var words = new List<string>();
        if (old.Region.Name != now.Region.Name)
            words.Add("renamed");
        if (old.Region.Offset != now.Region.Offset)
            words.Add((now.Start > old.Start ? "↓ moved " : "↑ moved ") + Signed(now.Start - old.Start));
        if (old.Region.Size != now.Region.Size)
            words.Add((now.Region.Size > old.Region.Size ? "grown " : "shrunk ") + Signed(now.Region.Size - old.Region.Size));
        return words.Count > 0 ? [.. words.Take(2)] : old.Region == now.Region ? [] : ["changed"];
    }

    private static string Signed(long? bytes) => bytes is not { } change ? "" : (change < 0 ? "−" : "+") + Quantity.Size(Math.Abs(change));

    private static string Alternative(IReadOnlyList<(DiskPart? Old, DiskPart? Now)> pairs)
    {
        var sides = new[] { ("Before", pairs.Select(pair => pair.Old)), ("After", pairs.Select(pair => pair.Now)) }
            .Select(side => $"{side.Item1}: " + string.Join(", ", side.Item2.OfType<DiskPart>().OrderBy(part => part.Start)
                .Select(part => $"{part.Region.Name} {Quantity.Size(part.Region.Size)} at {Quantity.Size(part.Region.Offset)}")) + ".");
        var changes = pairs.Select(pair => ((pair.Now ?? pair.Old)!.Region.Name, Words: Words(pair.Old, pair.Now)))
            .Where(pair => pair.Words.Count > 0)
            .Select(pair => $"{pair.Name}: {string.Join(", ", pair.Words)}");
        return string.Join(' ', sides) + " Changes: " + string.Join("; ", changes) + ".";
    }
}
