using Bsp.Review.Revisions;

namespace Bsp.Review.Pages.Html;

/// <summary>A part of a disk with its position in bytes, which is an estimate where the map does not say it.</summary>
internal sealed record DiskPart(DiskRegion Region, long Start, long End)
{
    // A part whose size is that of a file is as large as the room that is left for it, or this.
    private const long SizeOfFile = 16 << 20;

    /// <summary>The parts of a disk.</summary>
    public static IReadOnlyList<DiskPart> Of(DiskMap disk)
    {
        var parts = new List<DiskPart>();
        long cursor = 0;
        foreach (var region in disk.Regions)
        {
            var start = region.Offset ?? cursor;
            var room = disk.Regions.Where(other => other.Offset > start).Min(other => other.Offset - start) ?? SizeOfFile;
            parts.Add(new(region, start, start + Math.Max(1, region.Size ?? Math.Min(SizeOfFile, room))));
            cursor = Math.Max(cursor, parts[^1].End);
        }

        return parts;
    }
}

/// <summary>Where the bytes of two disks are in one drawing: to scale, except that no part is too low to have its name in it.</summary>
/// <remarks>Both disks have one scale, so that what does not move is at the same height in both.</remarks>
internal sealed class DiskScale
{
    private const double Nominal = 340;
    private const double MinimumOfPart = 34;
    private const double MinimumOfGap = 5;

    private readonly List<long> _edges;
    private readonly double[] _positions;

    /// <summary>Makes the scale for the parts of both disks.</summary>
    public DiskScale(IReadOnlyList<DiskPart> parts, long end)
    {
        _edges = [.. parts.SelectMany(part => new[] { part.Start, part.End }).Append(0).Append(end).Distinct().Order()];
        var lengths = _edges.Zip(_edges.Skip(1), (from, to) => (double)(to - from)).ToArray();
        var minima = new double[lengths.Length];
        Array.Fill(minima, MinimumOfGap);
        foreach (var part in parts)
        {
            var (first, last) = (_edges.IndexOf(part.Start), _edges.IndexOf(part.End));
            for (var i = first; i < last; i++)
                minima[i] = Math.Max(minima[i], MinimumOfPart / (last - first));
        }

        Height = Math.Max(Nominal, minima.Sum() * 1.2);
        _positions = [0, .. Running(Heights(lengths, minima, Height))];
    }

    /// <summary>How high the drawing is.</summary>
    public double Height { get; }

    /// <summary>The offsets where something begins or ends.</summary>
    public IReadOnlyList<long> Edges => _edges;

    /// <summary>The position of one of <see cref="Edges"/>, from the top.</summary>
    public double At(long edge) => _positions[_edges.IndexOf(edge)];

    // What would be lower than its minimum gets that; the rest share what is left, each by its length.
    private static double[] Heights(double[] lengths, double[] minima, double height)
    {
        var isFixed = new bool[lengths.Length];
        while (true)
        {
            var room = height - minima.Where((_, i) => isFixed[i]).Sum();
            var perByte = room / lengths.Where((_, i) => !isFixed[i]).Sum();
            var small = Enumerable.Range(0, lengths.Length).Where(i => !isFixed[i] && lengths[i] * perByte < minima[i]).ToList();
            if (small.Count == 0)
                return [.. lengths.Select((length, i) => isFixed[i] ? minima[i] : length * perByte)];
            foreach (var i in small)
                isFixed[i] = true;
        }
    }

    private static IEnumerable<double> Running(double[] heights)
    {
        double sum = 0;
        foreach (var height in heights)
            yield return sum += height;
    }
}
