using Bsp.Artifacts.Tests.Samples;
using Bsp.Boards;
using Xunit;

namespace Bsp.Artifacts.Tests.Rauc;

public sealed class RaucFilesTests
{
    public static TheoryData<string> Boards => TestBoards.Ids;

    [Theory]
    [MemberData(nameof(Boards))]
    public void Rauc_accepts_the_system_configuration(string id)
    {
        using var scratch = new TempFolder();
        var conf = scratch.Write("system.conf", TestBoards.Artifact(TestBoards.Find(id), "system.conf"));

        // It rejects the bundle, so it has accepted its configuration.
        var (_, _, errors) = HostTool.Run("rauc", ["--conf=" + conf, "info", "/dev/null"]);
        Assert.Contains("Bundle is not a regular file", errors);
    }

    [Fact]
    public void Rauc_refuses_a_system_configuration_with_an_unknown_key()
    {
        using var scratch = new TempFolder();
        var conf = scratch.Write(
            "system.conf", TestBoards.Artifact(QemuAarch64.Board, "system.conf").Replace("[keyring]", "unknown=1\n\n[keyring]"));

        var (_, _, errors) = HostTool.Run("rauc", ["--conf=" + conf, "info", "/dev/null"]);
        Assert.DoesNotContain("Bundle is not a regular file", errors);
    }

    [Fact]
    public void Root_and_boot_partition_of_a_slot_are_one_group()
    {
        var conf = TestBoards.Artifact(QemuAarch64.Board, "system.conf");

        Assert.Contains("[slot.rootfs.1]\ndevice=/dev/disk/by-partlabel/secondary\ntype=raw\nbootname=secondary\n", conf);
        Assert.Contains("[slot.boot.1]\ndevice=/dev/disk/by-partlabel/secondary-boot\ntype=raw\nparent=rootfs.1\n", conf);
    }

    [Fact]
    public void Each_boot_chain_has_its_own_counters()
    {
        Assert.Contains("bootloader=uboot\nboot-attempts=3\n", TestBoards.Artifact(QemuAarch64.Board, "system.conf"));
        Assert.Contains("bootloader=grub\ngrubenv=/mnt/aux/grub/grubenv\n", TestBoards.Artifact(QemuX8664.Board, "system.conf"));
        Assert.DoesNotContain(ArtifactPlanner.Plan(QemuX8664.Board, TestBoards.Distribution), file => file.Path == "fw_env.config");
    }

    [Fact]
    public void Boards_are_told_apart_by_their_compatible()
    {
        Assert.Contains("compatible=reference-qemu-aarch64\n", TestBoards.Artifact(QemuAarch64.Board, "manifest.raucm"));
        Assert.Contains("compatible=reference-qemu-x86_64\n", TestBoards.Artifact(QemuX8664.Board, "manifest.raucm"));
    }
}
