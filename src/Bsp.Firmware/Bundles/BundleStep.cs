using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bsp.Artifacts.Disk;
using Bsp.Artifacts;
using Bsp.Build.Steps;
using Bsp.Firmware.Boards;
using Bsp.Firmware.Images;
using Bsp.Model;

namespace Bsp.Firmware.Bundles;

/// <summary>The signed update: <c>update.raucb</c>, a RAUC bundle of the format <c>verity</c>.</summary>
/// <remarks>
/// rauc itself puts a random salt and the time into each bundle. Its format is simple (rauc.readthedocs.io, "Reference",
/// "verity Format"): squashfs with the images, dm-verity tree, CMS with the manifest, and the CMS's size in eight bytes.
/// </remarks>
/// <param name="target">The board, its distribution and its artifacts.</param>
/// <param name="root">Makes <c>root.img</c>.</param>
/// <param name="boot">Makes <c>boot.img</c>.</param>
/// <param name="version">The version that the manifest states.</param>
/// <param name="date">The date of everything in it, in seconds since 1970.</param>
/// <param name="key">The key that signs it.</param>
public sealed class BundleStep(ImageTarget target, Step root, Step boot, string version, long date, BundleKey key)
    : Step("bundle " + target.Board.Id)
{
    /// <summary>The bundle's name in the output.</summary>
    public const string FileName = "update.raucb";

    private const string Manifest = ArtifactNames.BundleManifest;

    // The images are compressed already.
    private static readonly string[] Compression = ["zstd", "-Xcompression-level", "1"];

    /// <inheritdoc/>
    public override string Kind => "bundle";

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Needs => [root, boot];

    /// <inheritdoc/>
    public override void Describe(InputHasher inputs)
    {
        Squashfs.Describe(inputs);
        VerityTree.Describe(inputs);
        inputs.Text("compression", string.Join(' ', Compression));
        inputs.Text(Manifest, target.Artifact(Manifest));
        inputs.Text("version", version);
        inputs.Number("date", date);
        // The private key decides no more than the certificate does.
        inputs.File("certificate", key.Certificate);
    }

    /// <inheritdoc/>
    public override async Task RunAsync(StepContext context, CancellationToken cancel)
    {
        var content = Directory.CreateDirectory(Path.Combine(context.Work, "content")).FullName;
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["VERSION"] = version };
        AddImage(Path.Combine(context.OutputOf(root), DiskInputs.Root), "ROOT", content, values);
        AddImage(Path.Combine(context.OutputOf(boot), DiskInputs.Boot), "BOOT", content, values);

        var bundle = Path.Combine(context.Output, FileName);
        await Squashfs.PackAsync(context, content, bundle, Compression, date, cancel).ConfigureAwait(false);
        var size = new FileInfo(bundle).Length;
        var tree = await VerityTree.AppendAsync(context.Tools, bundle, Salt(bundle), cancel).ConfigureAwait(false);
        values["BUNDLE_VERITY_HASH"] = tree.Root;
        values["BUNDLE_VERITY_SALT"] = tree.Salt;
        values["BUNDLE_VERITY_SIZE"] = (new FileInfo(bundle).Length - size).ToString(CultureInfo.InvariantCulture);

        var signature = BundleSigner.Sign(Placeholders.Fill(Manifest, target.Artifact(Manifest), values), key.Certificate, key.PrivateKey);
        var length = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(length, (ulong)signature.Length);
        await File.AppendAllBytesAsync(bundle, [.. signature, .. length], cancel).ConfigureAwait(false);
    }

    private static void AddImage(string image, string name, string content, Dictionary<string, string> values)
    {
        File.Copy(image, Path.Combine(content, Path.GetFileName(image)));
        values[name + "_SHA256"] = FileHashes.Of(image);
        values[name + "_SIZE"] = new FileInfo(image).Length.ToString(CultureInfo.InvariantCulture);
    }

    // From the content, so that it is the same in every build; hashed with a name, so that it is no root hash of anything.
    private static string Salt(string bundle) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("bsp bundle " + FileHashes.Compute(bundle))));
}
