using Bsp.Build;
using Bsp.Build.Sources;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Results;
using Bsp.Firmware.Reviewing;
using Bsp.Kconfig;
using Bsp.Review;
using Bsp.Review.Pages;
using Bsp.Review.Pages.Html;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Console = System.Console;

partial class Build
{
    [Parameter("Review: the revision to compare with. Default is where the branch left the main branch")]
    readonly string? Base;

    [Parameter("Review: the revision to review. Default is the working tree")]
    readonly string? Head;

    [Parameter("Review: write the page to this file as Markdown, for one comment on a pull request")]
    readonly AbsolutePath? Markdown;

    [Parameter("Review: write the page to this file as HTML, for a browser: search, filters, disks as drawings")]
    readonly AbsolutePath? Html;

    [Parameter("Image, Port: refuse to go on when the tree is not the one whose review has this hash")]
    readonly string? Reviewed;

    Target Review => _ => _
        .Description("Shows what a change does to every board, and to devices in the field: --base REV [--head REV]; builds nothing")
        .Executes(ReviewAsync);

    async Task ReviewAsync()
    {
        var git = new GitObjects(RootDirectory);
        var (head, concerns) = await HeadAsync(git);
        var baseCommit = Base is null
            ? await git.BranchPointAsync(await git.CommitAsync(Head ?? "HEAD", _cancel.Token), _cancel.Token)
            : await git.CommitAsync(Base, _cancel.Token);
        var before = await ReviewedRevision.OfCommitAsync(git, Base ?? baseCommit, baseCommit, _cancel.Token);
        var platform = new PlatformFolder(RootDirectory);
        var trees = new Dictionary<string, KconfigTree>(StringComparer.Ordinal);
        var review = Reviewer.Review(new(before.Revision, head.Revision)
        {
            BaseKernels = new PlatformKernels(platform, PinsOf(before), trees),
            HeadKernels = new PlatformKernels(platform, PinsOf(head), trees),
            ChangedFiles = ReviewedRevision.Differences(before, head),
            Sources = head.Sources,
            IsOfConcern = concerns,
        });
        if (Markdown is not null)
            await File.WriteAllTextAsync(Markdown, MarkdownPage.Of(review), _cancel.Token);
        if (Html is not null)
            await File.WriteAllTextAsync(Html, HtmlPage.Of(review), _cancel.Token);
        if (Sarif is not null)
            await File.WriteAllTextAsync(Sarif, SarifPage.Of(review), _cancel.Token);
        if (Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true" && !Json)
            Console.Out.Write(Annotations.Of(review));
        Console.Out.Write(Json ? JsonPage.Of(review) : TextPage.Of(review));
    }

    /// <summary>The side that is reviewed, and which of the files that boards share are of concern to which board.</summary>
    async Task<(ReviewedRevision Head, Func<string, string, bool> IsOfConcern)> HeadAsync(GitObjects git)
    {
        if (Head is not null)
        {
            var commit = await git.CommitAsync(Head, _cancel.Token);
            return (await ReviewedRevision.OfCommitAsync(git, Head, commit, _cancel.Token), (_, _) => true);
        }

        var compilation = await CompileBoardsAsync();
        if (compilation.AssemblyPath is null)
        {
            Log.Warning("The boards have errors, which './build.sh Check' shows; reviewed are the artifacts in the working tree");
            return (ReviewedRevision.OfWorkingTreeAsCommitted(RootDirectory), (_, _) => true);
        }

        var boards = BoardCatalog.Load(compilation.AssemblyPath).All;
        var concerns = boards.Select(x => x.Board.Id)
            .Distinct()
            .ToDictionary(
                id => id, id => new Lazy<Func<string, bool>>(() => BoardSources.ConcernOf(RootDirectory, [id])), StringComparer.Ordinal);
        return (
            ReviewedRevision.OfWorkingTree(RootDirectory, boards),
            (file, board) => !concerns.TryGetValue(board, out var concern) || concern.Value(file));
    }

    /// <summary>What was reviewed is what is built.</summary>
    void RefuseUnreviewed()
    {
        if (Reviewed is not null && ReviewedRevision.HashOfWorkingTree(RootDirectory) is var hash && hash != Reviewed)
        {
            throw new BuildFailedException(
                $"the tree is not the one that was reviewed: it is {hash}, but --reviewed says '{Reviewed}'; "
                + "check out what was reviewed, without further changes, or review this");
        }
    }

    static LockFile? PinsOf(ReviewedRevision side) =>
        side.Revision.Lock is { } text ? LockFile.Parse(text, $"{LockFile.FileName} of {side.Revision.Name}") : null;
}
