using System.Text;
using Bsp.DeviceTrees;
using Bsp.DeviceTrees.Differences;
using Bsp.Review.Changes;
using Bsp.Review.Platform;
using Bsp.Review.Revisions;

namespace Bsp.Review.DeviceTrees;

/// <summary>A board's tree, compiled with the kernel's tree that it includes.</summary>
internal sealed class ResolvedTree
{
    private const string Name = "board.dts";

    private readonly DeviceTree _tree;
    private readonly Lazy<WrittenTree> _written;

    private ResolvedTree(DeviceTree tree)
    {
        _tree = tree;
        _written = new(() => WrittenTree.Read(SourceWriter.Write(tree, new() { KeepsPathReferences = true })));
    }

    /// <summary>Compiles a source.</summary>
    /// <param name="board">The board that it is of.</param>
    /// <param name="text">The source.</param>
    /// <param name="kernels">Where the kernel's trees come from.</param>
    /// <returns>Null where what it includes is not at hand.</returns>
    public static ResolvedTree? Of(BoardArtifacts board, string text, IKernels kernels)
    {
        if (board.Kernel is not { } kernel)
            return null;
        var files = new KernelTrees(text, path => Find(path, kernels, kernel.Source, board.KernelArchitecture));
        var compiled = DeviceTreeCompiler.Compile(Name, new(files), new() { Preprocessor = new() { IncludeFolders = ["."] } });
        return compiled.Tree is { } tree && !files.IsIncomplete ? new(tree) : null;
    }

    /// <summary>What differs between two trees: references by label, cells as they are.</summary>
    public static IEnumerable<Change> Differences(ResolvedTree before, ResolvedTree after, string prefix)
    {
        var comparison = TreeComparison.Of(before._tree, after._tree);
        foreach (var reservation in comparison.Reservations)
        {
            yield return new(ChangeRules.TreeNode, prefix + "/memreserve/")
            {
                Before = Of(reservation.Before), After = Of(reservation.After), Attention = Attention.Warning,
            };
        }

        foreach (var node in comparison.Changes)
        {
            if (node.Before is null || node.After is null)
            {
                yield return WrittenDifferences.Whole(prefix, before.Written(node.Before), after.Written(node.After));
                continue;
            }

            if (node.IsMoved || node.IsRenamed)
                yield return new(ChangeRules.TreeNode, $"{prefix}node {node.Path}") { Before = node.Before.Path, After = node.After.Path };
            foreach (var property in node.Properties)
            {
                yield return WrittenDifferences.Property(
                    prefix, node.Path, property.Name, before.Written(node.Before)?.Properties.GetValueOrDefault(property.Name),
                    after.Written(node.After)?.Properties.GetValueOrDefault(property.Name));
            }
        }
    }

    private WrittenNode? Written(TreeNode? node) => node is null ? null
        : _written.Value.Nodes.GetValueOrDefault(node.Path.Length == 0 ? "/" : node.Path) ?? new(node.Path, []);

    private static string? Of(MemoryReservation? reservation) =>
        reservation is { } there ? $"0x{there.Address:x} 0x{there.Size:x}" : null;

    // A board includes a kernel's tree by its path below arch/*/boot/dts, or with the architecture before it.
    private static string? Find(string path, IKernels kernels, string source, string architecture) =>
        kernels.Tree(source, architecture, path)
        ?? (path.IndexOf('/') is > 0 and var slash ? kernels.Tree(source, path[..slash], path[(slash + 1)..]) : null);

    private sealed class KernelTrees(string board, Func<string, string?> find) : ISourceFiles
    {
        /// <summary>Whether something that is included was not there.</summary>
        public bool IsIncomplete { get; private set; }

        public SourceFile? TryOpen(string path)
        {
            if (path == Name)
                return new(Name, Encoding.UTF8.GetBytes(board));
            var text = find(path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path);
            IsIncomplete |= text is null && path.StartsWith("./", StringComparison.Ordinal);
            return text is null ? null : new(path, Encoding.UTF8.GetBytes(text));
        }
    }
}
