using Bsp.Firmware.Boards;
using Bsp.Model;
using Bsp.Sarif;

namespace Bsp.Build.Tests.Recipes;

/// <summary>
/// A copy of the repository's own files in which the recipes are done, all at once, and compiled: what Check compiles, and the
/// tests of the generator. Packages come from NuGet's folder.
/// </summary>
public sealed class RepositoryCopy : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    /// <summary>What the checks say of the boards, but for notes.</summary>
    public IReadOnlyList<string> Findings { get; private set; } = [];

    /// <summary>The boards on their distributions.</summary>
    public IReadOnlyList<GeneratedBoard> Boards { get; private set; } = [];

    /// <summary>What Generate wrote.</summary>
    public IReadOnlyList<string> Generated { get; private set; } = [];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await CopyAsync();
        foreach (var file in Recipe.All.SelectMany(recipe => recipe.Files))
        {
            var before = File.Exists(_folder[file.Path]) ? await File.ReadAllTextAsync(_folder[file.Path]) : "";
            var after = file.Edit(before);
            Assert.NotEqual(before, after);
            _folder.Write(file.Path, after);
        }

        // A folder of its own: the compiler server knows no other generator that was compiled in it.
        await RunAsync(
            "dotnet", "build", "tests/Bsp.Generators.Tests", "-nologo", "-v:quiet", "-nodeReuse:false", "-p:UseSharedCompilation=true");
        Findings =
        [
            .. SarifLog.Read(_folder["boards/obj/diagnostics.sarif"], _folder).Where(finding => finding.Level != SarifLevel.Note)
                .Select(finding => finding.ToString()),
        ];
        Boards = BoardCatalog.Load(_folder["boards/bin/Debug/net10.0/Bsp.Boards.dll"]).All;
        Generated = new GeneratedFolders(_folder).Write(Boards);
    }

    /// <summary>Runs a class of the generator's tests.</summary>
    /// <returns>The last line of what was printed: how many tests there were, and how they ended.</returns>
    public async Task<string> TestAsync(string name) => (await RunAsync(
        "dotnet", "exec", "tests/Bsp.Generators.Tests/bin/Debug/net10.0/Bsp.Generators.Tests.dll", "-noColor", "-class", "*" + name))
        .Lines.Last(line => line.Length > 0);

    /// <summary>The files that are new or changed, but for those that Generate writes.</summary>
    public async Task<IReadOnlyList<string>> ChangedByHandAsync() =>
    [
        .. (await RunAsync("git", "status", "--porcelain", "--untracked-files=all")).Lines.Where(line => line.Length > 0)
            .Select(line => line.Split(' ')[^1])
            .Where(path => !path.Contains("/generated/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task CopyAsync()
    {
        var files = await Command.RunAsync(Repository.Root, "git", ["ls-files", "--cached", "--others", "--exclude-standard"]);
        Assert.Equal(0, files.ExitCode);
        foreach (var path in files.Lines.Where(path => path.Length > 0 && Path.Exists(Repository.At(path))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
            if (new FileInfo(Repository.At(path)).LinkTarget is { } target)
                File.CreateSymbolicLink(_folder[path], target);
            else
                File.Copy(Repository.At(path), _folder[path]);
        }

        await RunAsync("git", "init", "--quiet");
        await RunAsync("git", "add", "--all");
        await RunAsync(
            "git", "-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false",
            "commit", "--quiet", "--message", "Copy");
    }

    private async Task<Command> RunAsync(string program, params string[] arguments)
    {
        var command = await Command.RunAsync(_folder, program, arguments);
        Assert.True(command.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{command.Output}");
        return command;
    }
}
