using Bsp.Firmware.Boards;
using Bsp.Firmware.Results;
using Nuke.Common;
using Nuke.Common.IO;

/// <summary>The build: targets and parameters. What they do is in Bsp.Build, Bsp.Firmware and Bsp.Infix.</summary>
/// <remarks>Keeps to the part of Nuke.Common's API that build/fallback has as well; a test holds it to that.</remarks>
[QuietForPrograms]
[DisableDefaultOutput(DefaultOutput.ErrorsAndWarnings)]
sealed partial class Build : NukeBuild
{
    [Parameter("Boards by id, several separated by spaces, or 'all'. Default of List, Generate and Check is all", Separator = ",")]
    readonly string[] Board = [];

    [Parameter("How many compilers and steps run at a time. Default is the number of processors")]
    readonly int? Jobs;

    [Parameter("The distribution that runs on the boards. Default is the board's only one, or the default one; of List and Generate all")]
    readonly string? Distribution;

    readonly CancellationTokenSource _cancel = new();

    /// <summary>Nuke says -1 for a failure, which a shell sees as 255; ours is 1, or 130 after Ctrl-C.</summary>
    public static int Main() => GivenValues.RunIfTheyFit(typeof(Build), () => Math.Abs(Execute<Build>(x => x.Image)));

    static AbsolutePath ArtifactsDirectory => RootDirectory / "artifacts";

    /// <summary>All boards, compiled when their sources have changed.</summary>
    async Task<BoardCatalog> BoardsAsync() => BoardCatalog.Load((await CompileBoardsAsync()).Assembly);

    Task<BoardCompilation> CompileBoardsAsync()
    {
        // The checks would judge by another kernel than the one that is built.
        new PlatformFolder(RootDirectory).DeleteStale();
        return new BoardCompiler(RootDirectory).CompileAsync(Progress, _cancel.Token);
    }

    protected override void OnBuildCreated()
    {
        NoLogo = true;
        StopSignals.Watch(_cancel, () => ExitCode = StopSignals.Status);
    }

    protected override void OnBuildInitialized() => CommandLine.RefuseUnknownParameters(GetType());
}
