using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bsp.Build;

namespace Bsp.Infix.Porting;

/// <summary>What a port has left in a checkout, committed there: which files are whole ours, and which lines of shared files.</summary>
/// <remarks>Kept apart from the files, as JSON, licences and defconfigs have no place for a mark.</remarks>
internal sealed record PortManifest
{
    /// <summary>Where it is in a checkout. Buildroot and Infix read no hidden files there.</summary>
    public const string FilePath = "board/.bsp-port.json";

    /// <summary>Where the next one is while a port writes files; renamed when all are written.</summary>
    public const string PendingPath = FilePath + ".next";

    private const int Version = 1;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The version of this format.</summary>
    public int SchemaVersion { get; init; } = Version;

    /// <summary>Says to whoever opens the file what it is.</summary>
    public string Note { get; init; } =
        "Written by Bsp ('./build.sh Port'): the files and lines of boards that are described there. Change them there, and port again.";

    /// <summary>The files, by their paths.</summary>
    public required SortedDictionary<string, PortedFile> Files { get; init; }

    /// <summary>The lines of shared files: by file and region, as <c>file#region</c>, and by board.</summary>
    public required SortedDictionary<string, SortedDictionary<string, IReadOnlyList<string>>> Lines { get; init; }

    /// <summary>One that records nothing.</summary>
    public static PortManifest Empty() => new() { Files = new(StringComparer.Ordinal), Lines = new(StringComparer.Ordinal) };

    /// <summary>Whether it records nothing.</summary>
    [JsonIgnore]
    public bool IsEmpty => Files.Count == 0 && Lines.Count == 0;

    /// <summary>Reads one.</summary>
    /// <param name="text">JSON.</param>
    /// <param name="path">Where it is, for messages.</param>
    /// <exception cref="BuildFailedException">It is none, or one that would have Port touch what it may not.</exception>
    public static PortManifest Parse(string text, string path)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<PortManifest>(text, Format) ?? throw new JsonException("it is 'null'");
            if (manifest.SchemaVersion != Version)
            {
                throw new BuildFailedException(
                    $"'{path}' has schemaVersion {manifest.SchemaVersion}, this Bsp knows {Version}; port with the Bsp that wrote it");
            }

            foreach (var (file, entry) in manifest.Files)
            {
                if (entry is null)
                    throw new JsonException($"it says nothing of '{file}'.");
                PortPath.Validate(file, $"'{path}'");
                Ids.Validate(entry.Board);
            }

            foreach (var (region, boards) in manifest.Lines)
            {
                if (boards is null || boards.Values.Any(x => x is null || x.Contains(null!)))
                    throw new JsonException($"it has no lines for '{region}'.");
                foreach (var board in boards.Keys)
                    Ids.Validate(board);
            }

            return manifest with
            {
                Files = new(manifest.Files, StringComparer.Ordinal),
                Lines = new(manifest.Lines, StringComparer.Ordinal),
            };
        }
        catch (JsonException exception)
        {
            throw new BuildFailedException(
                $"'{path}' is not a port record: {exception.Message} Restore it from git; where both sides of a merge changed it, "
                + "take either and port all boards again",
                exception);
        }
    }

    /// <summary>The boards' lines in a region.</summary>
    public BoardLines LinesOf(string region) => Lines.TryGetValue(region, out var lines) ? new(lines) : BoardLines.None;

    /// <summary>The text of the file.</summary>
    public string ToText() => JsonSerializer.Serialize(this, Format) + "\n";
}

/// <summary>A file that a port has written.</summary>
/// <param name="Board">The board that it belongs to.</param>
/// <param name="Sha256">The hash of what was written, in lower-case hexadecimal.</param>
internal sealed record PortedFile(string Board, string Sha256);
