using Bsp.SystemTests.Disks;
using Bsp.SystemTests.Firmware;

namespace Bsp.SystemTests;

/// <summary>The check of partition tables, beside a program that writes them.</summary>
public sealed class GuidTables : IDisposable
{
    private readonly string _disk = Path.GetTempFileName();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_disk);

    [Fact]
    public async Task A_table_of_sfdisk_has_no_faults() => Assert.Empty(GuidTable.Faults(new MemoryStream(await TableAsync())));

    [Theory]
    [InlineData(512 + 56)]
    [InlineData(1024 + 60)]
    [InlineData(-512 + 56)]
    [InlineData(-(33 * 512) + 60)]
    public async Task A_changed_bit_of_either_copy_is_found(int offset)
    {
        var disk = await TableAsync();
        disk[offset < 0 ? disk.Length + offset : offset] ^= 1;

        Assert.Contains("the sum", Assert.Single(GuidTable.Faults(new MemoryStream(disk))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_that_is_not_at_the_end_is_found() =>
        Assert.Contains(
            "holds no table", Assert.Single(GuidTable.Faults(new MemoryStream([.. await TableAsync(), .. new byte[4096]]))),
            StringComparison.Ordinal);

    [Fact]
    public void The_checksum_is_that_of_the_standard() => Assert.Equal(0xcbf43926, Crc32.Of("123456789"u8));

    private async Task<byte[]> TableAsync()
    {
        await File.WriteAllBytesAsync(_disk, new byte[4 << 20], Cancel);
        var script = _disk + ".script";
        await File.WriteAllTextAsync(script, "label: gpt\nstart=2048, size=1024, name=one\nstart=4096, size=1024, name=two\n", Cancel);
        try
        {
            await HostTool.CheckAsync("/bin/sh", ["-c", "exec /usr/sbin/sfdisk --quiet \"$1\" < \"$2\"", "sh", _disk, script], Cancel);
        }
        finally
        {
            File.Delete(script);
        }

        return await File.ReadAllBytesAsync(_disk, Cancel);
    }
}
