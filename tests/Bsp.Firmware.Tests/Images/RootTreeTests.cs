using Bsp.Build;
using Bsp.Firmware.Images;

namespace Bsp.Firmware.Tests.Images;

public sealed class RootTreeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_folders_of_programs_are_one()
    {
        var tree = new RootTree(_folder.Path + "/root");
        tree.AddText("/sbin/a", "1");
        tree.AddText("/usr/sbin/b", "2");

        Assert.Equal(["a", "b"], Directory.GetFiles(_folder.Path + "/root/usr/bin").Select(Path.GetFileName).Order());
        Assert.True(tree.Has("/bin/b"));
    }

    [Fact]
    public void Of_an_overlay_only_the_execute_bit_counts_and_secrets_are_for_root()
    {
        var overlay = _folder.Path + "/overlay";
        var script = _folder.Write("overlay/etc/init.d/rcS", "#!/bin/sh\n");
        var shadow = _folder.Write("overlay/etc/shadow", "root:*\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.SetUnixFileMode(shadow, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite);
        var tree = new RootTree(_folder.Path + "/root");
        tree.AddOverlay(overlay);

        Assert.Equal(0x1ED, (int)File.GetUnixFileMode(tree.HostPath("/etc/init.d/rcS"))); // 0755
        Assert.Equal(0x180, (int)File.GetUnixFileMode(tree.HostPath("/etc/shadow"))); // 0600
    }

    [Fact]
    public void An_overlay_replaces_files_and_links()
    {
        _folder.Write("overlay/bin/sh", "mine");
        var tree = new RootTree(_folder.Path + "/root");
        tree.AddLink("/bin/sh", "busybox");
        tree.AddOverlay(_folder.Path + "/overlay");

        Assert.Null(new FileInfo(tree.HostPath("/usr/bin/sh")).LinkTarget);
        Assert.Equal("mine", File.ReadAllText(tree.HostPath("/bin/sh")));
    }

    [Fact]
    public void A_file_where_a_folder_is_is_an_error()
    {
        var tree = new RootTree(_folder.Path + "/root");
        tree.AddFolder("/etc/rauc");

        Assert.Contains(
            "is a folder there already", Assert.Throws<BuildFailedException>(() => tree.AddText("/etc/rauc", "")).Message,
            StringComparison.Ordinal);
    }
}
