using Bsp.DeviceTrees.Bindings;

namespace Bsp.DeviceTree.Bindings.Conformance;

/// <summary>A version of dt-schema that Debian has, with a kernel whose bindings are written for it.</summary>
/// <param name="KernelVersion">The kernel's version.</param>
internal sealed record SchemaRelease(string KernelVersion)
{
    private static readonly SchemaRelease s_2022 = new("6.1");

    private static readonly SchemaRelease s_2025 = new("6.12")
    {
        Boards =
        [
            "broadcom/bcm2711-rpi-4-b", "freescale/imx8mp-evk", "marvell/armada-3720-espressobin", "marvell/cn9130-crb-A",
            "mediatek/mt7986a-bananapi-bpi-r3", "microchip/sparx5_pcb135", "rockchip/rk3328-nanopi-r2s",
        ],
        HasShippedBoards = true,
        Remarks =
        [
            "Of a property that no value may have (`false`), dt-validate names only the node, as jsonschema 4.19 leaves the property's "
            + "name out; we name the property.",
            "Debian's dt-mk-schema 2025.08-1.2 aborts with Linux 6.12's bindings where it would print that properties have several types "
            + "(it looks schemas up by ids with a `#`); the comparison leaves that print out.",
        ],
    };

    /// <summary>All that there are, by the version of dt-schema.</summary>
    public static IReadOnlyDictionary<string, SchemaRelease> All { get; } = new[] { s_2022, s_2025 }.ToDictionary(
        release => release.Rules.Version, StringComparer.Ordinal);

    /// <summary>The rules of that dt-schema.</summary>
    public SchemaRules Rules => SchemaRules.ForLinux(KernelVersion);

    /// <summary>The kernel's name in the lock file.</summary>
    public string Kernel => "linux-" + KernelVersion;

    /// <summary>Boards of arm64 that are always compared, besides a sample of all: those that firmware is to be built for.</summary>
    public IReadOnlyList<string> Boards { get; private init; } = [];

    /// <summary>Whether the trees of the repository's own boards, which are built with this kernel, are compared.</summary>
    public bool HasShippedBoards { get; private init; }

    /// <summary>What is compared otherwise than it stands, and why.</summary>
    public IReadOnlyList<string> Remarks { get; private init; } = [];
}
