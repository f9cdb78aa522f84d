namespace Bsp.Model;

/// <summary>A file or link in the root filesystem, or among what is copied to it once the device knows its product.</summary>
public abstract record RootEntry
{
    private protected RootEntry(RelativePath path) => Path = path;

    /// <summary>Where it is, without a leading slash.</summary>
    public RelativePath Path { get; init; }
}

/// <summary>A short file, whose text is in the record.</summary>
/// <param name="Path">Where it is, without a leading slash.</param>
/// <param name="Content">The text; one that begins with <c>#!</c> becomes executable.</param>
public sealed record TextFile(RelativePath Path, string Content) : RootEntry(Path);

/// <summary>A file that is kept next to the record, in the board's folder.</summary>
/// <param name="Path">Where it is in the root filesystem, without a leading slash.</param>
/// <param name="Source">Where it is in the board's folder, such as <c>led.sh</c>; text in UTF-8.</param>
public sealed record KeptFile(RelativePath Path, RelativePath Source) : RootEntry(Path);

/// <summary>A symbolic link.</summary>
/// <param name="Path">Where it is, without a leading slash.</param>
/// <param name="Target">What it points to on the device.</param>
public sealed record SymbolicLink(RelativePath Path, string Target) : RootEntry(Path)
{
    /// <summary>What it points to on the device.</summary>
    public string Target { get; init =>
        field = TextRules.Word(value, "a link's target", "/" + FileName.Punctuation); } =
        TextRules.Word(Target, "a link's target", "/" + FileName.Punctuation);
}
