namespace Bsp.Userland.Tests;

/// <summary>Which partitions a running system takes for its own.</summary>
public sealed class Partitions
{
    [Fact]
    public async Task Only_the_disk_that_the_root_comes_from_counts()
    {
        using var device = new Device();
        device.AddDisk("vda", 1 << 21, ("aux", 4096), ("primary", 4096), ("var", 4096));
        device.AddDisk("vdb", 1 << 21, ("aux", 4096), ("primary", 4096), ("var", 4096));
        device.RunFrom("vdb", "vdb2");

        var outcome = await device.RunAsync("boot.d/20-partitions");

        Assert.Equal(0, outcome.Status);
        Assert.Equal(
            ["aux -> vdb1", "primary -> vdb2", "var -> vdb3"],
            new DirectoryInfo(device.On("dev/disk/by-partlabel")).EnumerateFileSystemInfos()
                .Select(link => link.Name + " -> " + Path.GetFileName(link.LinkTarget))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_or_is_listed_twice_is_not_used()
    {
        using var device = new Device();
        device.AddDisk("vda", 1 << 21, ("primary", 4096), ("../../evil", 4096), ("var", 4096), ("var", 4096), ("two words", 4096));
        device.RunFrom("vda", "vda1");

        await device.RunAsync("boot.d/20-partitions");

        Assert.Equal(
            ["primary", "var"],
            Directory.EnumerateFileSystemEntries(device.On("dev/disk/by-partlabel"))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal));
        Assert.EndsWith("vda3", new FileInfo(device.On("dev/disk/by-partlabel/var")).LinkTarget, StringComparison.Ordinal);
        Assert.Contains("vda4 is a second 'var'", device.Console, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Var_grows_over_the_free_end_of_its_disk()
    {
        using var device = GrowingDevice(sectors: 1 << 21, ("primary", 4096), ("var", 4096));

        await device.RunAsync("boot.d/30-grow-var");

        Assert.Equal(
            $"sfdisk --no-reread --no-tell-kernel -N 2 {device.On("dev/vda")}\n, +\npartx -u --nr 2 {device.On("dev/vda")}\n",
            device.Calls);
    }

    [Theory]
    [InlineData(2048 + 4096 + 4096 + 2048, "primary", "var")]
    [InlineData(1 << 21, "var", "primary")]
    [InlineData(1 << 21, "primary", "data")]
    public async Task Without_free_room_right_behind_it_the_table_is_not_touched(int sectors, string first, string second)
    {
        using var device = GrowingDevice(sectors, (first, 4096), (second, 4096));

        await device.RunAsync("boot.d/30-grow-var");

        Assert.Equal("", device.Calls);
    }

    private static Device GrowingDevice(long sectors, params (string Label, long Sectors)[] partitions)
    {
        var device = new Device();
        device.AddDisk("vda", sectors, partitions);
        device.RunFrom("vda", "vda1");
        device.Pretend("sfdisk");
        device.Pretend("partx");
        return device;
    }
}
