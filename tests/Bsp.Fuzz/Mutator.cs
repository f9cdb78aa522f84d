namespace Bsp.Fuzz;

/// <summary>Damages files as disks, editors and hostile people do.</summary>
internal static class Mutator
{
    /// <summary>A damaged copy of a file, with pieces of another one, and of its language, here and there.</summary>
    public static byte[] Mutate(byte[] file, byte[] other, IReadOnlyList<byte[]> pieces, Random random)
    {
        var content = new List<byte>(file);
        for (var left = 1 << random.Next(5); left > 0; left--)
        {
            var at = random.Next(content.Count + 1);
            var length = Math.Min(random.Next(1 << random.Next(8)), content.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    content.RemoveRange(at, length);
                    break;
                case 1:
                    content.InsertRange(at, content.GetRange(at, length));
                    break;
                case 2:
                    var from = random.Next(other.Length + 1);
                    content.InsertRange(at, other.AsSpan(from, Math.Min(random.Next(400), other.Length - from)).ToArray());
                    break;
                case 3 when length > 0:
                    content[at] = (byte)random.Next(256);
                    break;
                case 4 when random.Next(20) == 0:
                    content.InsertRange(
                        at, Enumerable.Repeat(pieces[random.Next(pieces.Count)], random.Next(2000)).SelectMany(piece => piece));
                    break;
                case 5 when random.Next(4) == 0:
                    content.RemoveRange(at, content.Count - at);
                    break;
                default:
                    content.RemoveRange(at, length);
                    content.InsertRange(at, pieces[random.Next(pieces.Count)]);
                    break;
            }
        }

        return [.. content];
    }
}
