using Bsp.Artifacts.Quoting;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Quoting;

public sealed class GrubWordTests
{
    public static TheoryData<string> Strings => HostileStrings.All;

    [Theory]
    [MemberData(nameof(Strings))]
    public void Grub_takes_the_text_as_one_word_or_it_is_refused(string text)
    {
        if (text.Any(char.IsControl))
        {
            Assert.Throws<ModelException>(() => GrubWord.Quote(text));
            return;
        }

        using var scratch = new TempFolder();
        // Unbalanced quotes would swallow the "then" and the script would not parse.
        HostTool.Check("grub-script-check", [scratch.Write("x.cfg", $"if [ {GrubWord.Quote(text)} = x ]; then echo y; fi\n")]);
        // GRUB's single quotes are the shell's (GRUB manual 6.2), so the shell tells what it reads.
        Assert.Equal("[" + text + "]", HostTool.Check("sh", ["-c", "printf '[%s]' " + GrubWord.Quote(text)]));
    }
}
