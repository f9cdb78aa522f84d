using System.Diagnostics;
using Bsp.Build.Steps;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Bundles;
using Bsp.Firmware.Keys;
using Bsp.Firmware.Tests.Support;
using Bsp.Model;

namespace Bsp.Firmware.Tests.Bundles;

/// <summary>rauc of this machine is the judge.</summary>
public sealed class BundleStepTests : IDisposable
{
    private const string Manifest =
        """
        [update]
        compatible=sample-board
        version=@VERSION@

        [bundle]
        format=verity
        verity-hash=@BUNDLE_VERITY_HASH@
        verity-salt=@BUNDLE_VERITY_SALT@
        verity-size=@BUNDLE_VERITY_SIZE@

        [image.rootfs]
        sha256=@ROOT_SHA256@
        size=@ROOT_SIZE@
        filename=root.img

        [image.boot]
        sha256=@BOOT_SHA256@
        size=@BOOT_SIZE@
        filename=boot.img

        """;

    // Does not compress, so that it fills many blocks: rauc refuses a bundle with an empty hash tree.
    private static readonly byte[] Root =
    [
        .. Enumerable.Range(0, 10_000).SelectMany(i => System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(i))),
    ];

    private readonly TestBuild _build = new();
    private readonly TempFolder _folder = new();

    public BundleStepTests()
    {
        foreach (var program in new[] { "rauc", "mksquashfs", "gpg" })
            Assert.SkipUnless(File.Exists("/usr/bin/" + program), program + " is not installed");
        Assert.SkipUnless(File.Exists("/usr/share/ovmf/PkKek-1-snakeoil.key"), "ovmf is not installed");
    }

    public void Dispose()
    {
        _build.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Rauc_reads_it_and_takes_the_images_out_of_it()
    {
        var keys = await KeysAsync();
        var bundle = await MakeAsync(keys);

        var (status, output) = Rauc("info", keys, bundle);
        Assert.True(status == 0, output);
        Assert.Contains("'sample-board'", output, StringComparison.Ordinal);
        Assert.Contains("'1.2.3'", output, StringComparison.Ordinal);

        var extracted = Path.Combine(_folder, "extracted");
        (status, output) = Rauc("extract", keys, bundle, extracted);
        Assert.True(status == 0, output);
        Assert.Equal(Root, await File.ReadAllBytesAsync(Path.Combine(extracted, "root.img"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_same_inputs_give_the_same_bytes()
    {
        var keys = await KeysAsync();
        using var other = new TestBuild();

        Assert.Equal(FileHashes.Compute(await MakeAsync(keys)), FileHashes.Compute(await MakeAsync(keys, other)));
    }

    [Fact]
    public async Task One_that_was_changed_or_cut_short_is_refused()
    {
        var keys = await KeysAsync();
        var bytes = await File.ReadAllBytesAsync(await MakeAsync(keys), TestContext.Current.CancellationToken);
        var changed = Path.Combine(_folder, "changed.raucb");
        var cut = Path.Combine(_folder, "cut.raucb");
        await File.WriteAllBytesAsync(cut, bytes[..^5000], TestContext.Current.CancellationToken);
        bytes[100_000] ^= 1;
        await File.WriteAllBytesAsync(changed, bytes, TestContext.Current.CancellationToken);

        Assert.NotEqual(0, Rauc("extract", keys, changed, Path.Combine(_folder, "out")).Status);
        Assert.NotEqual(0, Rauc("info", keys, cut).Status);
    }

    [Fact]
    public async Task One_signed_by_another_key_is_refused()
    {
        var bundle = await MakeAsync(await KeysAsync("theirs"));

        Assert.NotEqual(0, Rauc("info", await KeysAsync(), bundle).Status);
    }

    private async Task<string> MakeAsync(KeySet keys, TestBuild? build = null)
    {
        var root = new TestStep(
            "root", (context, cancel) => File.WriteAllBytesAsync(Path.Combine(context.Output, "root.img"), Root, cancel));
        var boot = new TestStep(
            "boot", (context, cancel) => File.WriteAllTextAsync(Path.Combine(context.Output, "boot.img"), "boot", cancel));
        var target = ImageTarget.Of(SampleBoards.Make("board", "sample", new GeneratedFile("manifest.raucm", Manifest)));
        var step = new BundleStep(target, root, boot, "1.2.3", 1_700_000_000, new(keys.RaucCertificate, keys.RaucKey));
        return Path.Combine((await (build ?? _build).RunAsync(step))[step], BundleStep.FileName);
    }

    private Task<KeySet> KeysAsync(string name = "ours") =>
        KeySet.OpenAsync(new(_build.Settings, Path.Combine(_folder, name)), TestContext.Current.CancellationToken);

    private static (int Status, string Output) Rauc(string command, KeySet keys, params string[] arguments)
    {
        using var rauc = Process.Start(
            new ProcessStartInfo("/usr/bin/rauc", [command, "--keyring", keys.RaucAuthority, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        var output = rauc.StandardOutput.ReadToEndAsync();
        var errors = rauc.StandardError.ReadToEnd();
        rauc.WaitForExit();
        return (rauc.ExitCode, output.GetAwaiter().GetResult() + errors);
    }
}
