using System.Text;
using Bsp.Generators.Rendering;
using Bsp.Generators.Tests.Harness;
using CsCheck;

namespace Bsp.Generators.Tests.Rendering;

/// <summary>A text written as C# and compiled is the same text again.</summary>
public sealed class LiteralTests
{
    private static readonly string[] s_odd =
    [
        "", "\n", "\r\n", "\r", "a", "\"", "\"\"\"", "\"\"\"\"\"\"\n\"", "{0}", "{{", "\\", "\\n", "\0", "\t x \t",
        "  \n   \n", "\u2028\u2029\u0085",
        "é\u00A0\u200B", "😀", "\uD83D", "\uDE00", "a\uDE00\uD83Db", "\uFEFF", "\uFFFF", "end without newline", "# line\n#endif\n",
        "*/ // \" u8", new string('"', 40),
    ];

    [Fact]
    public void Odd_texts_come_back_bit_by_bit() => AssertSame(s_odd);

    [Fact]
    public void Any_text_comes_back_bit_by_bit()
    {
        var text = Gen.OneOf(
            Gen.String, Gen.String[Gen.Char["\"\\\n\r\t {}u8é\u2028\uD83D\uDE00"], 0, 60],
            Gen.Int[0, s_odd.Length - 1].Select(i => s_odd[i]));
        text.Array[500].Sample(AssertSame, iter: 4, threads: 1);
    }

    private static void AssertSame(string[] texts)
    {
        var source = new StringBuilder("public static class Test\n{\n    public static readonly string[] Texts =\n    [\n");
        foreach (var text in texts)
            source.Append(Literals.Utf8(text)).Append(",\n").Append(Literals.Text(text)).Append(",\n");
        var assembly = BothWays.Load(TestCompilation.Of(source.Append("    ];\n}\n").ToString()));
        var compiled = (string[])assembly.GetType("Test")!.GetField("Texts")!.GetValue(null)!;
        Assert.Equal(texts.SelectMany(text => new[] { text, text }).Select(Units), compiled.Select(Units));
    }

    private static string Units(string text) => string.Join(' ', text.Select(c => ((int)c).ToString("x4", null)));
}
