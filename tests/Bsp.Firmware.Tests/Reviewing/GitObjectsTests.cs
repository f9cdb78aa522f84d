using Bsp.Build;
using Bsp.Firmware.Reviewing;

namespace Bsp.Firmware.Tests.Reviewing;

/// <summary>Revisions of a repository, whose settings and files somebody else may have written.</summary>
public sealed class GitObjectsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public GitObjectsTests()
    {
        Git("init", "--quiet", "--initial-branch=main");
        _folder.Write("boards/a/A.cs", "record\n");
        _folder.Write("boards/a/generated/reference/board.json", "{ \"id\": \"a\" }\n");
        _folder.Write("boards/families/reference/rootfs/usr/bin/tool", "#!/bin/sh\n");
        File.SetUnixFileMode(_folder["boards/families/reference/rootfs/usr/bin/tool"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        _folder.Write("sources.lock.json", "{}\n");
        Commit("first");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private GitObjects Objects => new(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_commit_and_the_working_tree_of_it_are_the_same()
    {
        var commit = await Objects.CommitAsync("HEAD", Cancel);
        var revision = await ReviewedRevision.OfCommitAsync(Objects, "HEAD", commit, Cancel);
        var board = Assert.Single(revision.Revision.Boards);
        Assert.Equal(("a", "reference"), board.Key);
        Assert.Equal(["boards/a/A.cs"], revision.Sources.Keys);
        Assert.Equal(revision.Revision.Hash, ReviewedRevision.HashOfWorkingTree(_folder));

        // A program that is none any more is another root filesystem.
        File.SetUnixFileMode(_folder["boards/families/reference/rootfs/usr/bin/tool"], UnixFileMode.UserRead);
        Assert.NotEqual(revision.Revision.Hash, ReviewedRevision.HashOfWorkingTree(_folder));
    }

    [Fact]
    public async Task The_files_that_differ_are_those_that_people_write()
    {
        var before = await RevisionAsync("HEAD");
        _folder.Write("boards/a/generated/reference/board.json", "{ \"id\": \"b\" }\n");
        _folder.Write("boards/families/reference/rootfs/etc/new", "new\n");
        File.Delete(_folder["boards/a/A.cs"]);
        Commit("second");
        Assert.Equal(
            [new("boards/a/A.cs", true, false), new("boards/families/reference/rootfs/etc/new", false, true)],
            ReviewedRevision.Differences(before, await RevisionAsync("HEAD")));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("--help")]
    [InlineData("--output=stolen")]
    [InlineData("")]
    public async Task A_revision_that_is_not_there_is_named(string revision)
    {
        var fault = await Assert.ThrowsAsync<BuildFailedException>(() => Objects.CommitAsync(revision, Cancel));
        Assert.StartsWith($"there is no revision '{revision}' in ", fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["stolen"]));
    }

    [Fact]
    public async Task A_shallow_clone_is_said_to_be_one()
    {
        _folder.Write("boards/a/A.cs", "other\n");
        Commit("second");
        using var clone = new TempFolder();
        HostTool.Run("git", ["clone", "--quiet", "--depth=1", "file://" + _folder.Path, clone["shallow"]]);
        var fault = await Assert.ThrowsAsync<BuildFailedException>(() => new GitObjects(clone["shallow"]).CommitAsync("HEAD~1", Cancel));
        Assert.EndsWith("'git fetch --unshallow' brings them", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_branch_is_compared_with_where_it_left_the_main_branch()
    {
        var parted = await Objects.CommitAsync("HEAD", Cancel);
        Git("checkout", "--quiet", "-b", "work");
        _folder.Write("boards/a/A.cs", "other\n");
        Commit("second");
        Assert.Equal(parted, await Objects.BranchPointAsync(await Objects.CommitAsync("HEAD", Cancel), Cancel));
    }

    [Fact]
    public async Task No_setting_of_the_repository_runs_a_program()
    {
        var program = _folder.Write("evil", $"#!/bin/sh\ntouch '{_folder["ran"]}'\ncat\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        _folder.Write(".git/info/attributes", "* filter=evil diff=evil\n");
        foreach (var setting in new[]
            {
                "core.fsmonitor", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "diff.evil.textconv",
                "diff.evil.command", "core.pager", "core.sshCommand", "uploadpack.packObjectsHook",
            })
            Git("config", setting, program);
        await RevisionAsync("HEAD");
        _ = ReviewedRevision.OfWorkingTreeAsCommitted(_folder);
        Assert.False(File.Exists(_folder["ran"]));

        // They would run where git looks at the working tree.
        _folder.Write("boards/a/A.cs", "other\n");
        Git("status");
        Assert.True(File.Exists(_folder["ran"]));
    }

    [Fact]
    public async Task A_link_leads_nowhere()
    {
        File.CreateSymbolicLink(_folder["boards/a/generated/reference/slot.its"], "/etc/passwd");
        Commit("second");
        var board = Assert.Single((await RevisionAsync("HEAD")).Revision.Boards);
        Assert.Equal(["board.json"], board.Files.Keys);
        Assert.Equal(["board.json"], Assert.Single(ReviewedRevision.OfWorkingTreeAsCommitted(_folder).Revision.Boards).Files.Keys);
    }

    private async Task<ReviewedRevision> RevisionAsync(string name) =>
        await ReviewedRevision.OfCommitAsync(Objects, name, await Objects.CommitAsync(name, Cancel), Cancel);

    private void Commit(string message)
    {
        Git("add", "--all");
        Git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "--quiet", "-m", message);
    }

    private void Git(params string[] arguments) => HostTool.Run("git", ["-C", _folder, .. arguments]);
}
