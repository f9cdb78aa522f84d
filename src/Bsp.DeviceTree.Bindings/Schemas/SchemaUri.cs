namespace Bsp.DeviceTrees.Bindings.Schemas;

/// <summary>What a <c>$ref</c> names: a binding, and a place in it.</summary>
/// <param name="Id">The binding.</param>
/// <param name="Pointer">The names on the way to the place.</param>
internal readonly record struct SchemaUri(string Id, IReadOnlyList<string> Pointer)
{
    /// <summary>Resolves a reference.</summary>
    /// <param name="id">The binding that it is in.</param>
    /// <param name="reference">The reference, which may be relative.</param>
    /// <returns>Null where it is none.</returns>
    public static SchemaUri? Resolve(string id, string reference)
    {
        if (!Uri.TryCreate(id, UriKind.Absolute, out var around) || !Uri.TryCreate(around, reference, out var uri))
            return null;
        var pointer = Uri.UnescapeDataString(uri.Fragment.TrimStart('#')).Trim('/');
        var whole = uri.GetLeftPart(UriPartial.Query);
        return new(
            // A slash after the name of a file means nothing (Python's RefResolver).
            (pointer.Length == 0 ? whole.TrimEnd('/') : whole) + "#",
            pointer.Length == 0
                ? []
                : [.. pointer.Split('/')
                    .Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))]);
    }

    /// <inheritdoc/>
    public override string ToString() => Id + string.Concat(Pointer.Select(part => "/" + part));
}
