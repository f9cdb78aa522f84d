namespace Bsp.DeviceTrees;

/// <summary>Memory that the kernel must leave alone: <c>/memreserve/</c>.</summary>
/// <param name="Address">Where it begins.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record MemoryReservation(ulong Address, ulong Size)
{
    /// <summary>The labels before it, for assembler output.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];
}

/// <summary>A device tree: of a machine, or, as a plugin, what is to be laid over one.</summary>
public sealed class DeviceTree
{
    internal DeviceTree(TreeNode root, bool isPlugin, IReadOnlyList<MemoryReservation> reservations) =>
        (Root, IsPlugin, Reservations) = (root, isPlugin, reservations);

    /// <summary>The root.</summary>
    public TreeNode Root { get; }

    /// <summary>Whether it is an overlay: <c>/plugin/</c>.</summary>
    public bool IsPlugin { get; }

    /// <summary>The reserved memory, in the order of the source.</summary>
    public IReadOnlyList<MemoryReservation> Reservations { get; internal set; }

    /// <summary>The physical number of the processor that boots; of a source the <c>reg</c> of the first node in <c>/cpus</c>.</summary>
    public uint BootProcessor { get; internal set; }

    /// <summary>The node of a path, whose names have to be whole; null where there is none.</summary>
    public TreeNode? Find(string path) => Root.IsDeleted ? null : Root.Descendant(path);
}
