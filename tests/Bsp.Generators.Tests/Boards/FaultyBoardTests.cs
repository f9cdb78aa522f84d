using Bsp.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bsp.Generators.Tests.Boards;

/// <summary>Mistakes in the real boards: each finding names the file and the line where the mistake is.</summary>
public sealed class FaultyBoardTests
{
    private static readonly Lazy<CSharpCompilation> s_boards = new(RealBoards.Compilation);

    [Theory]
    [InlineData("BSP1002", "friendlyarm-nanopi-r2s/NanoPiR2S.cs", "Id = \"friendlyarm-nanopi-r2s\"", "Id = \"../r2s\"", "Board Board =")]
    [InlineData("BSP1010", "styx-dcp-sc-28p/DcpSc28p.cs", "new(Product)", "new(\"styx-dcp-sc-28p\")", "new(\"styx-dcp-sc-28p\")")]
    [InlineData("BSP2003", "families/Rk3328.cs", "Idbloader, 32.KiB()", "Idbloader, 2.KiB()", "Idbloader, 2.KiB()")]
    [InlineData("BSP2004", "families/Rk3328.cs", "FirstFree = 16.MiB()", "FirstFree = 12.MiB()", "DiskLayout Disk =")]
    [InlineData("BSP2015", "bananapi-bpi-r3/BananaPiR3.cs", "new DtProperty(\"partname\", \"factory\")",
        "new DtProperty(\"partname\", \"calibration\")", "\"calibration\"")]
    [InlineData("BSP2015", "bananapi-bpi-r3/BananaPiR3.cs", "\"0#en8811h_fw\"", "\"0#en8811h\"", "\"0#en8811h\"")]
    [InlineData("BSP5009", "bananapi-bpi-r3/BananaPiR3.cs", "new(\"fdtfile\", tree.Blob)",
        "new(\"fdtfile\", R3 + \".dtb\")", "new(\"fdtfile\"")]
    [InlineData("BSP5010", "bananapi-bpi-r3/BananaPiR3.cs", "Starting(\"emmc\", \"emmc\", \"emmc\"",
        "Starting(\"emmc\", \"emmc\", \"sdmmc\"", "")]
    [InlineData("BSP5011", "friendlyarm-nanopi-r2s/NanoPiR2S.cs", "\"ENV_IS_IN_MMC\")",
        "\"ENV_IS_IN_MMC\") + String(\"ENV_EXT4_DEVICE_AND_PART\", \"1:2\")", "\"1:2\"")]
    [InlineData("BSP5011", "friendlyarm-nanopi-r2s/NanoPiR2S.cs", "\"ENV_IS_IN_MMC\")",
        "\"ENV_IS_IN_MMC\") + String(\"ENV_EXT4_DEVICE_AND_PART\", \"0:1\")", "\"0:1\"")]
    [InlineData("BSP5003", "families/Filogic.cs", "Script = 0x4800_0000", "Script = 0x4600_0000", "LoadAddresses Load =")]
    [InlineData("BSP5017", "families/infix/Infix.cs", "BuildrootLine.Y(\"IX_TRUSTED_KEYS\"),", "", "InfixDistribution Infix =")]
    public async Task A_mistake_is_found_where_it_is_written(string id, string file, string right, string wrong, string line)
    {
        var faulty = s_boards.Value.Edit(file, text =>
        {
            Assert.Contains(right, text, StringComparison.Ordinal);
            return text.Replace(right, wrong, StringComparison.Ordinal);
        });
        var findings = await Diagnose.RunAsync(faulty);
        Assert.All(
            findings,
            finding => Assert.True(
                finding.Location.IsInSource && finding.Location.GetLineSpan().Path.EndsWith(".cs", StringComparison.Ordinal),
                finding.ToString()));
        Assert.Contains(
            findings,
            finding => finding.Id == id && finding.Location.SourceTree!.FilePath == file
                && Line(finding).Contains(line, StringComparison.Ordinal));
    }

    private static string Line(Diagnostic finding)
    {
        var text = finding.Location.SourceTree!.GetText(TestContext.Current.CancellationToken);
        return text.Lines[finding.Location.GetLineSpan().StartLinePosition.Line].ToString();
    }
}
