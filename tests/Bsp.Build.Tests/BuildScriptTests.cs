using System.Text.Json.Nodes;

namespace Bsp.Build.Tests;

/// <summary>build.sh as people call it, on this tree. It was compiled already when the tests run from the build.</summary>
public sealed class BuildScriptTests
{
    [Fact]
    public async Task It_works_from_any_folder()
    {
        using var folder = new TempFolder();
        var run = await Command.RunAsync(folder.Path, Repository.At("build.sh"), ["--help"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Usage: ./build.sh [TARGET…] [--parameter value…]", run.Lines);
        Assert.Contains(run.Lines, x => x.StartsWith("Image (default)", StringComparison.Ordinal));
        Assert.Contains(run.Lines, x => x.StartsWith("--board", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Imgae", "Image")]
    [InlineData("List --bord qemu-x86_64", "--board")]
    [InlineData("Image --board qemu-x86", "qemu-x86_64")]
    [InlineData("Image --board ../../etc", "is no id")]
    [InlineData("Image --board .", "is no id")]
    [InlineData("Image", "no board is named")]
    [InlineData("Image --board qemu-x86_64 --distribution infix", "give --infix")]
    [InlineData("Kernel --board bananapi-bpi-r3", "makes whole images only")]
    [InlineData("Restore --board bananapi-bpi-r3", "makes whole images only")]
    [InlineData("Image --board qemu-x86_64 --distribution yocto", "no board has the distribution 'yocto'; there are: ")]
    [InlineData("Image --board qemu-x86_64 --distribution longterm",
        "the board 'qemu-x86_64' is described for infix and reference, not for longterm")]
    [InlineData("Image --board all --distribution ../x", "is no id")]
    [InlineData("Image --board qemu-x86_64 --engine debian", "--engine")]
    [InlineData("Image --board qemu-x86_64 --jobs 0", "--jobs")]
    [InlineData("Image --board qemu-x86_64 --jobs x", "--jobs is given 'x', but takes one whole number")]
    [InlineData("List --verify perhaps", "--verify is given 'perhaps', but takes 'true' or 'false', or no value")]
    [InlineData("List --verbosity loud", "--verbosity is given 'loud', but takes Verbose or Normal or Minimal or Quiet")]
    [InlineData("Image --board qemu-x86_64 --version ../x", "version")]
    [InlineData("Run --board all", "one board")]
    [InlineData("Port --board all", "give --to the folder")]
    [InlineData("Review --base none-such", "there is no revision 'none-such'")]
    [InlineData("Image --board qemu-x86_64 --reviewed sha256:0", "the tree is not the one that was reviewed")]
    [InlineData("Import --board all", "give --from the folder")]
    public async Task Bad_input_ends_with_status_1_and_says_what_to_do(string arguments, string message)
    {
        var run = await Command.RunAsync(Repository.Root, Repository.At("build.sh"), arguments.Split(' '));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_id_with_a_space_is_refused()
    {
        var run = await Command.RunAsync(Repository.Root, Repository.At("build.sh"), ["Image", "--board", "qemu x86_64"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'qemu x86_64' is no id", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_as_JSON_is_nothing_but_JSON()
    {
        var run = await Command.RunAsync(Repository.Root, "sh", ["-c", "./build.sh List --json 2>/dev/null"]);
        Assert.Equal(0, run.ExitCode);
        var list = JsonNode.Parse(run.Output)!;
        Assert.Equal(1, (int)list["schemaVersion"]!);
        Assert.Contains(list["boards"]!.AsArray(), x => (string?)x!["id"] == "qemu-aarch64");
    }

    [Fact]
    public async Task Two_at_once_in_one_tree_both_end_well()
    {
        var runs = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => Command.RunAsync(Repository.Root, Repository.At("build.sh"), ["List"])));
        Assert.All(runs, x => Assert.Equal(0, x.ExitCode));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_outlives_the_compile_does_not_keep_the_next_run_waiting(bool keepsTheLockToItself)
    {
        // A build node of dotnet waits for minutes for the next build, with all that it was started with still open.
        using var folder = new TempFolder();
        var script = await File.ReadAllTextAsync(Repository.At("build.sh"), TestContext.Current.CancellationToken);
        Assert.Contains(" 9>&-", script, StringComparison.Ordinal);
        File.SetUnixFileMode(
            folder.Write("build.sh", keepsTheLockToItself ? script : script.Replace(" 9>&-", "", StringComparison.Ordinal)),
            UnixFileMode.UserRead | UnixFileMode.UserExecute);
        folder.Write(
            "build/host-packages",
            await File.ReadAllTextAsync(Repository.At("build/host-packages"), TestContext.Current.CancellationToken));
        foreach (var name in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "src/File.cs" })
            folder.Write(name, "");
        File.SetUnixFileMode(
            folder.Write("bin/dotnet", $"""
                #!/bin/sh
                case $1 in
                  restore | build) sleep 60 >/dev/null 2>&1 & echo $! >>{folder["nodes"]} ;;
                esac
                [ "$1" != restore ]
                """),
            UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            var run = await Command.RunAsync(
                folder, folder["build.sh"], [], ("PATH", folder["bin"] + ":" + Environment.GetEnvironmentVariable("PATH")));
            Assert.True(run.ExitCode == 0, run.Output);
            var held = await Command.RunAsync(folder, "flock", ["--nonblock", folder[".nuke/temp/compile.lock"], "true"]);
            Assert.Equal(keepsTheLockToItself ? 0 : 1, held.ExitCode);
        }
        finally
        {
            foreach (var node in await File.ReadAllLinesAsync(folder["nodes"], TestContext.Current.CancellationToken))
                await Command.RunAsync(folder, "kill", [node]);
        }
    }

    [Fact]
    public void The_schema_for_completion_has_the_targets_and_parameters_of_the_build()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Repository.At(".nuke", "build.schema.json")))!;
        var targets = schema["definitions"]!["ExecutableTarget"]!["enum"]!.AsArray().Select(x => (string)x!);
        var parameters = schema["allOf"]![0]!["properties"]!.AsObject().Select(x => x.Key);
        var build = BuildSource.Compilation().GetTypeByMetadataName("Build")!;
        Assert.Equal(BuildSource.Targets(build).Order(StringComparer.Ordinal), targets);
        Assert.Equal(BuildSource.Parameters(build).Order(StringComparer.Ordinal), parameters);
    }

    [Fact]
    public async Task The_schema_for_completion_is_what_a_run_of_the_build_writes()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder[".nuke"]);
        await Command.RunAsync(folder.Path, "dotnet", [Repository.At("build/bin/fallback/Debug/_build.dll"), "--help"]);
        Assert.Equal(
            await File.ReadAllTextAsync(Repository.At(".nuke", "build.schema.json"), TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(folder[".nuke/build.schema.json"], TestContext.Current.CancellationToken));
    }
}
