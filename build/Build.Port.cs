using Bsp.Build;
using Bsp.Firmware.Boards;
using Bsp.Infix.Porting;
using Bsp.Model;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Console = System.Console;

partial class Build
{
    [Parameter("Port: the folder of the Infix checkout")]
    readonly AbsolutePath? To;

    [Parameter("Port: show as a diff what would change, and change nothing")]
    readonly bool DryRun;

    [Parameter("Port, Import: overwrite files that others wrote or edited, and go on with uncommitted changes or a folder that is there")]
    readonly bool Force;

    Target Port => _ => _
        .Description("Writes what an Infix checkout needs for boards: --board X --to FOLDER; with --dry-run or --verify only compares")
        .After(Check, Generate)
        .Executes(PortAsync);

    async Task PortAsync()
    {
        if (To is null)
            throw new BuildFailedException("no checkout is named: give --to the folder of an Infix checkout");
        RefuseUnreviewed();
        var catalog = await BoardsAsync();
        var project = PortedBoards(catalog);
        if (Board.Length == 0)
        {
            throw new BuildFailedException(
                $"no board is named: give --board {project[0].Board.Id}, several, or all; "
                + $"there are {string.Join(", ", project.Select(x => x.Board.Id))}");
        }

        var plan = await PortPlan.MakeAsync(
            new()
            {
                Checkout = To,
                Project = project,
                BoardFolders = RootDirectory / "boards",
                Boards = [.. catalog.Select(Board, project[0].Distribution.Id).Select(x => x.Board.Id)],
                Force = Force,
            },
            _cancel.Token);
        foreach (var note in plan.Notes)
            Log.Information("{Note}", note);
        if (DryRun || Verify)
            Show(plan);
        else
            Apply(plan);
    }

    /// <summary>All boards that are described for Infix, of which a checkout has one distribution.</summary>
    List<GeneratedBoard> PortedBoards(BoardCatalog catalog)
    {
        var ported = catalog.All.Where(x => x.Distribution is InfixDistribution && (Distribution ?? x.Distribution.Id) == x.Distribution.Id)
            .ToList();
        return ported.Select(x => x.Distribution.Id).Distinct().ToList() switch
        {
            [_] => ported,
            [] => throw new BuildFailedException(
                $"no board is described for {(Distribution is null ? "Infix" : $"an Infix called '{Distribution}'")}; "
                + $"boards are for {string.Join(", ", catalog.All.Select(x => x.Distribution.Id).Distinct())}"),
            var several =>
                throw new BuildFailedException($"boards are described for {string.Join(" and ", several)}; name one with --distribution"),
        };
    }

    static void Apply(PortPlan plan)
    {
        // Before the changes are printed: nothing is written when there is an obstacle.
        plan.RefuseObstacles();
        foreach (var change in plan.Changes)
            Log.Information("{Change}", change);
        plan.Apply();
        Log.Information("{Summary}", plan.Summary);
    }

    void Show(PortPlan plan)
    {
        foreach (var change in plan.Changes)
            Console.Out.Write(change.Diff);
        if (Verify && plan.Changes.Count > 0)
        {
            throw new BuildFailedException(
                $"{plan.Changes.Count} file(s) of '{To}' are not what the boards generate: "
                + $"{string.Join(", ", plan.Changes.Select(x => x.Path))}; run './build.sh Port' without --verify");
        }

        if (!Verify)
            plan.RefuseObstacles();
        Log.Information(
            "{Summary}",
            Verify ? "The checkout has what the boards generate" : "nothing is written; a port would have " + plan.Participle);
    }
}
