using System.Diagnostics.CodeAnalysis;

namespace Bsp.Model;

/// <summary>
/// The path of a node: the names from the root or from an alias (Devicetree Specification 0.4, sections 2.2.3 and 3.3).
/// </summary>
public sealed record DtPath : CheckedText
{
    private DtPath(string value)
        : base(Checked(value))
    {
    }

    /// <summary>A node path, checked; null for null.</summary>
    /// <exception cref="ModelException">The text is not valid.</exception>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator DtPath?(string? value) => value is null ? null : new(value);

    private static string Checked(string path)
    {
        if (path == "/")
            return path;
        foreach (var name in (path is ['/', ..] ? path.Substring(1) : path).Split('/'))
            _ = (DtNodeName)name;
        return path;
    }
}
