using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bsp.Build;

namespace Bsp.Firmware.Images;

/// <summary>
/// What the kernel must know to verify a root filesystem (Documentation/admin-guide/device-mapper/verity.rst): <c>verity.json</c>.
/// </summary>
/// <param name="Root">The root hash, in hexadecimal.</param>
/// <param name="Salt">The salt, in hexadecimal.</param>
/// <param name="Blocks">The number of data blocks; the hash tree starts right after them.</param>
public sealed record VerityParameters(string Root, string Salt, long Blocks)
{
    /// <summary>Bytes in a data block and in a hash block.</summary>
    public const int BlockSize = 4096;

    private const string FileName = "verity.json";
    private const int SectorSize = 512;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    /// <summary>The number of 512-byte sectors of data, as device-mapper tables count.</summary>
    [JsonIgnore]
    public long Sectors => Blocks * (BlockSize / SectorSize);

    /// <summary>The values of the placeholders in the slot scripts.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Placeholders => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["VERITY_ROOT"] = Root,
        ["VERITY_SALT"] = Salt,
        ["VERITY_BLOCKS"] = Blocks.ToString(CultureInfo.InvariantCulture),
        ["VERITY_SECTORS"] = Sectors.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Reads the file in the output of a <see cref="VerityStep"/>.</summary>
    public static VerityParameters Read(string folder) =>
        JsonSerializer.Deserialize<VerityParameters>(File.ReadAllText(Path.Combine(folder, FileName)), Json)
        ?? throw new BuildFailedException($"'{Path.Combine(folder, FileName)}' is empty");

    internal void Write(string folder) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Json) + "\n");
}
