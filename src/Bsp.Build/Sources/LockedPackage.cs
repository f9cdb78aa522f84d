using System.Text.Json.Serialization;

namespace Bsp.Build.Sources;

/// <summary>What kind of thing a package is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PackageKind>))]
public enum PackageKind
{
    /// <summary>A binary package of Debian.</summary>
    [JsonStringEnumMemberName("deb")]
    Deb,

    /// <summary>A source package of Debian: the upstream tarball and the one with Debian's patches.</summary>
    [JsonStringEnumMemberName("debsource")]
    DebSource,

    /// <summary>Files from anywhere else.</summary>
    [JsonStringEnumMemberName("file")]
    File,
}

/// <summary>One version of one package, with its files.</summary>
public sealed record LockedPackage
{
    /// <summary>The package's name, such as <c>rauc</c>.</summary>
    public required string Package { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public required PackageKind Kind { get; init; }

    /// <summary>Its version, such as <c>1.8-2</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The suite of Debian that it was found in, such as <c>bookworm</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Suite { get; init; }

    /// <summary>Debian's name of the architecture, <c>all</c>, or <c>source</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>Its files.</summary>
    public required IReadOnlyList<LockedFile> Files { get; init; }
}
