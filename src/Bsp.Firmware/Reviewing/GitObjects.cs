using System.Text;
using Bsp.Build;
using CliWrap;

namespace Bsp.Firmware.Reviewing;

/// <summary>
/// Reads commits of a repository, with git's plumbing alone: no setting of the repository, such as a filter, a hook or a program that
/// watches files, runs anything.
/// </summary>
/// <param name="root">The repository.</param>
public sealed class GitObjects(string root)
{
    // The first that is there is the main branch.
    private static readonly string[] MainBranches = ["origin/HEAD", "origin/main", "main", "origin/master", "master"];

    /// <summary>The commit that a revision names.</summary>
    /// <param name="revision">A branch, a tag, a hash, <c>HEAD~2</c>.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="BuildFailedException">There is none; the message says what may be the reason.</exception>
    public async Task<string> CommitAsync(string revision, CancellationToken cancel) =>
        await FindCommitAsync(revision, cancel).ConfigureAwait(false)
        ?? throw new BuildFailedException(
            $"there is no revision '{revision}' in '{root}'"
            + (await IsShallowAsync(cancel).ConfigureAwait(false)
                ? "; the clone is shallow and lacks older commits: 'git fetch --unshallow' brings them"
                : "; name a branch, a tag or a commit of this clone, or fetch it first"));

    /// <summary>Where a commit's branch left the main branch.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="BuildFailedException">There is no main branch, or the clone lacks the commit where it was left.</exception>
    public async Task<string> BranchPointAsync(string commit, CancellationToken cancel)
    {
        foreach (var branch in MainBranches)
        {
            if (await FindCommitAsync(branch, cancel).ConfigureAwait(false) is not { } main)
                continue;
            var (status, output) = await TryAsync(["merge-base", main, commit], "", cancel).ConfigureAwait(false);
            return status == 0 ? Encoding.ASCII.GetString(output).Trim() : throw new BuildFailedException(
                $"git finds no commit at which '{branch}' and {commit[..12]} parted"
                + (await IsShallowAsync(cancel).ConfigureAwait(false) ? ": the clone is shallow; run 'git fetch --unshallow'" : "")
                + ", or name the base with --base");
        }

        throw new BuildFailedException($"none of {string.Join(", ", MainBranches)} is there to compare with; name the base with --base");
    }

    /// <summary>The files of a commit, by path.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="paths">The folders and files that are wanted, relative to the repository.</param>
    public async Task<IReadOnlyDictionary<string, GitFile>> FilesAsync(string commit, CancellationToken cancel, params string[] paths)
    {
        var listing = await RunAsync(["ls-tree", "-r", "-z", "--full-tree", commit, "--", .. paths], "", cancel).ConfigureAwait(false);
        var files = new Dictionary<string, GitFile>(StringComparer.Ordinal);
        foreach (var entry in Encoding.UTF8.GetString(listing).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            // <mode> SP <type> SP <object> TAB <path> (git-ls-tree(1)); of submodules there is no content here.
            if (entry.Split('\t', 2) is [var what, var path] && what.Split(' ') is [var mode, "blob", var id])
                files.Add(path, new(id, mode == "120000", mode == "100755"));
        }

        return files;
    }

    /// <summary>The contents of files, by their objects' names.</summary>
    /// <param name="files">The files.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(IEnumerable<GitFile> files, CancellationToken cancel)
    {
        var ids = files.Select(file => file.Id).Distinct().ToList();
        var output = await RunAsync(["cat-file", "--batch"], string.Concat(ids.Select(id => id + "\n")), cancel).ConfigureAwait(false);
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var at = 0;
        foreach (var id in ids)
        {
            // <object> SP <type> SP <size> LF <contents> LF (git-cat-file(1)).
            var end = Array.IndexOf(output, (byte)'\n', at);
            if (end < 0 || Encoding.ASCII.GetString(output, at, end - at).Split(' ') is not [_, "blob", var size])
                throw new BuildFailedException($"git has no content of the object {id}; is the clone a partial one? 'git fetch' brings it");
            var length = int.Parse(size, System.Globalization.CultureInfo.InvariantCulture);
            contents[id] = output[(end + 1)..(end + 1 + length)];
            at = end + length + 2;
        }

        return contents;
    }

    private async Task<bool> IsShallowAsync(CancellationToken cancel) =>
        await TryAsync(["rev-parse", "--is-shallow-repository"], "", cancel).ConfigureAwait(false) is (0, var output)
        && Encoding.ASCII.GetString(output).Trim() == "true";

    private async Task<string?> FindCommitAsync(string revision, CancellationToken cancel)
    {
        var (status, output) = await TryAsync(
            ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"], "", cancel).ConfigureAwait(false);
        return status == 0 ? Encoding.ASCII.GetString(output).Trim() : null;
    }

    private async Task<byte[]> RunAsync(string[] arguments, string input, CancellationToken cancel)
    {
        var (status, output) = await TryAsync(arguments, input, cancel).ConfigureAwait(false);
        return status == 0 ? output : throw new BuildFailedException($"git {arguments[0]} failed with status {status} in '{root}'");
    }

    private async Task<(int Status, byte[] Output)> TryAsync(string[] arguments, string input, CancellationToken cancel)
    {
        using var output = new MemoryStream();
        var result = await Cli.Wrap("git").WithArguments(["-C", root, .. arguments])
            .WithEnvironmentVariables(variables => variables.Set("GIT_OPTIONAL_LOCKS", "0").Set("GIT_NO_LAZY_FETCH", "1"))
            .WithStandardInputPipe(PipeSource.FromString(input))
            .WithStandardOutputPipe(PipeTarget.ToStream(output))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(cancel).ConfigureAwait(false);
        return (result.ExitCode, output.ToArray());
    }
}

/// <summary>A file of a commit.</summary>
/// <param name="Id">Its object's name.</param>
/// <param name="IsLink">Whether it is a symbolic link; its content is where that leads.</param>
/// <param name="IsExecutable">Whether it is a program.</param>
public sealed record GitFile(string Id, bool IsLink, bool IsExecutable);
