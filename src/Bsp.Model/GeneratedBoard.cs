namespace Bsp.Model;

/// <summary>A board on a distribution, with the artifacts that the generator wrote for the pair.</summary>
/// <param name="Board">The board.</param>
/// <param name="Distribution">The distribution.</param>
/// <param name="Files">The artifacts, in the order of their paths.</param>
public sealed record GeneratedBoard(Board Board, Distribution Distribution, Seq<GeneratedFile> Files)
{
    /// <summary>
    /// The name of the folder of its results, as in <c>artifacts/images</c>: the board's id, and on a distribution other than the
    /// default one <c>.</c> and its id.
    /// </summary>
    /// <remarks>
    /// Ids have no dots (BSP1002), so the names are unique. None is inside another, because such a folder is replaced as a whole.
    /// </remarks>
    public string ResultName => Board.Id + (Distribution.IsDefault ? "" : "." + Distribution.Id);
}

/// <summary>An artifact.</summary>
/// <param name="Path">The path below <c>boards/&lt;board&gt;/generated/&lt;distribution&gt;/</c>, with forward slashes.</param>
/// <param name="Text">The content: LF line ends, UTF-8 when written.</param>
public sealed record GeneratedFile(string Path, string Text);
