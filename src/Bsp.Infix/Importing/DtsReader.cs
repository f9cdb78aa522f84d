using System.Globalization;
using Bsp.Model;

namespace Bsp.Infix.Importing;

/// <summary>A device-tree source as its author wrote it: macros stay names, and what it includes from elsewhere stays included.</summary>
internal sealed class DtsDocument
{
    /// <summary>Nodes at the top, in order: <c>/</c>, <c>&amp;label</c> or an absolute path.</summary>
    public List<DtNode> Nodes { get; } = [];

    /// <summary>What is included and is not beside the file, without brackets.</summary>
    public List<string> Includes { get; } = [];

    /// <summary>Whether it is an overlay, whose own root is not part of a tree.</summary>
    public bool IsOverlay { get; set; }
}

/// <summary>Reads device-tree sources into the nodes that a record has. What a record cannot say is left out and noted.</summary>
/// <param name="source">The board's files.</param>
/// <param name="member">The member of the record that the nodes are for.</param>
internal sealed class DtsReader(ImportSource source, string member)
{
    // Sources that include each other would never end.
    private const int DeepestInclude = 16;

    private List<SourceToken> _tokens = [];
    private int _at;

    private SourceToken? Token => _at < _tokens.Count ? _tokens[_at] : null;

    /// <summary>Reads a file with what it includes from its own folder; null when there is no such file.</summary>
    /// <param name="path">Relative to the checkout.</param>
    public DtsDocument? Read(string path)
    {
        if (source.Lines(path) is not { } lines)
            return null;
        var document = new DtsDocument();
        Read(lines, document, 0);
        return document;
    }

    private void Read(IReadOnlyList<SourceLine> lines, DtsDocument document, int depth)
    {
        var (outer, outerAt) = (_tokens, _at);
        (_tokens, _at) = (SourceLexer.DeviceTree(lines), 0);
        while (Token is { } token)
        {
            if (token.Text.StartsWith("#include", StringComparison.Ordinal) && !token.IsText)
                Include(token, document, depth);
            else if (token.Text is "/dts-v1/" or "/plugin/" && !token.IsText)
                Begin(token, document);
            else if (token.Is("/") && document.IsOverlay)
                LeaveOut(token, "the root of an overlay is applied to nothing; what is for the root of the tree belongs in '&{/}'");
            else if (token.Text is ['/'] or ['&', ..] && !token.IsText)
                document.Nodes.AddRange(TopNode(token));
            else if (token.Is("}"))
                source.Todo(member, Next(token).Line, "it closes no node");
            else
                LeaveOut(token, "it is outside any node");
        }

        (_tokens, _at) = (outer, outerAt);
    }

    private void Begin(SourceToken token, DtsDocument document)
    {
        document.IsOverlay |= token.Text == "/plugin/";
        Skip();
    }

    private void Include(SourceToken token, DtsDocument document, int depth)
    {
        _at++;
        var name = token.Text["#include".Length..].Trim().Trim('"', '<', '>');
        document.IsOverlay |= name.EndsWith(".dtso", StringComparison.Ordinal);
        var beside = token.Line.File[..(token.Line.File.LastIndexOf('/') + 1)] + name;
        if (name.Split('/').Any(x => x is "" or "." or "..") || source.Lines(beside) is not { } lines)
            document.Includes.Add(name);
        else if (depth == DeepestInclude)
            source.Todo(member, token.Line, "files include each other without end");
        else
            Read(lines, document, depth + 1);
    }

    private IEnumerable<DtNode> TopNode(SourceToken token)
    {
        _at++;
        var name = token.Text is ['&', '{', .. var path, '}'] ? path : token.Text;
        if (Token is not { } open || !open.Is("{"))
        {
            LeaveOut(token, "no node begins here");
            return [];
        }

        return source.Attempt(member, token.Line, () => Body(name, null)) is { } node ? Flatten(node) : [];
    }

    // A record writes /soc/mmc@0 where a source has to spell out the nodes above.
    private static IEnumerable<DtNode> Flatten(DtNode node) =>
        node.Name[0] == '/'
            && node is { Properties.Count: 0, DeleteProperties.Count: 0, DeleteNodes.Count: 0, Label: null, Nodes.Count: > 0 }
            ? node.Nodes.SelectMany(child => Flatten(child with { Name = (node.Name == "/" ? "" : node.Name) + "/" + child.Name }))
            : [node];

    private DtNode Body(string name, string? label)
    {
        var (properties, nodes, goneProperties, goneNodes) = (new List<DtProperty>(), new List<DtNode>(),
            new List<string>(), new List<string>());
        for (_at++; Token is { } token && !token.Is("}");)
        {
            if (token.Is("/delete-property/") || token.Is("/delete-node/"))
            {
                (token.Is("/delete-node/") ? goneNodes : goneProperties).Add(_at + 1 < _tokens.Count ? _tokens[_at + 1].Text : "");
                Skip();
            }
            else if (token.Text.StartsWith("#include", StringComparison.Ordinal))
            {
                LeaveOut(token, "an include is inside a node");
            }
            else
            {
                Member(token, properties, nodes);
            }
        }

        _at++;
        if (Token is { } end && end.Is(";"))
            _at++;
        return new(name, Seq<DtProperty>.Of(properties))
        {
            Label = label,
            Nodes = Seq<DtNode>.Of(nodes),
            DeleteProperties = [.. goneProperties],
            DeleteNodes = [.. goneNodes],
        };
    }

    private void Member(SourceToken token, List<DtProperty> properties, List<DtNode> nodes)
    {
        string? label = null;
        while (Token is { IsText: false, Text: [.., ':'] } named)
        {
            if (label is not null)
                source.Todo(member, named.Line, "a record gives a node one label");
            label ??= named.Text[..^1];
            _at++;
        }

        var name = Token?.Text ?? "";
        _at++;
        if (Token is { } open && open.Is("{"))
        {
            if (source.Attempt(member, token.Line, () => Body(name, label)) is { } node)
                nodes.Add(node);
        }
        else if (Token is { } sign && (sign.Is(";") || sign.Is("=")))
        {
            var (first, isOpen) = (_at, sign.Is("="));
            if (source.Attempt(member, token.Line, () => new DtProperty(name, isOpen ? Values() : [])) is { } property && label is null)
            {
                properties.Add(property);
                if (Token is { } end && end.Is(";"))
                    _at++;
            }
            else
            {
                _at = first;
                Skip();
            }
        }
        else
        {
            LeaveOut(token, "neither a node nor a property");
        }
    }

    private Seq<DtValue> Values()
    {
        var values = new List<DtValue>();
        do
        {
            _at++;
            values.Add(Token switch
            {
                { IsText: true } text => new DtString(Next(text).Text),
                { Text: "<" } => Cells(),
                { Text: "[" } => Bytes(),
                _ => throw new ModelException("a record has texts, cells and bytes only"),
            });
        }
        while (Token is { } comma && comma.Is(","));
        return Token is { } end && end.Is(";") ? Seq<DtValue>.Of(values) : throw new ModelException("the value does not end with ';'");
    }

    private DtCells Cells()
    {
        var cells = new List<DtCell>();
        for (_at++; Token is { } token && !token.Is(">"); _at++)
        {
            cells.Add(token.Text switch
            {
                _ when token.IsText => throw new ModelException("a string is among the cells"),
                ['&', '{', .. var path, '}'] => path,
                ['&', .. var label] => label,
                "(" => throw new ModelException("a record has no expressions; write the number"),
                var word when Number(word) is { } number => number,
                var word => DtCell.Macro(word + Arguments()),
            });
        }

        _at++;
        return new(Seq<DtCell>.Of(cells));
    }

    // PDO_VAR(5000, 20000, 3000): a macro with arguments is one cell of a record.
    private string Arguments()
    {
        if (_at + 1 >= _tokens.Count || !_tokens[_at + 1].Is("("))
            return "";
        var text = "";
        do
            text += _tokens[++_at].Text;
        while (_at + 1 < _tokens.Count && !_tokens[_at].Is(")"));
        return text;
    }

    private DtBytes Bytes()
    {
        var digits = "";
        for (_at++; Token is { } token && !token.Is("]"); _at++)
            digits += token.Text;
        _at++;
        try
        {
            return new(Seq<byte>.Of(Convert.FromHexString(digits)));
        }
        catch (FormatException)
        {
            throw new ModelException("bytes are two hexadecimal digits each");
        }
    }

    private static uint? Number(string word) =>
        word.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? uint.TryParse(word.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : null
            : uint.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (word.Length == 1 || word[0] != '0')
            ? number
            : null;

    private SourceToken Next(SourceToken token)
    {
        _at++;
        return token;
    }

    private void LeaveOut(SourceToken token, string why)
    {
        source.Todo(member, token.Line, why);
        Skip();
    }

    // To the end of what begins here: a statement, or a node with all in it.
    private void Skip()
    {
        for (var depth = 0; Token is { } token; _at++)
        {
            depth += token.Is("{") ? 1 : token.Is("}") ? -1 : 0;
            if (depth < 0)
                return;
            if (depth == 0 && (token.Is(";") || (token.Text.StartsWith('#') && !token.IsText)))
            {
                _at++;
                return;
            }
        }
    }
}
