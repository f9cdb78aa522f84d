using System.Globalization;
using System.Text;

namespace Bsp.DeviceTrees.Tests;

/// <summary>Sources made at random whose values mix all types at any offset.</summary>
/// <param name="random">Decides.</param>
internal sealed class GeneratedTrees(Random random)
{
    private static readonly string[] s_names = ["a", "b", "reg", "clock-frequency", "clocks", "gpios", "vendor,x", "status", "ranges"];

    /// <summary>Some of them, each a source; the same for the same seed.</summary>
    public static IEnumerable<string> Of(int seed, int count)
    {
        var trees = new GeneratedTrees(new(seed));
        for (var i = 0; i < count; i++)
            yield return trees.Next();
    }

    private string Next()
    {
        var text = new StringBuilder("/dts-v1/;\n");
        for (var i = random.Next(3); i > 0; i--)
            text.Append($"{(random.Next(2) == 0 ? $"m{i}: r{i}: " : "")}/memreserve/ {Number(64)} {1 + random.Next(4096)};\n");
        text.Append("/ {\n");
        Properties(text);
        for (var i = 0; i < 3; i++)
        {
            text.Append($"{(i < 2 ? $"l{i}: " : "")}{(i == 1 ? "o1: " : "")}n@{i} {{\n");
            Properties(text);
            text.Append($"c{i} {{ {(random.Next(3) == 0 ? $"phandle = <{20 + i}>; " : "")}}};\n}};\n");
        }

        return text.Append("};\n").ToString();
    }

    private void Properties(StringBuilder text)
    {
        foreach (var name in s_names.Where(_ => random.Next(3) == 0))
            text.Append($"{name} = {string.Join(", ", Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Piece()))};\n");
        if (random.Next(2) == 0)
            text.Append("flag;\n");
    }

    private string Piece() => random.Next(7) switch
    {
        0 or 1 => $"<{Several(Cell)}>",
        2 => $"[{Several(() => random.Next(256).ToString("x2", CultureInfo.InvariantCulture))}]",
        3 => $"/bits/ 16 <{Several(() => Number(16))}>",
        4 => $"/bits/ 64 <{Several(() => Number(64))}>",
        5 => random.Next(2) == 0 ? "&l0" : "&{/n@2/c2}",
        _ => $"\"{string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Character()))}\"",
    };

    private string Cell() => random.Next(5) switch
    {
        0 => "&l1",
        1 => "&{/n@2}",
        _ => Number(32),
    };

    private string Number(int bits) =>
        random.Next(3) == 0
            ? random.Next(12).ToString(CultureInfo.InvariantCulture)
            : "0x" + (random.NextInt64() & ((1L << (bits - 1)) - 1)).ToString("x", CultureInfo.InvariantCulture);

    private string Character() => random.Next(8) switch
    {
        0 => "\\000",
        1 => "\\\"",
        2 => "\\xff",
        3 => "\\n",
        4 => "7",
        _ => ((char)('a' + random.Next(26))).ToString(),
    };

    private string Several(Func<string> make) => string.Join(' ', Enumerable.Range(0, 1 + random.Next(4)).Select(_ => make()));
}
