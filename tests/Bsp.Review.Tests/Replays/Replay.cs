using Bsp.Kconfig;
using Bsp.Review.Changes;
using Bsp.Review.Pages;
using Bsp.Review.Platform;
using Bsp.Review.Revisions;
using Xunit;

namespace Bsp.Review.Tests.Replays;

/// <summary>A recorded change: what its review says is compared with what is written by hand.</summary>
internal sealed class Replay
{
    private static readonly Lazy<Revision> s_base = new(() => World.Base.ToRevision("base"));

    private readonly ReviewResult _review;

    private Replay(ReviewResult review)
    {
        _review = review;
        Pages.Invariants.Hold(review);
    }

    /// <summary>The page for a terminal.</summary>
    public string Text => TextPage.Of(_review);

    /// <summary>The review.</summary>
    public ReviewResult Result => _review;

    /// <summary>Reviews a change of the boards, with the kernels that are at hand.</summary>
    public static Replay Of(Func<World, World> change) => Of(change, Kernels.AtHand);

    /// <summary>Reviews a change with other kernels.</summary>
    public static Replay Of(Func<World, World> change, IKernels kernels) => Of(s_base.Value, change(World.Base), kernels);

    /// <summary>Reviews a change of boards that are not as they are committed.</summary>
    public static Replay Since(Func<World, World> before, Func<World, World> change, IKernels? kernels = null)
    {
        var old = before(World.Base);
        return Of(old.ToRevision("base"), change(new World(old)), kernels ?? Kernels.AtHand);
    }

    private static Replay Of(Revision before, World head, IKernels kernels) =>
        new(Reviewer.Review(new(before, head.ToRevision("head"))
        {
            BaseKernels = kernels,
            HeadKernels = kernels,
            ChangedFiles = [.. head.Edited.Select(path => new ChangedFile(path))],
        }));

    /// <summary>The first line of the page.</summary>
    public Replay Says(string headline)
    {
        Assert.Equal(headline, Headline.Of(_review));
        return this;
    }

    /// <summary>What devices in the field need, and the line that says so.</summary>
    public Replay HasImpact(FieldImpact impact, string line = "")
    {
        Assert.Equal(impact, _review.Impact);
        Assert.Contains(line, Headline.Impact(_review), StringComparison.Ordinal);
        return this;
    }

    /// <summary>A board on a distribution has an impact.</summary>
    public Replay HasImpactOn(string board, FieldImpact impact)
    {
        Assert.Equal(impact, _review.Boards.Single(one => one.Name == board).Impact);
        return this;
    }

    /// <summary>A board has a change that reads like this: <c>rule subject: before → after</c>.</summary>
    public Replay Shows(string board, string change, string meaning = "", Attention? attention = null)
    {
        var changes = _review.Boards.Single(one => one.Name == board).Changes;
        var found = changes.SingleOrDefault(one => $"{one.Rule.Id} {Headline.Brief(one)}" == change);
        Assert.True(
            found is not null,
            $"no '{change}' among\n" + string.Join('\n', changes.Select(one => $"{one.Rule.Id} {Headline.Brief(one)}")));
        Assert.Contains(meaning, found.Meaning ?? "", StringComparison.Ordinal);
        Assert.Equal(attention ?? found.Attention, found.Attention);
        return this;
    }

    /// <summary>A board has these changes and no others: the beginnings of them, in order.</summary>
    public Replay ShowsOnly(string board, params string[] changes)
    {
        var shown = _review.Boards.Single(one => one.Name == board).Changes.Select(one => $"{one.Rule.Id} {Headline.Brief(one)}").ToList();
        Assert.True(
            shown.Count == changes.Length && shown.Zip(changes).All(pair => pair.First.StartsWith(pair.Second, StringComparison.Ordinal)),
            string.Join('\n', shown));
        return this;
    }

    /// <summary>What is wrong is to be seen without turning a page.</summary>
    public Replay OnFirstScreen(string text)
    {
        var screen = string.Join('\n', Text.Split('\n').Take(24));
        Assert.Contains(text, screen, StringComparison.Ordinal);
        return this;
    }

    /// <summary>A board has so many changes of a kind.</summary>
    public Replay Counts(string board, string rule, int count)
    {
        Assert.Equal(count, _review.Boards.Single(one => one.Name == board).Changes.Count(one => one.Rule.Id == rule));
        return this;
    }

    /// <summary>A board does not change.</summary>
    public Replay LeavesAlone(string board)
    {
        Assert.False(_review.Boards.Single(one => one.Name == board).IsChanged);
        return this;
    }
}
