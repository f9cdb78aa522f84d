using Bsp.Firmware;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Emulation;
using Bsp.Firmware.Sources;
using Bsp.Model;
using Nuke.Common;
using Serilog;

partial class Build
{
    [Parameter("The version of the firmware. Default is what git describes")]
    readonly string? Version;

    [Parameter("Run: start from the image again, not from the disk of the last run")]
    readonly bool Fresh;

    Target Image => _ => _
        .Description("Builds the disk image, the update bundle and their manifest")
        .Executes(() => throw new BuildFailedException("images are not built yet"));

    Target Run => _ => _
        .Description("Starts a board in QEMU, with its console on this terminal")
        .After(Image)
        .Executes(RunAsync);

    Target Lock => _ => _
        .Description("Pins the newest sources in sources.lock.json and says what changed")
        .Executes(LockAsync);

    Task<BuildSettings> SettingsAsync() => RepositorySettings.ReadAsync(RootDirectory, Version, Jobs, _cancel.Token);

    /// <summary>The boards that were asked for by name; firmware is not built for all by mistake.</summary>
    async Task<IReadOnlyList<GeneratedBoard>> ChosenBoardsAsync()
    {
        var catalog = await BoardsAsync();
        return Board.Length > 0
            ? catalog.Select(Board)
            : throw new BuildFailedException($"no board is named: give --board {catalog.All[0].Board.Id}, several, or all; there are {string.Join(", ", catalog.All.Select(x => x.Board.Id).Distinct())}");
    }

    async Task RunAsync()
    {
        if (await ChosenBoardsAsync() is not [var board])
            throw new BuildFailedException("one board runs at a time: give --board one id");
        var machine = new InteractiveMachine(board.Board, ArtifactsDirectory / "images" / board.Board.Id, ArtifactsDirectory / "run" / board.Board.Id);
        var status = await machine.RunAsync(Fresh, x => Log.Information("{Line}", x), _cancel.Token);
        if (status != 0)
            throw new BuildFailedException($"QEMU ended with status {status}");
    }

    async Task LockAsync()
    {
        string path = RootDirectory / LockFile.FileName;
        var before = File.Exists(path) ? LockFile.Load(RootDirectory) : null;
        var after = await LockRefresh.RefreshAsync(await SettingsAsync(), Progress.Note, _cancel.Token);
        var changes = LockRefresh.Changes(before, after).ToList();
        foreach (var change in changes)
            Log.Information("{Change}", change);
        await File.WriteAllTextAsync(path, after.ToText(), _cancel.Token);
        Log.Information("{Count} package(s) changed", changes.Count);
    }
}
