namespace Bsp.Infix.Tests.Reading.DeviceTrees;

/// <summary>Reads the nodes of one source; nothing is merged with what it includes, no label is resolved.</summary>
internal sealed class DtsReader(List<DtsToken> tokens)
{
    private readonly JsonObject _edits = [];
    private int _at;

    public JsonObject Read()
    {
        while (_at < tokens.Count)
            ReadStatement("");
        return _edits;
    }

    private void ReadStatement(string node)
    {
        var labels = new JsonArray();
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
            ReadNode(Inside(node, word));
        else if (Take("="))
            Set(node, word, ReadValue());
        else if (Peek("("))
            ReadMacro(node, word, labels);
        else
            Set(node, word, true);
        Take(";");
    }

    private void ReadNode(string node)
    {
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

    /// <summary>A call that stands for whole nodes, or as the name of one, as in <c>&amp;PIN(CHIP) { … }</c>.</summary>
    private void ReadMacro(string node, string name, JsonArray labels)
    {
        var start = _at;
        var brackets = Brackets(Next().Text);
        if (Take("{"))
        {
            ReadNode(Inside(node, name + brackets));
            return;
        }

        var call = new JsonObject { ["macro"] = name, ["args"] = string.Join(' ', tokens[start.._at]) };
        if (labels.Count > 0)
            call["labels"] = labels;
        if (Properties(node)["@macros"] is not JsonArray calls)
            Set(node, "@macros", calls = []);
        calls.Add(call);
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
