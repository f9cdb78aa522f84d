using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bsp.SystemTests.Firmware;
using Bsp.SystemTests.Machines;

namespace Bsp.SystemTests;

/// <summary>What U-Boot starts, and what it refuses.</summary>
[Collection(Aarch64.Collection)]
public sealed class UBootSignatures
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kernel_with_a_new_hash_under_the_old_signature_is_refused() =>
        await IsRefusedAsync("fit-other-kernel", fit => Task.FromResult(ForgedFit.WithOtherKernel(fit)));

    [Fact]
    public async Task A_forged_list_of_hashed_nodes_is_refused() =>
        await IsRefusedAsync("fit-forged-nodes", fit => Task.FromResult(ForgedFit.WithForgedHashedNodes(fit)));

    [Fact]
    public async Task A_foreign_key_is_refused() =>
        await IsRefusedAsync("fit-foreign-key", SignedAgainAsync);

    private static async Task<byte[]> SignedAgainAsync(byte[] fit)
    {
        var folder = Directory.CreateTempSubdirectory("bsp-foreign-").FullName;
        try
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=somebody else", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
            await File.WriteAllTextAsync(Path.Combine(folder, "fit.key"), key.ExportPkcs8PrivateKeyPem(), Cancel);
            await File.WriteAllTextAsync(Path.Combine(folder, "fit.crt"), certificate.ExportCertificatePem(), Cancel);
            var file = Path.Combine(folder, "boot.img");
            await File.WriteAllBytesAsync(file, fit, Cancel);
            await HostTool.CheckAsync("/usr/bin/mkimage", ["-F", "-k", folder, file], Cancel);
            var signed = await File.ReadAllBytesAsync(file, Cancel);
            Assert.NotEqual(
                new FlatTree(fit)["/configurations/slot/signature-1/value"],
                new FlatTree(signed)["/configurations/slot/signature-1/value"]);
            return signed;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task IsRefusedAsync(string name, Func<byte[], Task<byte[]>> forge)
    {
        await using var machine = await BoardFirmware<Aarch64>.MachineAsync(name, Cancel);
        var length = BinaryPrimitives.ReadInt32BigEndian(await machine.Disk.ReadAsync("primary-boot", 4, 4, Cancel));
        var forged = await forge(await machine.Disk.ReadAsync("primary-boot", 0, length, Cancel));
        await machine.Disk.WriteAsync("primary-boot", 0, forged, Cancel);

        var shell = await machine.BootAsync(Cancel);

        Assert.Equal("secondary", await shell.SlotAsync(Cancel));
        Assert.DoesNotContain("Finux version", (await shell.RunAsync("dmesg", Cancel)).Output, StringComparison.Ordinal);
    }
}
