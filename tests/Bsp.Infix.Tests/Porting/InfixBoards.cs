using Bsp.Firmware.Tests.Support;
using Bsp.Model;

namespace Bsp.Infix.Tests.Porting;

/// <summary>What a generator writes for a board on Infix.</summary>
internal static class InfixBoards
{
    /// <summary>A board with the given artifacts.</summary>
    public static GeneratedBoard Of(string id, params (string Path, string Text)[] files) =>
        SampleBoards.Make(id, "infix", [.. files.Select(x => new GeneratedFile(x.Path, x.Text))]);

    /// <summary>A board of vendor <c>vendor</c> with a file of each kind and lines in every shared file.</summary>
    public static GeneratedBoard Whole(string name, params (string Path, string Text)[] more)
    {
        var (id, symbol) = ("vendor-" + name, "VENDOR_" + name.ToUpperInvariant());
        var folder = "tree/board/aarch64/" + id + "/";
        return Of(
            id,
            [
                ("board.json", "{}\n"),
                (folder + "Config.in", InfixSkeleton.Package(symbol)),
                (folder + id + ".mk", "$(eval $(ix-board))\n"),
                (folder + "rootfs/etc/init.d/S10-led", "#!/bin/sh\n"),
                ($"tree/configs/{name}_boot_defconfig", "BR2_aarch64=y\n"),
                ("regions/board/aarch64/Config.in", InfixSkeleton.Source(id)),
                ("regions/board/aarch64/README.md", $"- [Vendor {name}]({id}/)\n"),
                ("regions/configs/aarch64_defconfig", $"BR2_PACKAGE_{symbol}=y\n"),
                ("regions/.github/workflows/build-boot.yml", $"- {name}_boot\n"),
                ("regions/.github/workflows/build-image.yml#choices", $"- {id}\n"),
                ("regions/.github/workflows/build-image.yml#case", $"{id})\n  arch=aarch64\n  ;;\n"),
                ("regions/utils/mkimage.sh", $"{id})\n    echo \"{name}_boot\"\n    ;;\n"),
                .. more,
            ]);
    }
}
