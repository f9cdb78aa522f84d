namespace Bsp.DeviceTrees;

/// <summary>Memory that the kernel must leave alone: <c>/memreserve/</c>.</summary>
/// <param name="Address">Where it begins.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record MemoryReservation(ulong Address, ulong Size)
{
    /// <summary>The labels before it, for assembler output.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>As a source has it.</summary>
    public override string ToString() =>
        string.Concat(Labels.Select(label => label + ": ")) + FormattableString.Invariant($"/memreserve/ 0x{Address:x} 0x{Size:x};");
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

    /// <summary>Those that whoever reads the blob finds: libfdt's fdt_num_mem_rsv and dtc end at the first of size 0.</summary>
    public IEnumerable<MemoryReservation> EffectiveReservations => Reservations.TakeWhile(entry => entry.Size != 0);

    /// <summary>The physical number of the processor that boots; of a source the <c>reg</c> of the first node in <c>/cpus</c>.</summary>
    public uint BootProcessor { get; internal set; }

    /// <summary>The node of a path, whose names have to be whole; null where there is none.</summary>
    public TreeNode? Find(string path) => Root.IsDeleted ? null : Root.Descendant(path);

    /// <summary>The node of a path as libfdt takes it: it may begin with an alias, and names may lack the unit address; null
    /// where there is none (libfdt/fdt_ro.c, fdt_path_offset).</summary>
    public TreeNode? Lookup(string path)
    {
        var node = Root;
        IEnumerable<string> names = path.Split(['/'], StringSplitOptions.RemoveEmptyEntries);
        if (path is not ['/', ..])
        {
            if (!names.Any() || Alias(names.First()) is not { } alias)
                return null;
            (node, names) = (Lookup(alias), names.Skip(1));
        }

        return names.Aggregate((TreeNode?)node, (at, name) => at?.ChildLike(name));
    }

    /// <summary>The path that an alias stands for; null where there is none of the name.</summary>
    public string? Alias(string name) =>
        Root.ChildLike("aliases")?.Property(name)?.Value is { Length: > 1 } value && value.Bytes[0] == '/'
            && value.Bytes[value.Length - 1] == 0
            ? System.Text.Encoding.UTF8.GetString(value.FirstText.ToArray())
            : null;

    /// <summary>
    /// The processor that boots where nothing says so: of the first node in <c>/cpus</c>, deleted or not (livetree.c,
    /// guess_boot_cpuid).
    /// </summary>
    internal static uint FirstProcessor(TreeNode root) =>
        root.Child("cpus")?.ChildList.FirstOrDefault()?.Property("reg")?.Value is { Length: 4 } reg ? reg.CellAt(0) : 0;
}
