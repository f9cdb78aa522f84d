using Bsp.Build.Progress;
using Bsp.DeviceTree.Conformance.Dtc;

namespace Bsp.DeviceTree.Conformance.Tests;

/// <summary>Every form that dtc and its companions write, of boards of a kernel: the same text and bytes.</summary>
public sealed class FormatTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bsp-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Sources_and_blobs_of_boards_come_out_as_from_dtc_and_its_companions()
    {
        using var log = new StringWriter();
        var cancel = TestContext.Current.CancellationToken;
        var comparison = new ToolComparison(await DtcTools.BuildAsync(new PlainConsole(log), cancel), _folder.FullName);
        var boards = await new BoardSources("linux-6.12", "arm64", everyNth: 50).PreprocessAsync(
            _folder.FullName, new PlainConsole(log), cancel);
        Assert.True(boards.Count > 15, $"only {boards.Count} boards were preprocessed");
        var differences = boards.SelectMany(board => FormatRuns.Of(board, comparison, _folder.FullName)).ToList();
        Assert.True(differences.TrueForAll(difference => difference is null), string.Join("\n", differences.OfType<string>()));
        TestContext.Current.TestOutputHelper?.WriteLine($"{differences.Count} command lines on {boards.Count} boards");
    }
}
