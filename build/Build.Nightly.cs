using Bsp.Build;
using Bsp.Firmware.Boards;
using Nuke.Common;
using Serilog;

partial class Build
{
    const string ReadBackProject = "Bsp.System.Tests";
    const string ReadBackTests = "ReadBack";

    Target Nightly => _ => _
        .Description(
            "Builds the images of all boards, or of --board, reads them back, and builds them again elsewhere to compare; "
            + "compiles each kernel twice")
        .After(Test)
        .Executes(NightlyAsync);

    async Task NightlyAsync()
    {
        var boards = Board.Length > 0 ? await ChosenBoardsAsync() : (await BoardsAsync()).Select([BoardCatalog.Everything], Distribution);
        await ImageAsync(boards);
        // The kernels of the other distributions, which no image is made with here.
        var others = (await BoardsAsync()).SelectOnAll([.. boards.Select(x => x.Board.Id)])
            .Where(ImageTarget.Supports)
            .Except(boards)
            .ToList();
        await FirmwareAsync(others, (builder, chosen) => builder.KernelAsync(chosen, _cancel.Token));
        await ReadBackAsync();
        await ReproduceAsync(boards);
    }

    async Task ReadBackAsync()
    {
        var project = TestProject.All(RootDirectory).Single(x => x.Name == ReadBackProject);
        await DotNet.BuildAsync(RootDirectory, project.Folder, _cancel.Token);
        Directory.CreateDirectory(TestResultsDirectory);
        var results = await project.RunAsync([ReadBackTests], TestResultsDirectory, _cancel.Token);
        foreach (var failure in results.Failures)
            Log.Error("failed: {Test}", failure);
        if (results is not { Failed: 0, Passed: > 0 })
            throw new BuildFailedException($"what is in the images is not what should be: {results}");
        Log.Information("the images, read back: {Results}", results);
    }
}
