using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bsp.Build.Results;

/// <summary>What a result was made from: <c>manifest.json</c>, as <c>docs/schemas/manifest-1.json</c> describes it.</summary>
public sealed record Manifest
{
    /// <summary>The file's name beside the results.</summary>
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The format.</summary>
    public string Schema { get; init; } = "bsp-manifest/1";

    /// <summary>The board's id.</summary>
    public required string Board { get; init; }

    /// <summary>The distribution's id.</summary>
    public required string Distribution { get; init; }

    /// <summary>What RAUC compares before it installs.</summary>
    public required string Compatible { get; init; }

    /// <summary>The firmware's version.</summary>
    public required string Version { get; init; }

    /// <summary>The date of everything in it, as ISO 8601 in UTC.</summary>
    public required string Date { get; init; }

    /// <summary>The commit of the repository, with <c>-dirty</c> when files differed from it.</summary>
    public required string Revision { get; init; }

    /// <summary>One hash for all inputs of all steps.</summary>
    public required string Inputs { get; init; }

    /// <summary>The root filesystem's verity hash: two devices of a release have the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? VerityRoot { get; init; }

    /// <summary>The results, by name.</summary>
    public required IReadOnlyList<ManifestFile> Files { get; init; }

    /// <summary>Everything that was taken from elsewhere, by source.</summary>
    public required IReadOnlyList<ManifestSource> Sources { get; init; }

    /// <summary>The Debian packages of the machine whose programs took part, with their versions.</summary>
    public required IReadOnlyDictionary<string, string> HostPackages { get; init; }

    /// <summary>SHA-256 of the public keys, by name.</summary>
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>Whether the keys were made for development.</summary>
    public required bool DevelopmentKeys { get; init; }

    /// <summary>Reads the manifest of a folder; null when there is none, or one of another format.</summary>
    public static Manifest? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<Manifest>(File.ReadAllText(Path.Combine(folder, FileName)), Json);
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The file's text.</summary>
    public string ToText() => JsonSerializer.Serialize(this, Json) + "\n";
}

/// <summary>A result.</summary>
/// <param name="Name">Its name in the folder.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Sha256">Its hash.</param>
public sealed record ManifestFile(string Name, long Size, string Sha256);

/// <summary>A source of the lock file.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Packages">Its packages.</param>
public sealed record ManifestSource(string Name, IReadOnlyList<ManifestPackage> Packages);

/// <summary>A package that was taken from elsewhere.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Architecture">Debian's name of its architecture, or <c>source</c>.</param>
/// <param name="Files">Its files.</param>
public sealed record ManifestPackage(string Name, string Version, string Architecture, IReadOnlyList<ManifestFile> Files);
