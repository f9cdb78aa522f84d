using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>A line that a preprocessor left to say where the next one comes from: <c># 12 "file"</c>, or <c>#line</c>.</summary>
internal static class LineMarker
{
    /// <summary>Reads a marker (scripts/dtc/dtc-lexer.l).</summary>
    /// <param name="line">The line, without its end.</param>
    /// <param name="file">The file that it names.</param>
    /// <param name="number">The number of the line after it.</param>
    public static bool TryRead(ReadOnlySpan<byte> line, out string file, out int number)
    {
        (file, number) = ("", 0);
        if (line.Length < 5 || line[0] != '#')
            return false;
        var at = line.Slice(1).StartsWith("line"u8) ? 5 : 1;
        var digits = SkipBlanks(line, at);
        if (digits == at)
            return false;
        for (at = digits; at < line.Length && line[at] is >= (byte)'0' and <= (byte)'9' && number < 100_000_000; at++)
            number = (number * 10) + (line[at] - '0');
        var quote = SkipBlanks(line, at);
        if (at == digits || quote == at || quote >= line.Length || line[quote] != '"')
            return false;
        var text = line.Slice(quote + 1);
        var end = text.LastIndexOf((byte)'"');
        if (end < 0)
            return false;
        foreach (var c in text.Slice(end + 1))
        {
            if (c is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (>= (byte)'0' and <= (byte)'9')))
                return false;
        }

        file = Encoding.UTF8.GetString(text.Slice(0, end).ToArray()).Replace("\\\\", "\\").Replace("\\\"", "\"");
        return true;
    }

    private static int SkipBlanks(ReadOnlySpan<byte> line, int at)
    {
        while (at < line.Length && line[at] is (byte)' ' or (byte)'\t')
            at++;
        return at;
    }
}
