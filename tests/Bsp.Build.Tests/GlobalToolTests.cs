namespace Bsp.Build.Tests;

/// <summary>
/// The nuke global tool is not on every package mirror, so these do what it does (nuke-build/nuke,
/// source/Nuke.GlobalTool/Program.cs): look upwards for <c>.nuke</c>, take the first <c>build.sh</c> down to two folders
/// below, run it with bash in the current folder, with two variables of its own.
/// </summary>
public sealed class GlobalToolTests
{
    [Theory]
    [InlineData("")]
    [InlineData("docs")]
    [InlineData("boards/qemu-aarch64/generated/reference")]
    public async Task Nuke_in_a_folder_of_the_tree_runs_the_build_with_the_arguments(string folder)
    {
        var run = await NukeAsync(folder, "List", "--board", "qemu-aarch64");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Lines, x => x.StartsWith("qemu-aarch64 ", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Lines, x => x.StartsWith("qemu-x86_64 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_build_decides_how_nuke_ends()
    {
        var run = await NukeAsync("docs", "Imgae");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'Imgae'", run.Output, StringComparison.Ordinal);
    }

    private static Task<Command> NukeAsync(string folder, params string[] arguments)
    {
        var current = new DirectoryInfo(Repository.At(folder));
        var root = current;
        while (!Directory.Exists(Path.Combine(root.FullName, ".nuke")))
            root = root.Parent ?? throw new InvalidOperationException($"no folder above '{current}' has .nuke");
        // With a second one the tool would run whichever the file system names first.
        var script = Assert.Single(
            root.GetFiles(
                "build.sh",
                new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2, AttributesToSkip = FileAttributes.None }));
        return Command.RunAsync(
            current.FullName, "bash", [script.FullName, .. arguments], ("NUKE_GLOBAL_TOOL_VERSION", "10.1.0"),
            ("NUKE_GLOBAL_TOOL_START_TIME", "2026-01-01T00:00:00.0000000Z"));
    }
}
