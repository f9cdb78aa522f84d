using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Nuke.Common.IO;

/// <summary>A rooted path; <c>/</c> goes down.</summary>
[TypeConverter(typeof(Converter))]
public sealed class AbsolutePath
{
    private readonly string _path;

    private AbsolutePath(string path) => _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>The last part.</summary>
    public string Name => Path.GetFileName(_path);

    /// <summary>The folder that it is in, or null for the root.</summary>
    public AbsolutePath? Parent => Path.GetDirectoryName(_path) is { } parent ? new(parent) : null;

    /// <summary>Wraps a rooted path.</summary>
    /// <exception cref="ArgumentException">The path is relative.</exception>
    public static AbsolutePath Create(string path) =>
        Path.IsPathRooted(path) ? new(path) : throw new ArgumentException($"Path '{path}' must be rooted");

    /// <summary>Wraps a rooted path.</summary>
    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator AbsolutePath?(string? path) => path is null ? null : Create(path);

    /// <summary>The path as text.</summary>
    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator string?(AbsolutePath? path) => path?._path;

    /// <summary>A path below, or the same when <paramref name="right"/> is null.</summary>
    public static AbsolutePath operator /(AbsolutePath left, string? right) => new(Path.Combine(left._path, right ?? ""));

    /// <summary>The path with text appended.</summary>
    public static AbsolutePath operator +(AbsolutePath left, string? right) => new(left._path + right);

    /// <summary>Whether both are the same path.</summary>
    public static bool operator ==(AbsolutePath? a, AbsolutePath? b) => a?._path == b?._path;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(AbsolutePath? a, AbsolutePath? b) => !(a == b);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AbsolutePath other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_path);

    /// <inheritdoc/>
    public override string ToString() => _path;

    /// <summary>A relative parameter value is below the current folder.</summary>
    private sealed class Converter : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

        public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            new AbsolutePath((string)value);
    }
}
