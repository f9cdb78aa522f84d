namespace Bsp.Sarif;

/// <summary>A position in a file.</summary>
/// <param name="File">The file: an absolute path, or one relative to <paramref name="Base"/>.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Base">What a relative path is relative to, such as <c>%SRCROOT%</c>; null for the folder that the program ran in.</param>
public sealed record SarifLocation(string File, int Line, string? Base = null)
{
    /// <summary>From which column to which line and column, each from 1, the last one past the end; null for the whole line.</summary>
    public (int StartColumn, int EndLine, int EndColumn)? Extent { get; init; }

    // RFC 3986: whatever a name has in it, only slashes separate.
    internal string Address => new Uri(File, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } uri
        ? uri.AbsoluteUri
        : Uri.EscapeDataString(File).Replace("%2F", "/", StringComparison.Ordinal);
}
