namespace Bsp.Infix.Porting.Regions;

/// <summary>How a comment of one line is written.</summary>
/// <param name="Open">What begins it.</param>
/// <param name="Close">What ends it.</param>
internal sealed record CommentStyle(string Open, string Close)
{
    /// <summary>Of Kconfig, make, shell and YAML.</summary>
    public static CommentStyle NumberSign { get; } = new("# ", "");

    /// <summary>Of Markdown.</summary>
    public static CommentStyle Html { get; } = new("<!-- ", " -->");

    /// <summary>A comment.</summary>
    public string Line(string text) => Open + text + Close;
}
