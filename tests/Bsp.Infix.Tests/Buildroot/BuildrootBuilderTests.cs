using System.Diagnostics;
using Bsp.Build;
using Bsp.Infix.Buildroot;
using Bsp.Infix.Tests.Porting;
using Bsp.Model;

namespace Bsp.Infix.Tests.Buildroot;

/// <summary>Infix's build, with a Buildroot that makes small files of the same names and a script of <c>mkimage.sh</c>'s options.</summary>
public sealed class BuildrootBuilderTests : IDisposable
{
    private const string Makefile = """
        all:
        	@printf '\033[7m>>> sample 1.0 Building\033[27m\n'
        	mkdir -p $(O)/images
        	if grep -q BR2_TARGET_UBOOT=y $(O)/.config; then printf loader > $(O)/images/idbloader.img; else printf system > $(O)/images/rootfs.squashfs; fi
        	cp $(O)/.config $(O)/images/config
        %_defconfig:
        	mkdir -p $(O)
        	cp $(BR2_EXTERNAL)/configs/$@ $(O)/.config

        """;

    private const string Script = """
        #!/bin/sh
        set -e
        while getopts ob:r:t: option; do
            case $option in b) boot=$OPTARG ;; r) root=$OPTARG ;; t) target=$OPTARG ;; esac
        done
        shift $((OPTIND - 1))
        cp "$root/images/rootfs.squashfs" "$boot/images/"
        sed "s/#TARGET#/$target/; s/#IX_ID##VERSION#/infix/" "$BR2_EXTERNAL_INFIX_PATH/board/aarch64/$1/genimage.cfg.in" > "$boot/build/genimage.cfg"
        mkdir "$boot/empty"
        genimage --rootpath "$boot/empty" --tmppath "$boot/tmp" --inputpath "$boot/images" --outputpath "$boot/images" --config "$boot/build/genimage.cfg"

        """;

    private const string Template = """
        image #IX_ID##VERSION#-nova-#TARGET#.img {
        	hdimage {
        		partition-table-type = "gpt"
        		disk-uuid = "0f1e2d3c-4b5a-4978-8796-a5b4c3d2e1f0"
        	}
        	partition idbloader {
        		in-partition-table = "no"
        		offset = 32K
        		image = "idbloader.img"
        	}
        	partition primary {
        		partition-uuid = "1f1e2d3c-4b5a-4978-8796-a5b4c3d2e1f0"
        		offset = 1M
        		size = 1M
        		image = "rootfs.squashfs"
        	}
        }

        """;

    private readonly InfixSkeleton _infix = new();
    private readonly TestBuild _build = new();

    public BuildrootBuilderTests()
    {
        _infix.Write("buildroot/Makefile", Makefile);
        _infix.Write("utils/mkimage.sh", Script);
        File.SetUnixFileMode(_infix.At("utils/mkimage.sh"), (UnixFileMode)Convert.ToInt32("755", 8));
        _infix.Commit();
    }

    [Fact]
    public async Task An_image_for_each_medium_has_system_and_bootloader_where_the_layout_says()
    {
        await PortAsync();
        var folder = Assert.Single(await ImageAsync());
        Assert.Equal(
            ["SHA256SUMS", "emmc.img", "manifest.json", "sdcard.img"],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var image = await File.ReadAllBytesAsync(Path.Combine(folder, "sdcard.img"), TestContext.Current.CancellationToken);
        Assert.Equal("loader"u8, image.AsSpan(32 << 10, 6));
        Assert.Equal("system"u8, image.AsSpan(1 << 20, 6));
        Assert.Equal("EFI PART"u8, image.AsSpan(512, 8));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_built_again()
    {
        await PortAsync();
        await ImageAsync();
        var entries = Directory.GetDirectories(_build.Store.Folder).Length;
        await ImageAsync();
        Assert.Equal(entries, Directory.GetDirectories(_build.Store.Folder).Length);

        _infix.Write("configs/aarch64_defconfig", _infix.Read("configs/aarch64_defconfig") + "BR2_PACKAGE_FEATURE_RADIO_MORE=y\n");
        await ImageAsync();
        Assert.True(Directory.GetDirectories(_build.Store.Folder).Length > entries);
    }

    [Fact]
    public async Task A_checkout_without_the_board_is_refused_with_the_way_out() =>
        Assert.Contains(
            "run './build.sh Port --board vendor-nova", (await Assert.ThrowsAsync<BuildFailedException>(() => ImageAsync())).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_release_is_refused_before_anything_is_built() =>
        Assert.Contains(
            "IX_TRUSTED_KEYS_DEVELOPMENT", (await Assert.ThrowsAsync<BuildFailedException>(() => ImageAsync(isRelease: true))).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task A_build_that_fails_says_what_it_printed_last()
    {
        await PortAsync();
        _infix.Write(
            "buildroot/Makefile",
            Makefile.Replace("\tmkdir -p $(O)/images\n", "\t@echo no rule to make happiness; exit 2\n", StringComparison.Ordinal));
        Assert.Contains(
            "no rule to make happiness", (await Assert.ThrowsAsync<BuildFailedException>(() => ImageAsync())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkout_without_Buildroot_is_refused_with_the_way_out()
    {
        Directory.Delete(_infix.At("buildroot"), recursive: true);
        Assert.Contains(
            "git submodule update --init", Assert.Throws<BuildFailedException>(() => InfixTree.Open(_infix.Folder, null)).Message,
            StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _infix.Dispose();
        _build.Dispose();
    }

    private async Task PortAsync()
    {
        await _infix.PortAsync(Board());
        _infix.Commit();
    }

    private async Task<IReadOnlyList<string>> ImageAsync(bool isRelease = false)
    {
        // The repository whose version the image bears.
        if (!Directory.Exists(Path.Combine(_build.Cache, ".git")))
        {
            Process.Start("git", ["-C", _build.Cache, "init", "-q"])!.WaitForExit();
            Process.Start(
                "git",
                [
                    "-C", _build.Cache, "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-q", "--allow-empty",
                    "-m", "state",
                ])!.WaitForExit();
        }

        var board = Board();
        return await new BuildrootBuilder(
            InfixTree.Open(_infix.Folder, null), _build.Settings with { Release = isRelease }, _build.Console, [board]).ImageAsync(
            [board], TestContext.Current.CancellationToken);
    }

    private static GeneratedBoard Board()
    {
        const string folder = "tree/board/aarch64/vendor-nova/";
        var sample = InfixBoards.Of(
            "vendor-nova",
            (folder + "Config.in", InfixSkeleton.Package("VENDOR_NOVA")),
            (folder + "genimage.cfg.in", Template),
            ("tree/configs/nova_sd_boot_defconfig", "BR2_aarch64=y\nBR2_TARGET_UBOOT=y\n"),
            ("tree/configs/nova_emmc_boot_defconfig", "BR2_aarch64=y\nBR2_TARGET_UBOOT=y\nBR2_EMMC=y\n"),
            ("regions/board/aarch64/Config.in", InfixSkeleton.Source("vendor-nova")),
            ("regions/configs/aarch64_defconfig", "BR2_PACKAGE_VENDOR_NOVA=y\n"));
        return sample with
        {
            Board = sample.Board with
            {
                Soc = sample.Board.Soc with { Architecture = sample.Board.Soc.Architecture with { Name = "aarch64" } },
                Media =
                [
                    new("sdcard") { Boot = new UBoot("nova"), Infix = new("nova_sd") },
                    new("emmc") { Boot = new UBoot("nova"), Infix = new("nova_emmc") },
                ],
                Infix = new()
                {
                    Help = "A board that nobody sells.",
                    Disk = new("nova-#TARGET#"),
                },
            },
        };
    }
}
