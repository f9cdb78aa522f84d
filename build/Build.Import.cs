using Bsp.Build;
using Bsp.Firmware.Boards;
using Bsp.Infix.Importing;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

partial class Build
{
    [Parameter("Import: the folder of the Infix checkout")]
    readonly AbsolutePath? From;

    Target Import => _ => _
        .Description(
            "Drafts a record from the hand-written files of a board in an Infix checkout: --from FOLDER --board X; "
            + "what it could not read becomes TODO comments")
        .Executes(ImportAsync);

    async Task ImportAsync()
    {
        if (From is null)
            throw new BuildFailedException("no checkout is named: give --from the folder of an Infix checkout");
        if (Board.Length != 1 || Board[0] == BoardCatalog.Everything)
            throw new BuildFailedException("give --board the name of one board's folder in the checkout");
        var draft = BoardImport.Draft(From, Board[0], BoardCatalog.LoadAssembly(await LayersAsync()));
        var folder = RootDirectory / "boards" / draft.Board.Id;
        var file = folder / draft.ClassName + ".cs";
        if (Directory.Exists(folder) && !Force)
            throw new BuildFailedException($"'{folder}' is there already; with --force the draft is written beside what is in it");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(file, draft.Text, _cancel.Token);
        foreach (var (path, text) in draft.Kept)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            await File.WriteAllTextAsync(Path.Combine(folder, path), text, _cancel.Token);
        }

        foreach (var todo in draft.Todos)
            Log.Warning("{Todo}", todo);
        Log.Information(
            "wrote {File} with {Count} open questions; answer them, then './build.sh Check --board {Board}' and './build.sh Generate'",
            Path.GetRelativePath(RootDirectory, file), draft.Todos.Count, draft.Board.Id);
    }

    /// <summary>An assembly with the layers.</summary>
    /// <remarks>A draft names nothing else, so that another one which is not finished yet is in nobody's way.</remarks>
    async Task<string> LayersAsync()
    {
        var compilation = await CompileBoardsAsync();
        if (compilation.AssemblyPath is { } all)
            return all;
        var faulty = compilation.FaultyFiles.Select(x => Path.GetFileName(Path.GetDirectoryName(x)!)).Distinct();
        Log.Warning(
            "there are errors in {Faulty}, which './build.sh Check' shows; the draft is made from the layers that boards share",
            string.Join(", ", faulty));
        return (await new BoardCompiler(RootDirectory).CompileLayersAsync(Progress, _cancel.Token)).Assembly;
    }
}
