using Bsp.Artifacts.Quoting;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Quoting;

public sealed class ShellWordTests
{
    public static TheoryData<string> Strings => HostileStrings.All;

    [Theory]
    [MemberData(nameof(Strings))]
    public void A_shell_reads_back_the_text_as_one_word_or_it_is_refused(string text)
    {
        if (text.Any(char.IsControl))
            Assert.Throws<ModelException>(() => ShellWord.Quote(text));
        else
            Assert.Equal("[" + text + "]", HostTool.Check("sh", ["-c", "printf '[%s]' " + ShellWord.Quote(text)]));
    }

    [Theory]
    [InlineData("a=b")]
    [InlineData("~")]
    public void What_would_be_an_assignment_or_a_home_folder_is_quoted(string text) =>
        Assert.StartsWith("'", ShellWord.Quote(text));
}
