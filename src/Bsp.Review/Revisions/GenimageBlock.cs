namespace Bsp.Review.Revisions;

/// <summary>A block of a genimage configuration: its kind, its name, values and blocks in it (libconfuse's format).</summary>
internal sealed class GenimageBlock
{
    private readonly List<GenimageBlock> _blocks = [];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private GenimageBlock(string kind, string name) => (Kind, Name) = (kind, name);

    /// <summary>Its kind, such as <c>partition</c>.</summary>
    public string Kind { get; }

    /// <summary>Its name; empty where it has none.</summary>
    public string Name { get; }

    /// <summary>A value; null where there is none.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>The blocks of a kind in it.</summary>
    public IEnumerable<GenimageBlock> Blocks(string kind) => _blocks.Where(block => block.Kind == kind);

    /// <summary>Reads a configuration as a block around all of it.</summary>
    public static GenimageBlock Read(string text)
    {
        var root = new GenimageBlock("", "");
        var open = new Stack<GenimageBlock>([root]);
        foreach (var line in text.Split('\n').Select(line => line.Trim()))
        {
            if (line.EndsWith('{') && !line.StartsWith('#') && !line.Contains('='))
            {
                var words = line[..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                var block = new GenimageBlock(words.FirstOrDefault() ?? "", string.Join(' ', words.Skip(1)).Trim('"'));
                open.Peek()._blocks.Add(block);
                open.Push(block);
            }
            else if (line.EndsWith('{'))
            {
                // A list over several lines: its closing brace is counted as a block's.
                open.Push(new("", ""));
            }
            else if (line == "}" && open.Count > 1)
            {
                open.Pop();
            }
            else if (line.IndexOf('=') is > 0 and var equals && !line.StartsWith('#'))
            {
                open.Peek()._values[line[..equals].Trim()] = Value(line[(equals + 1)..].Trim());
            }
        }

        return root;
    }

    private static string Value(string text) => text.StartsWith('"')
        ? text[1..Math.Max(1, text.LastIndexOf('"'))]
        : text.Split(' ')[0];
}
