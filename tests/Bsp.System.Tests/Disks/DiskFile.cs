using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Bsp.SystemTests.Disks;

/// <summary>A raw disk image, read and damaged from outside the machine.</summary>
/// <param name="path">The image.</param>
public sealed class DiskFile(string path)
{
    private const int SectorSize = 512;

    /// <summary>The image.</summary>
    public string Path => path;

    /// <summary>The disk's GUID and its partitions, as sfdisk reads them.</summary>
    public async Task<(Guid Id, IReadOnlyList<DiskPartition> Partitions)> TableAsync(CancellationToken cancel)
    {
        using var sfdisk = Process.Start(
            new ProcessStartInfo("/usr/sbin/sfdisk", ["--json", path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var json = await sfdisk.StandardOutput.ReadToEndAsync(cancel);
        await sfdisk.WaitForExitAsync(cancel);
        Assert.True(sfdisk.ExitCode == 0, $"sfdisk cannot read {path}: {await sfdisk.StandardError.ReadToEndAsync(cancel)}");
        using var document = JsonDocument.Parse(json);
        var table = document.RootElement.GetProperty("partitiontable");
        var partitions = table.GetProperty("partitions").EnumerateArray().Select((partition, index) => new DiskPartition(
            index + 1,
            partition.GetProperty("name").GetString()!,
            partition.GetProperty("uuid").GetGuid(),
            partition.GetProperty("type").GetGuid(),
            partition.GetProperty("start").GetInt64() * SectorSize,
            partition.GetProperty("size").GetInt64() * SectorSize)).ToList();
        return (table.GetProperty("id").GetGuid(), partitions);
    }

    /// <summary>The partition of that name.</summary>
    public async Task<DiskPartition> PartitionAsync(string name, CancellationToken cancel)
    {
        var (_, partitions) = await TableAsync(cancel);
        return partitions.Single(partition => partition.Name == name);
    }

    /// <summary>The SHA-256 of everything in a partition, in hexadecimal.</summary>
    public async Task<string> HashAsync(string partitionName, CancellationToken cancel)
    {
        var partition = await PartitionAsync(partitionName, cancel);
        await using var disk = File.OpenRead(path);
        disk.Position = partition.Offset;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[1 << 20];
        for (var left = partition.Size; left > 0;)
        {
            var read = await disk.ReadAsync(block.AsMemory(0, (int)Math.Min(left, block.Length)), cancel);
            hash.AppendData(block, 0, read);
            left -= read;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Turns over the lowest bit of one byte of a partition.</summary>
    public async Task FlipAsync(string partitionName, long offset, CancellationToken cancel)
    {
        var value = await ReadAsync(partitionName, offset, 1, cancel);
        value[0] ^= 1;
        await WriteAsync(partitionName, offset, value, cancel);
    }

    /// <summary>Reads bytes of a partition.</summary>
    public async Task<byte[]> ReadAsync(string partitionName, long offset, int count, CancellationToken cancel)
    {
        var partition = await PartitionAsync(partitionName, cancel);
        await using var disk = File.OpenRead(path);
        disk.Position = partition.Offset + offset;
        var bytes = new byte[count];
        await disk.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }

    /// <summary>Replaces bytes of a partition.</summary>
    public async Task WriteAsync(string partitionName, long offset, byte[] bytes, CancellationToken cancel)
    {
        var partition = await PartitionAsync(partitionName, cancel);
        Assert.InRange(offset + bytes.Length, 0, partition.Size);
        await using var disk = File.OpenWrite(path);
        disk.Position = partition.Offset + offset;
        await disk.WriteAsync(bytes, cancel);
    }

    /// <summary>Copies a partition's first bytes, or all of it, into a file.</summary>
    public async Task ExtractAsync(string partitionName, string file, CancellationToken cancel)
    {
        var partition = await PartitionAsync(partitionName, cancel);
        await File.WriteAllBytesAsync(file, await ReadAsync(partitionName, 0, checked((int)partition.Size), cancel), cancel);
    }
}
