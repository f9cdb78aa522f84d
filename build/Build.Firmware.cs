using Bsp.Build;
using Bsp.Build.Sources;
using Bsp.Firmware;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Emulation;
using Bsp.Firmware.Sources;
using Bsp.Infix.Buildroot;
using Bsp.Model;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

partial class Build
{
    [Parameter("The version of the firmware. Default is what git describes")]
    readonly string? Version;

    [Parameter("Compile without ccache")]
    readonly bool NoCcache;

    [Parameter("Refuse to sign with development keys")]
    readonly bool Release;

    [Parameter("Run: start from the image again, not from the disk of the last run")]
    readonly bool Fresh;

    [Parameter("Image of a board on Infix: the folder of the Infix checkout to build in")]
    readonly AbsolutePath? Infix;

    [Parameter("Image of a board on Infix: the folder of Buildroot, where it is not Infix's submodule")]
    readonly AbsolutePath? Buildroot;

    Target Restore => _ => _
        .Description("Fetches the pinned sources of the boards, and writes what editors need to know about their kernels")
        .Executes(RestoreAsync);

    Target Kernel => _ => _
        .Description("Compiles the kernels and compares every requested symbol with the final configuration")
        .After(Restore)
        .Executes(() => FirmwareAsync((builder, boards) => builder.KernelAsync(boards, _cancel.Token)));

    Target Bootloader => _ => _
        .Description("Builds the bootloaders with the public keys that they trust")
        .After(Restore)
        .Executes(() => FirmwareAsync((builder, boards) => builder.BootloaderAsync(boards, _cancel.Token)));

    Target Rootfs => _ => _
        .Description("Builds the root filesystems with their hash trees")
        .After(Restore)
        .Executes(() => FirmwareAsync((builder, boards) => builder.RootfsAsync(boards, _cancel.Token)));

    Target Image => _ => _
        .Description(
            "Builds disk image, update bundle, checksums and manifest into artifacts/images/<board>, "
            + "or <board>.<distribution> where --distribution names another than the default")
        .After(Restore, Kernel, Bootloader, Rootfs)
        .Produces("artifacts/images/*/*")
        .Executes(async () => await ImageAsync(await ChosenBoardsAsync()));

    Target Bundle => _ => _
        .Description("Builds only the update bundle, into artifacts/bundles/<board>")
        .After(Restore, Kernel, Bootloader, Rootfs)
        .Produces("artifacts/bundles/*/*")
        .Executes(() => FirmwareAsync((builder, boards) => builder.BundleAsync(boards, _cancel.Token)));

    Target Run => _ => _
        .Description("Starts a board's image in QEMU, with its console on this terminal")
        .After(Image)
        .Executes(RunAsync);

    Target Lock => _ => _
        .Description("Pins the newest sources in sources.lock.json and says what changed")
        .Before(Restore)
        .Executes(LockAsync);

    /// <summary>The boards that were asked for by name: nobody builds all firmware by mistake.</summary>
    async Task<IReadOnlyList<GeneratedBoard>> ChosenBoardsAsync()
    {
        foreach (var id in Board.Where(x => x != BoardCatalog.Everything))
            Ids.Validate(id);
        var catalog = await BoardsAsync();
        if (Board.Length > 0)
            return catalog.Select(Board, Distribution);
        var all = catalog.Select([BoardCatalog.Everything], Distribution);
        throw new BuildFailedException(
            $"no board is named: give --board {all[0].Board.Id}, several, or {BoardCatalog.Everything}; "
            + $"there are {string.Join(", ", all.Select(x => x.Board.Id))}");
    }

    /// <summary>On every distribution that is made from Debian's archive, for the checks of all of them need their kernels.</summary>
    async Task RestoreAsync()
    {
        var chosen = await ChosenBoardsAsync();
        var boards = Distribution is null ? (await BoardsAsync()).SelectOnAll(Board).Where(ImageTarget.Supports).ToList() : chosen;
        await FirmwareAsync(boards.Count > 0 ? boards : chosen, (builder, all) => builder.RestoreAsync(all, _cancel.Token));
    }

    async Task<FirmwareSettings> SettingsAsync()
    {
        if (Jobs < 1)
            throw new BuildFailedException($"{Jobs} jobs cannot do anything; give --jobs a number from 1 on");
        if (Version?.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+' or '~') == false
            || Version?.Length is 0 or > 64)
            throw new BuildFailedException($"'{Version}' is not a version: --version takes 1 to 64 letters, digits and '.-_+~'");
        var settings = await FirmwareSettings.OfMachineAsync(RootDirectory, Version, _cancel.Token);
        return settings with { Jobs = Jobs ?? settings.Jobs, UseCcache = !NoCcache, VerifyStore = VerifyStore, Release = Release };
    }

    async Task FirmwareAsync(Func<FirmwareBuilder, IReadOnlyList<GeneratedBoard>, Task> make) =>
        await FirmwareAsync(await ChosenBoardsAsync(), make);

    async Task FirmwareAsync(IReadOnlyList<GeneratedBoard> boards, Func<FirmwareBuilder, IReadOnlyList<GeneratedBoard>, Task> make)
    {
        using var builder = await FirmwareBuilder.OpenAsync(await SettingsAsync(), Progress, _cancel.Token);
        await make(builder, boards);
    }

    async Task ImageAsync(IReadOnlyList<GeneratedBoard> boards)
    {
        // Before anything is built that takes long.
        RefuseUnreviewed();
        if (Infix is null && boards.Select(x => x.Distribution).OfType<InfixDistribution>().FirstOrDefault() is { } distribution)
        {
            throw new BuildFailedException(
                $"{distribution.Name} builds its images itself, in a checkout that the boards were ported to: give --infix its folder");
        }

        foreach (var group in boards.GroupBy(x => x.Distribution))
        {
            if (group.Key is InfixDistribution infix)
                await InfixImageAsync(infix, [.. group]);
            else
                await FirmwareAsync([.. group], (builder, chosen) => builder.ImageAsync(chosen, _cancel.Token));
        }
    }

    async Task InfixImageAsync(InfixDistribution distribution, IReadOnlyList<GeneratedBoard> boards)
    {
        var project = (await BoardsAsync()).Select([BoardCatalog.Everything], distribution.Id);
        await new BuildrootBuilder(
            InfixTree.Open(Infix!, Buildroot), await SettingsAsync(), Progress, project).ImageAsync(boards, _cancel.Token);
    }

    async Task RunAsync()
    {
        if (await ChosenBoardsAsync() is not [var board])
            throw new BuildFailedException("one board runs at a time: give --board one id");
        var machine = new InteractiveMachine(
            ImageTarget.Of(board).Board, ArtifactsDirectory / "images" / board.ResultName, ArtifactsDirectory / "run" / board.ResultName);
        var status = await machine.RunAsync(Fresh, x => Log.Information("{Line}", x), _cancel.Token);
        if (status != 0)
            throw new BuildFailedException($"QEMU ended with status {status}");
    }

    async Task LockAsync()
    {
        string path = RootDirectory / LockFile.FileName;
        var before = File.Exists(path) ? LockFile.Load(RootDirectory) : null;
        var after = await LockRefresh.RefreshAsync(
            PinnedSources.Of((await BoardsAsync()).All), await SettingsAsync(), Progress.Note, _cancel.Token);
        var changes = LockRefresh.Changes(before, after).ToList();
        foreach (var change in changes)
            Log.Information("{Change}", change);
        await File.WriteAllTextAsync(path, after.ToText(), _cancel.Token);
        Log.Information("{Count} package(s) changed", changes.Count);
    }
}
