using Bsp.Artifacts.Quoting;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Quoting;

public sealed class HushWordTests
{
    public static TheoryData<string> Strings => HostileStrings.All;

    [Theory]
    [MemberData(nameof(Strings))]
    public void Text_is_kept_between_single_quotes_or_refused(string text)
    {
        if (text.Any(c => c is '\'' or '\\' or < ' ' or > '~'))
            Assert.Throws<ModelException>(() => HushWord.Quote(text));
        else
            Assert.Equal("'" + text + "'", HushWord.Quote(text));
    }
}
