using System.Text.Json;
using Bsp.Artifacts.Quoting;
using Bsp.Artifacts.Tests.Tools;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Quoting;

public sealed class GenimageStringTests
{
    public static TheoryData<string> Strings => HostileStrings.All;

    [Theory]
    [MemberData(nameof(Strings))]
    public void Genimage_reads_back_the_text_or_it_is_refused(string text)
    {
        if (text.Any(char.IsControl))
        {
            Assert.Throws<ModelException>(() => GenimageString.Quote(text));
            return;
        }

        Assert.SkipWhen(
            text.Any(c => c > '~'), "genimage 16 widens the bytes of a partition's name one by one; the model allows ASCII only");
        Assert.SkipWhen(text.Length == 0, "a partition without a name is not read back");
        using var scratch = new TempFolder();
        var image = Genimage.Run(
            scratch,
            $"image disk.img {{ hdimage {{ partition-table-type = gpt }} partition {GenimageString.Quote(text)} {{ size = 4096 }} }}\n");
        using var table = JsonDocument.Parse(HostTool.Check("sfdisk", ["--json", image]));
        Assert.Equal(text, table.RootElement.GetProperty("partitiontable").GetProperty("partitions")[0].GetProperty("name").GetString());
    }
}
