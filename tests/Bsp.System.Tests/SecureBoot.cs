using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bsp.SystemTests.Firmware;
using Bsp.SystemTests.Machines;

namespace Bsp.SystemTests;

/// <summary>What UEFI firmware and GRUB start, and what they refuse.</summary>
[Collection(X8664.Collection)]
public sealed class SecureBoot
{
    private const string Loader = "::/EFI/BOOT/BOOTX64.EFI";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unsigned_grub_is_refused() =>
        await LoaderIsRefusedAsync("unsigned-grub", loader => HostTool.CheckAsync("/usr/bin/sbattach", ["--remove", loader], Cancel));

    [Fact]
    public async Task A_grub_signed_by_a_foreign_key_is_refused() =>
        await LoaderIsRefusedAsync("foreign-grub", async loader =>
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=somebody else", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
            await File.WriteAllTextAsync(loader + ".key", key.ExportPkcs8PrivateKeyPem(), Cancel);
            await File.WriteAllTextAsync(loader + ".crt", certificate.ExportCertificatePem(), Cancel);
            await HostTool.CheckAsync("/usr/bin/sbattach", ["--remove", loader], Cancel);
            await HostTool.CheckAsync(
                "/usr/bin/sbsign", ["--key", loader + ".key", "--cert", loader + ".crt", "--output", loader, loader], Cancel);
        });

    [Fact]
    public async Task A_changed_slot_configuration_is_refused() =>
        await BootImageIsRefusedAsync(
            "changed-slot-cfg", async folder => await File.AppendAllTextAsync(Path.Combine(folder, "slot.cfg"), "\n# harmless\n", Cancel));

    [Fact]
    public async Task A_slot_configuration_without_a_signature_is_refused() =>
        await BootImageIsRefusedAsync("unsigned-slot-cfg", folder =>
        {
            File.Delete(Path.Combine(folder, "slot.cfg.sig"));
            return Task.CompletedTask;
        });

    [Fact]
    public async Task A_changed_kernel_is_refused() =>
        await BootImageIsRefusedAsync(
            "changed-kernel", async folder => await File.AppendAllTextAsync(Path.Combine(folder, "vmlinuz"), "x", Cancel));

    private static async Task LoaderIsRefusedAsync(string name, Func<string, Task> change)
    {
        await using var machine = await BoardFirmware<X8664>.MachineAsync(name, Cancel);
        var esp = await machine.Disk.PartitionAsync("esp", Cancel);
        var image = string.Create(CultureInfo.InvariantCulture, $"{machine.Disk.Path}@@{esp.Offset}");
        var loader = Path.Combine(machine.Folder.Path, "loader.efi");
        await HostTool.CheckAsync("/usr/bin/mcopy", ["-i", image, Loader, loader], Cancel);
        await change(loader);
        await HostTool.CheckAsync("/usr/bin/mcopy", ["-o", "-i", image, loader, Loader], Cancel);

        await machine.PowerOnAsync(Cancel);

        await machine.Console.ExpectAsync("Access Denied", Machine.BootTime, Cancel);
        Assert.DoesNotContain("rauc.slot", machine.Console.Text, StringComparison.Ordinal);
    }

    private static async Task BootImageIsRefusedAsync(string name, Func<string, Task> change)
    {
        await using var machine = await BoardFirmware<X8664>.MachineAsync(name, Cancel);
        var image = Path.Combine(machine.Folder.Path, "boot");
        var folder = image + ".files";
        await machine.Disk.ExtractAsync("primary-boot", image, Cancel);
        await HostTool.CheckAsync("/usr/bin/unsquashfs", ["-no-progress", "-quiet", "-dest", folder, image], Cancel);
        await change(folder);
        await HostTool.CheckAsync(
            "/usr/bin/mksquashfs", [folder, image, "-noappend", "-all-root", "-comp", "gzip", "-quiet", "-no-progress"], Cancel);
        await machine.Disk.WriteAsync("primary-boot", 0, await File.ReadAllBytesAsync(image, Cancel), Cancel);

        var shell = await machine.BootAsync(Cancel);

        Assert.Equal("secondary", await shell.SlotAsync(Cancel));
        Assert.DoesNotContain("rauc.slot=primary", machine.Console.Text, StringComparison.Ordinal);
    }
}
