using System.Text;

namespace Bsp.Review.DeviceTrees;

/// <summary>A node as a source has it.</summary>
/// <param name="Path">Its path, or what the source names it by: <c>/soc/mmc@1</c>, <c>&amp;uart0/pins</c>.</param>
/// <param name="Properties">Its properties as they are written, without blanks that mean nothing; empty for those without a value.</param>
internal sealed record WrittenNode(string Path, Dictionary<string, string> Properties);

/// <summary>
/// A device tree source, read for what it says and not compiled: labels, macros and references stay as they are written, and nothing that
/// it includes need be there.
/// </summary>
internal sealed class WrittenTree
{
    private const string Include = "/include/";

    private static readonly string[] Directives = ["#include", "#define", "#undef", "#if", "#ifdef", "#ifndef", "#else", "#elif", "#endif"];

    private readonly string _text;
    private readonly Dictionary<string, WrittenNode> _nodes = new(StringComparer.Ordinal);
    private readonly List<string> _includes = [];
    private int _at;

    private WrittenTree(string text) => _text = text;

    /// <summary>The nodes by path; one that is written several times is there once.</summary>
    public IReadOnlyDictionary<string, WrittenNode> Nodes => _nodes;

    /// <summary>What it includes, as it is written.</summary>
    public IReadOnlyList<string> Includes => _includes;

    /// <summary>Reads a source. Text that is none gives what can be understood of it.</summary>
    public static WrittenTree Read(string text)
    {
        var tree = new WrittenTree(text);
        tree.Read();
        return tree;
    }

    private void Read()
    {
        var open = new Stack<string>();
        var statement = new StringBuilder();
        while (_at < _text.Length)
        {
            switch (_text[_at])
            {
                case '#' when statement.Length == 0 && DirectiveHere() is { } directive:
                    if (directive.StartsWith("#include", StringComparison.Ordinal))
                        _includes.Add(directive["#include".Length..].Trim().Trim('"', '<', '>'));
                    break;
                case '/' when Starts("/*"):
                    SkipTo("*/");
                    break;
                case '/' when Starts("//"):
                    SkipTo("\n");
                    break;
                case '"':
                    AppendText(statement);
                    // Nothing ends it but the text.
                    if (statement.ToString() is var include && include.StartsWith(Include, StringComparison.Ordinal))
                    {
                        _includes.Add(include[Include.Length..].Trim(' ', '"'));
                        statement.Clear();
                    }

                    break;
                case '{' when open.Count < 1000:
                    open.Push(Open(Take(statement), open.Count > 0 ? open.Peek() : null));
                    _at++;
                    break;
                case '}':
                    open.TryPop(out _);
                    statement.Clear();
                    _at++;
                    break;
                case ';':
                    if (open.Count > 0)
                        AddProperty(open.Peek(), Take(statement));
                    statement.Clear();
                    _at++;
                    break;
                case var c:
                    Append(statement, c);
                    _at++;
                    break;
            }
        }
    }

    // Node addresses and labels before a name: label: other: name@1.
    private string Open(string header, string? parent)
    {
        var name = header.Split(':')[^1].Trim();
        var path = parent is null ? name : parent == "/" ? "/" + name : parent + "/" + name;
        if (path.Length == 0)
            path = "?";
        if (!_nodes.TryGetValue(path, out var node))
            _nodes.Add(path, node = new(path, new(StringComparer.Ordinal)));
        if (header.Length > name.Length)
            node.Properties["label"] = header[..^name.Length].TrimEnd(' ', ':');
        return path;
    }

    private void AddProperty(string path, string statement)
    {
        if (statement.Length == 0)
            return;
        var equals = statement.IndexOf('=');
        var (name, value) = equals < 0 ? (statement, "") : (statement[..equals].Trim(), statement[(equals + 1)..].Trim());
        _nodes[path].Properties[name] = value;
    }

    private static string Take(StringBuilder statement)
    {
        var text = statement.ToString().Trim();
        statement.Clear();
        return text;
    }

    // One blank for any.
    private static void Append(StringBuilder statement, char c)
    {
        if (!char.IsWhiteSpace(c))
            statement.Append(c);
        else if (statement.Length > 0 && statement[^1] != ' ')
            statement.Append(' ');
    }

    private void AppendText(StringBuilder statement)
    {
        do
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length)
                statement.Append(_text[_at++]);
            statement.Append(_text[_at++]);
        }
        while (_at < _text.Length && _text[_at] != '"');
        if (_at < _text.Length)
            statement.Append(_text[_at++]);
    }

    private string? DirectiveHere()
    {
        var end = _text.IndexOf('\n', _at);
        var line = end < 0 ? _text[_at..] : _text[_at..end];
        var word = line.Split(' ', '\t', '"', '<')[0];
        if (!Directives.Contains(word))
            return null;
        _at += line.Length;
        return line;
    }

    private bool Starts(string what) => string.CompareOrdinal(_text, _at, what, 0, what.Length) == 0;

    private void SkipTo(string what)
    {
        var end = _text.IndexOf(what, _at, StringComparison.Ordinal);
        _at = end < 0 ? _text.Length : end + what.Length;
    }
}
