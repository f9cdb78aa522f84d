using Bsp.Model;
using Bsp.Review.Changes;
using Xunit;

namespace Bsp.Review.Tests.Replays;

/// <summary>Changes of device trees.</summary>
public sealed class DeviceTreeReplays
{
    private const string R2S = "friendlyarm-nanopi-r2s on reference";

    [Fact]
    public void A_disabled_device_is_seen_with_its_path_in_the_kernels_tree()
    {
        Kernels.Need();
        Replay.Of(Edit(new DtNode("&sdmmc", new DtProperty("status", "disabled"))))
            .HasImpactOn(R2S, FieldImpact.Update)
            .Shows(R2S, "tree-node /mmc@ff500000: status: \"okay\" → \"disabled\"", "the device is disabled")
            .Counts(R2S, "tree-node", 1);
    }

    [Fact]
    public void An_edit_that_says_what_the_kernels_tree_says_changes_nothing()
    {
        Kernels.Need();
        Replay.Of(Edit(new DtNode("&sdmmc", new DtProperty("status", "okay")))).Counts(R2S, "tree-node", 0);
    }

    [Fact]
    public void Where_the_kernels_tree_is_not_at_hand_the_edit_is_shown_as_it_is_written() =>
        Replay.Of(Edit(new DtNode("&sdmmc", new DtProperty("status", "disabled"))), new Platform.NoKernels())
            .Shows(R2S, "tree-node node &sdmmc: new: status = \"disabled\"");

    private static Func<World, World> Edit(DtNode node) => world => world.Bootable(
        "friendlyarm-nanopi-r2s",
        board => board with { DeviceTrees = [board.DeviceTrees[0] with { Edits = [.. board.DeviceTrees[0].Edits, node] }] });
}
