namespace Bsp.Infix.Tests.Reading.DeviceTrees;

/// <summary>Reads the nodes of one source, whose macros are expanded; nothing is merged with what it includes.</summary>
internal sealed class DtsReader(List<DtsToken> tokens)
{
    private readonly JsonObject _edits = [];
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);
    private int _at;

    /// <summary>A label → the node that it is given to.</summary>
    public IReadOnlyDictionary<string, string> Labels => _labels;

    /// <summary>
    /// A node → a property → its value, in the form of the reference data; a deleted property has a ! before its name, a deleted node
    /// the property <c>!node</c>.
    /// </summary>
    public JsonObject Read()
    {
        while (_at < tokens.Count)
            ReadStatement("");
        return _edits;
    }

    private void ReadStatement(string node)
    {
        var labels = new List<string>();
        var word = Next().Text;
        for (; word is [.., ':'] or "/omit-if-no-ref/"; word = Next().Text)
        {
            if (word is [.. var label, ':'])
                labels.Add(label);
        }

        if (word == ";")
            return;
        if (word == "/delete-node/")
            Set(Inside(node, Next().Text), "!node", true);
        else if (word == "/delete-property/")
            Set(node, "!" + Next().Text, true);
        else if (word is ['/', _, .., '/'])
            SkipTo(";");
        else if (Take("{"))
            ReadNode(Inside(node, word), labels);
        else if (Take("="))
            Set(node, word, ReadValue());
        else
            Set(node, word, true);
        Take(";");
    }

    private void ReadNode(string node, List<string> labels)
    {
        foreach (var label in labels)
            _labels[label] = node;
        while (!Take("}"))
            ReadStatement(node);
    }

    private JsonNode ReadValue()
    {
        var parts = new JsonArray();
        while (!Peek(";"))
        {
            if (!Take(","))
                parts.Add(ReadPart());
        }

        return parts.Count == 1 ? parts[0]!.DeepClone() : parts;
    }

    private JsonObject ReadPart()
    {
        var token = Next();
        if (token.IsString)
            return new() { ["s"] = token.Text };
        switch (token.Text)
        {
            case "<":
                return new() { ["c"] = ReadCells() };
            case "[":
                return new() { ["b"] = string.Concat(Until("]").Select(x => x.Text)) };
            case "/incbin/":
                return new() { ["incbin"] = Until(")")[1].Text };
            case ['&', ..]:
                return new() { ["ref"] = token.Text };
            default:
                return new() { ["macro"] = token.Text };
        }
    }

    /// <summary>The cells of <c>&lt;…&gt;</c>; a macro's call or an expression in brackets is one cell, written without blanks.</summary>
    private JsonArray ReadCells()
    {
        var cells = new JsonArray();
        while (!Take(">"))
        {
            var token = Next();
            if (token.Is(","))
                continue;
            var text = token.Is("(") ? Brackets("(") : token.Text;
            if (Peek("(") && !tokens[_at].SpaceBefore)
                text += Brackets(Next().Text);
            cells.Add(text);
        }

        return cells;
    }

    private string Brackets(string open)
    {
        var (text, depth) = (open, 1);
        while (depth > 0)
        {
            var token = Next();
            depth += token.Is("(") ? 1 : token.Is(")") ? -1 : 0;
            text += token.Text;
        }

        return text;
    }

    private static string Inside(string node, string name) => (node, name) switch
    {
        (_, ['&', '{', .. var path, '}']) => path,
        ("", _) or (_, ['&', ..]) => name,
        ("/", _) => "/" + name,
        _ => node + "/" + name,
    };

    private void Set(string node, string property, JsonNode value) => Properties(node)[property] = value;

    private JsonObject Properties(string node)
    {
        if (_edits[node] is not JsonObject properties)
            _edits[node] = properties = [];
        return properties;
    }

    private List<DtsToken> Until(string end)
    {
        var taken = new List<DtsToken>();
        for (var token = Next(); !token.Is(end); token = Next())
            taken.Add(token);
        return taken;
    }

    private void SkipTo(string end)
    {
        while (!Peek(end))
            _at++;
    }

    private bool Peek(string text) => _at < tokens.Count
        ? tokens[_at].Is(text)
        : throw new FormatException($"the source ends where '{text}' could stand");

    private bool Take(string text)
    {
        if (_at >= tokens.Count || !tokens[_at].Is(text))
            return false;
        _at++;
        return true;
    }

    private DtsToken Next() => _at < tokens.Count ? tokens[_at++] : throw new FormatException("the source ends within a node");
}
