using Bsp.Infix.Tests.Reading.DeviceTrees;

namespace Bsp.Infix.Tests.Comparing;

/// <summary>The fields of the reference data: how each is compared, or why it is not.</summary>
internal static class Fields
{
    /// <summary>A field → its normal form, from all fields of a board.</summary>
    public static IReadOnlyDictionary<string, Func<JsonObject, JsonNode?>> Compared { get; } =
        new SortedDictionary<string, Func<JsonObject, JsonNode?>>(StringComparer.Ordinal)
        {
            ["arch"] = board => board["arch"],
            ["base_upstream_dts"] = board => new DeviceTreeFolder(board).Bases,
            ["bootloaders"] = board => BootloaderForm.Of(board["bootloaders"]),
            ["br2_package"] = board => board["br2_package"],
            ["compatible"] = board => board["compatible"],
            ["dt_overrides"] = board => new DeviceTreeFolder(board).Edits,
            ["dt_sources"] = board => DeviceTreeForm.Sources(new DeviceTreeFolder(board)),
            ["dtb_facts"] = board => board["dtb_facts"],
            ["dtbs"] = board => NormalForm.Set(board["dtbs"]),
            ["firmware_packages"] = board => NormalForm.Set(board["firmware_packages"]),
            ["image"] = board => ImageForm.Of(board["image"]),
            ["image_layout_computed"] = board => ImageForm.OfLayout(board["image_layout_computed"]),
            ["kernel_effective_delta"] = board => board["kernel_effective_delta"],
            ["kernel_fixup_symbols"] = board => board["kernel_fixup_symbols"],
            ["kernel_fixups"] = board => KernelForm.OfFixups(board["kernel_fixups"]),
            ["kernel_fixups_redundant_vs_arch"] = board => NormalForm.Set(board["kernel_fixups_redundant_vs_arch"]),
            ["kernel_fixups_repeated"] = board => NormalForm.Set(board["kernel_fixups_repeated"]),
            ["leds"] = board => DeviceTreeForm.Leds(board["leds"]),
            ["network_ports"] = board => ProductForm.OfPorts(board["network_ports"]),
            ["ports_from_factory_config"] = board => NormalForm.Each(board["ports_from_factory_config"], ProductForm.OfInterfaces),
            ["product_dirs_not_matching_any_dtb"] = board => NormalForm.Set(board["product_dirs_not_matching_any_dtb"]),
            ["products"] = board => NormalForm.Each(board["products"], ProductForm.Of),
            ["prompt"] = board => board["prompt"],
            ["rootfs_files"] = board => NormalForm.Set(board["rootfs_files"]),
            ["selects"] = board => NormalForm.Set(board["selects"]),
            ["selects_duplicate"] = board => NormalForm.Set(board["selects_duplicate"]),
            ["uboot_env"] = board => EnvironmentForm.Of(board["uboot_env"]),
        };

    /// <summary>A field, or the way down to one (<c>*</c> is any name or item) → why it says nothing about a board's files.</summary>
    public static IReadOnlyDictionary<string, string> SaysNothing { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["bootloader_media"] = "where a person said the bootloader goes; what of it is in files is in names of defconfigs and of uboot_env",
        ["bootloaders.*.lines"] = "how long Infix's file is",
        ["console"] = "read off manuals and the kernel's trees; what a board's own files say is /chosen's stdout-path in dt_overrides",
        ["dt_sources.*.macros_defined"] = "how the sources are written; dt_overrides has the macros expanded",
        ["dtb_facts.*.source"] = "how the fact was found",
        ["enabled_in_arch_defconfig"] = "said by configs/<arch>_defconfig, which is not a board's",
        ["grub"] =
            "grub.cfg and the GUIDs of the qcow image are in board/common/image, which is not a board's; "
            + "the modules are compared in bootloaders.x86_64.other",
        ["hand_written_lines"] = "how long Infix's files are",
        ["hand_written_total"] = "how long Infix's files are",
        ["id"] = "names the folder that everything is read from",
        ["image.disks.*.partitions.*.type_shortcut"] = "how the type is written; the type is type_uuid",
        ["image_layout_computed.genimage"] = "the version that made the fact",
        ["image_layout_computed.note"] = "how the fact was found",
        ["infix_commit"] = "the revision that was read",
        ["kernel_cmdline"] = "composed by board/common/uboot/scripts and by grub.cfg, which are not a board's",
        ["leds.*.src"] = "which file of several it is in; dt_overrides compares what the blobs are made of",
        ["model"] = "a name for people; a device tree's model is in dt_overrides and dtb_facts",
        ["note"] = "a remark",
        ["products.*.factory_config.lines"] = "how long Infix's file is",
        ["rootfs_media"] = "where a person said images go; partitions and file systems are compared in image",
        ["soc"] = "a name for people",
        ["vendor"] = "a name for people",
    };

    /// <summary>The fields of an architecture's reference data: none is about a board's files.</summary>
    public static IReadOnlyDictionary<string, string> OfArchitectures { get; } =
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["arch"] = "names the file",
            ["boards_enabled"] = "said by configs/<arch>_defconfig, which is not a board's",
            ["br2"] = "said by configs/<arch>_defconfig, which is not a board's",
            ["kernel_version"] = "said by configs/<arch>_defconfig, which is not a board's",
            ["packages"] = "said by configs/<arch>_defconfig, which is not a board's",
            ["symbols"] = "what a board's kernel_fixups apply to: kernel_effective_delta is computed from it",
        };

    /// <summary>A copy of a board's fields that has only what is compared.</summary>
    public static JsonObject WithoutWhatSaysNothing(JsonObject board)
    {
        var copy = board.DeepClone().AsObject();
        foreach (var way in SaysNothing.Keys)
            Remove(copy, way.Split('.'));
        return copy;
    }

    private static void Remove(JsonNode? from, ReadOnlySpan<string> way)
    {
        if (way is [var name] && from is JsonObject members)
        {
            members.Remove(name);
            return;
        }

        var children = from switch
        {
            JsonObject inner when way is ["*", ..] => inner.Select(x => x.Value),
            JsonArray list when way is ["*", ..] => list,
            JsonObject inner => [inner[way[0]]],
            _ => [],
        };
        foreach (var child in children)
            Remove(child, way[1..]);
    }
}
