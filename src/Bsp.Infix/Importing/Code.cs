namespace Bsp.Infix.Importing;

/// <summary>A piece of C#: the lines of an expression or of a comment, indented from its own start.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="IsComment">Whether nothing may follow it.</param>
internal sealed record Code(IReadOnlyList<string> Lines, bool IsComment = false)
{
    private const string Indent = "    ";

    // What a reviewer sees without scrolling.
    private const int Width = 140;

    /// <summary>An expression on one line.</summary>
    public static Code Of(string line) => new([line]);

    /// <summary>A comment.</summary>
    public static Code Comment(string text) => new(["// " + text], IsComment: true);

    /// <summary>Whether it fits on a line with others.</summary>
    public bool IsShort => Lines.Count == 1 && !IsComment;

    /// <summary>Text before it; a list of several lines begins a line of its own.</summary>
    public Code Prefix(string text) =>
        Lines is ["[", _, ..] ? new([text.TrimEnd(), .. Lines]) : new([text + Lines[0], .. Lines.Skip(1)], IsComment);

    /// <summary>Text after the last line.</summary>
    public Code Suffix(string text) => IsComment ? this : new([.. Lines.SkipLast(1), Lines[^1] + text]);

    /// <summary>A list between two brackets, on one line where it fits.</summary>
    /// <param name="head">What precedes the opening bracket.</param>
    /// <param name="open">The opening bracket.</param>
    /// <param name="items">The items.</param>
    /// <param name="close">The closing bracket.</param>
    public static Code List(string head, string open, IReadOnlyList<Code> items, string close)
    {
        var space = open == "{" ? " " : "";
        if (items.All(x => x.IsShort) && head.Length + items.Sum(x => x.Lines[0].Length + 2) < Width)
            return Of(head + open + (items.Count == 0 ? "" : space + string.Join(", ", items.Select(x => x.Lines[0])) + space) + close);
        // A bracket of arguments stays with its name; others begin a line of their own.
        string[] before = open == "(" || head.Length == 0 ? [head + open] : [head.TrimEnd(), open];
        var comma = open == "(" ? items.Count - 1 : items.Count;
        return new(
            [.. before, .. items.SelectMany((x, i) => x.Suffix(i < comma ? "," : "").Lines)
                .Select(x => x.Length == 0 ? x : Indent + x), close]);
    }
}
