using System.Text.Json.Serialization;

namespace Bsp.Build.Sources;

/// <summary>A file that is pinned: another content is not accepted.</summary>
public sealed record LockedFile
{
    /// <summary>The file's name, such as <c>rauc_1.8-2_arm64.deb</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Where it is below the Debian archive's root, such as <c>pool/main/r/rauc/rauc_1.8-2_arm64.deb</c>; null when
    /// <see cref="Url"/> says it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path { get; init; }

    /// <summary>Where it is when it does not come from Debian's archive.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Url { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Its SHA-256 in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }
}
