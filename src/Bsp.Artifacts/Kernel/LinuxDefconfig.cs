using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Kernel;

/// <summary><c>linux_defconfig</c>: every merged request, under the layer whose request was kept.</summary>
internal sealed class LinuxDefconfig : IArtifactRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Kernel/linux_defconfig.scriban");

    public IEnumerable<GeneratedFile> Render(Board board, Distribution distribution)
    {
        var config = KernelConfig.For(board, distribution);
        yield return new(ArtifactNames.LinuxDefconfig, Template.Render(new
        {
            Owner = distribution.SharesKernel(board.Soc.Architecture) ? "every board of " + board.Soc.Architecture.Name : board.Id,
            Distribution = distribution.Id,
            Source = distribution.KernelSource,
            IsAllNo = distribution.KernelBase == KernelBase.AllNo,
            Layers = ByLayer(config)
                .Select(layer => new { layer.Name, Groups = GroupsOf(layer.Requests) })
                .Where(layer => layer.Groups.Count > 0)
                .ToList(),
        }));
    }

    /// <summary>The requests in the order of the file.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<MergedRequest> Requests)> ByLayer(KernelConfig config) =>
        config.Layers.Select(layer => layer.Name)
            .Distinct()
            .Select(name => (name, (IReadOnlyList<MergedRequest>)[.. config.Requests.Where(merged => merged.Layer == name)]));

    /// <summary>Neighbours with the same comments, so that a reason given to many symbols is said once.</summary>
    private static List<Group> GroupsOf(IEnumerable<MergedRequest> requests)
    {
        var groups = new List<Group>();
        foreach (var request in requests.Select(merged => merged.Request))
        {
            var comments = CommentsOn(request).ToList();
            if (groups.Count == 0 || !groups[groups.Count - 1].Comments.SequenceEqual(comments))
                groups.Add(new(comments, []));
            groups[groups.Count - 1].Lines.Add(request.ToString());
        }

        return groups;
    }

    private static IEnumerable<string> CommentsOn(KconfigRequest request)
    {
        if (request.Reason is { } reason)
            yield return reason;
        if (request.Overrides)
            yield return "overrides a more general layer";
        if (request.Optional)
            yield return "optional: the build goes on without";
    }

    private sealed record Group(List<string> Comments, List<string> Lines);
}
