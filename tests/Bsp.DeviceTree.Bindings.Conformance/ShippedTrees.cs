using Bsp.Boards;
using Bsp.Build.Sources;
using Bsp.DeviceTrees;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Boot;
using Bsp.Firmware.Kernel;
using Bsp.Model;

namespace Bsp.DeviceTree.Bindings.Conformance;

/// <summary>The trees of the repository's own boards, as firmware is built with them.</summary>
internal static class ShippedTrees
{
    /// <summary>What compiles them.</summary>
    /// <param name="name">The kernel's name in the lock file.</param>
    /// <param name="kernel">The kernel's source.</param>
    /// <param name="bindings">Its bindings.</param>
    public static IReadOnlyList<DeviceTreeStep> Steps(string name, KernelSourceStep kernel, BindingsStep bindings) =>
        [.. from pair in BoardRegistry.All()
            where pair.Distribution is DebianDistribution && pair.Distribution.KernelSource == name && pair.Board.DeviceTree is not null
            select new DeviceTreeStep(ImageTarget.Of(pair), pair.Board.DeviceTree!, kernel, bindings)];

    /// <summary>Reads a compiled tree.</summary>
    /// <param name="output">The step's output.</param>
    public static DeviceTrees.DeviceTree Read(string output) => BlobReader.Read(File.ReadAllBytes(Path.Combine(output, "board.dtb")));
}
