using Bsp.Artifacts.Quoting;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Quoting;

public sealed class KconfigFixupTests
{
    public static TheoryData<string> Strings => [.. HostileStrings.All, "y", "\"console=ttyS0 $HOME\"", "a,b", "a'b"];

    [Theory]
    [MemberData(nameof(Strings))]
    public void The_shell_that_make_runs_gets_the_text_or_it_is_refused(string text)
    {
        if (text.Any(c => char.IsControl(c) || c is ',' or '(' or ')' or '#' or '\'' or '\\') || text.Trim(' ') != text
            || text.Contains("  ", StringComparison.Ordinal))
        {
            Assert.Throws<ModelException>(() => KconfigFixup.Quote(text));
        }
        else
        {
            Assert.Equal(
                "[" + text + "]\n",
                HostTool.Check(
                    "make", ["-s", "-f", "-"],
                    input: $"SET = printf '[%s]\\n' '$(strip $(2))'\ndefine FIXUPS\n\t$(call "
                        + $"SET,CONFIG_X,{KconfigFixup.Quote(text)})\nendef\nall:\n\t$(FIXUPS)\n"));
        }
    }
}
