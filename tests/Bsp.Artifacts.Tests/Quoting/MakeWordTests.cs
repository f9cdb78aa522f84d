using Bsp.Artifacts.Quoting;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Quoting;

public sealed class MakeWordTests
{
    public static TheoryData<string> Strings => HostileStrings.All;

    [Theory]
    [MemberData(nameof(Strings))]
    public void Make_reads_back_the_text_or_it_is_refused(string text)
    {
        if (text.Any(char.IsControl) || text.EndsWith('\\') || text.Contains("\\#", StringComparison.Ordinal) || text.Trim(' ') != text)
        {
            Assert.Throws<ModelException>(() => MakeWord.Quote(text));
        }
        else
        {
            Assert.Equal(
                "[" + text + "]\n",
                HostTool.Check(
                    "make", ["-s", "-f", "-"], input: $"X := {MakeWord.Quote(text)}\nexport X\nall:\n\t@printf '[%s]\\n' \"$$X\"\n"));
        }
    }
}
