using Bsp.Firmware.Reproduction;
using Bsp.Model;
using Nuke.Common;
using Serilog;

partial class Build
{
    [Parameter("Reproduce: take kernels and loaders from the store, and build the rest again")]
    readonly bool KeepCompiled;

    Target Reproduce => _ => _
        .Description(
            "Builds the images again elsewhere, as another user with another umask, time zone, locale, job count and clock, and compares")
        .DependsOn(Image)
        .After(Test)
        .Executes(ReproduceAsync);

    async Task ReproduceAsync() => await ReproduceAsync(await ChosenBoardsAsync());

    async Task ReproduceAsync(IReadOnlyList<GeneratedBoard> chosen)
    {
        using var second = new SecondBuild(await SettingsAsync(), x => Log.Information("{Line}", x));
        string images = await second.RunAsync([.. chosen.Select(x => x.Board.Id).Distinct()], Distribution, KeepCompiled, _cancel.Token);
        foreach (var board in chosen.Select(x => x.ResultName))
        {
            var hashes = await ImageComparison.CompareAsync(
                ArtifactsDirectory / "images" / board, Path.Combine(images, board),
                ArtifactsDirectory / "reproduce" / board, _cancel.Token);
            foreach (var (file, hash) in hashes)
                Log.Information("the same twice: {Hash}  {Board}/{File}", hash, board, file);
        }
    }
}
