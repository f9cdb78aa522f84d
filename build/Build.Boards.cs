using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.Firmware.Boards;
using Bsp.Model;
using Bsp.Sarif;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Console = System.Console;

partial class Build
{
    [Parameter("Generate, Port: change nothing, fail when what is there is not what the boards generate")]
    readonly bool Verify;

    [Parameter("List, Review: print JSON")]
    readonly bool Json;

    [Parameter("Check, Review: write the findings to this file, in SARIF 2.1")]
    readonly AbsolutePath? Sarif;

    public bool WantsJson => Json;

    IBuildConsole Progress => field ??= Json ? new PlainConsole(Console.Error) : BuildConsoles.ForStandardOutput();

    Target List => _ => _
        .Description("Lists the boards, as a table or with --json")
        .Executes(ListAsync);

    Target Check => _ => _
        .Description("Compiles the boards and prints what is wrong with them; with --sarif FILE for editors and CI")
        .Executes(CheckAsync);

    Target Generate => _ => _
        .Description("Writes the artifacts of the boards to boards/*/generated; with --verify only compares")
        .After(Check)
        .Executes(GenerateAsync);

    async Task ListAsync()
    {
        var compilation = await CompileBoardsAsync();
        if (compilation.AssemblyPath is null)
        {
            // One faulty board must not hide the others.
            Log.Warning("The boards have errors, which './build.sh Check' shows; this is what was generated last");
            Console.Out.Write(Json ? BoardListing.CommittedJson(RootDirectory) : BoardListing.CommittedTable(RootDirectory));
            return;
        }

        var catalog = BoardCatalog.Load(compilation.AssemblyPath);
        var boards = NamedOrAll(catalog);
        Console.Out.Write(Json ? BoardListing.Json(boards) : BoardListing.Table(boards));
    }

    IReadOnlyList<GeneratedBoard> NamedOrAll(BoardCatalog catalog) =>
        catalog.SelectOnAll(Board.Length == 0 ? [BoardCatalog.Everything] : Board, Distribution);

    async Task CheckAsync()
    {
        var compilation = await CompileBoardsAsync();
        var findings = compilation.Findings;
        if (Board.Length > 0 && !Board.Contains(BoardCatalog.Everything))
        {
            var concerns = BoardSources.ConcernOf(RootDirectory, Board.Select(Ids.Validate));
            findings = [.. findings.Where(x => concerns(x.File))];
        }

        foreach (var finding in findings)
            Console.Out.WriteLine(CheckOutput.Line(finding));
        if (Sarif is not null)
            await File.WriteAllTextAsync(Sarif, SarifLog.Write(findings), _cancel.Token);

        var errors = findings.Count(x => x.Level == SarifLevel.Error);
        var warnings = findings.Count(x => x.Level == SarifLevel.Warning);
        if (errors > 0)
        {
            throw new BuildFailedException(
                $"the boards have {errors} error(s) and {warnings} warning(s); docs/diagnostics has a page for each BSP id");
        }

        Log.Information("The boards have no errors and {Warnings} warning(s)", warnings);
    }

    async Task GenerateAsync()
    {
        var catalog = await BoardsAsync();
        var boards = NamedOrAll(catalog);
        var folders = new GeneratedFolders(RootDirectory);
        foreach (var orphan in folders.Orphans(catalog.All))
            Log.Warning("{Folder} belongs to no board; remove it, or put the board back", orphan);
        if (!Verify)
        {
            var changed = folders.Write(boards);
            foreach (var path in changed)
                Log.Information("wrote {Path}", path);
            Log.Information("{Count} of {All} file(s) changed", changed.Count, boards.Sum(x => x.Files.Count));
            return;
        }

        var stale = folders.Compare(boards);
        foreach (var file in stale)
            Console.Out.WriteLine(file.Diff);
        if (stale.Count > 0)
        {
            throw new BuildFailedException(
                $"{stale.Count} committed artifact(s) are not what the boards generate: {string.Join(", ", stale.Select(x => x.Path))}; "
                + "run './build.sh Generate' and commit the result");
        }

        Log.Information("{Count} committed artifact(s) are what the boards generate", boards.Sum(x => x.Files.Count));
    }
}
