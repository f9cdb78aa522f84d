namespace Bsp.DeviceTrees;

/// <summary>How much a source says about where its parts come from.</summary>
public enum SourceAnnotations
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The file and the line: <c>-T</c>.</summary>
    Lines,

    /// <summary>The whole path, and lines and columns from the first to the last; also that a part has no position: <c>-T -T</c>.</summary>
    Spans,
}

/// <summary>How a tree is written as a source.</summary>
public sealed record SourceWriterOptions
{
    /// <summary>Whether a path that the source gives as a reference stays one: <c>&amp;label</c>. dtc writes the path itself.</summary>
    public bool KeepsPathReferences { get; init; }

    /// <summary>What comments say about where a part comes from.</summary>
    public SourceAnnotations Annotations { get; init; }

    /// <summary>The file that the tree was compiled from: <see cref="SourceAnnotations.Lines"/> names others as seen from it.</summary>
    public SourceFile? Origin { get; init; }
}
