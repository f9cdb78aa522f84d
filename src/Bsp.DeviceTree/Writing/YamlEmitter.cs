using System.Globalization;
using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>Lays out YAML as libyaml's emitter does with its defaults: indented by two, lists in brackets broken after column 80.</summary>
internal sealed class YamlEmitter
{
    private const int BestWidth = 80;
    private const int MaximumSimpleKeyLength = 128;

    private readonly StringBuilder _text = new();
    private readonly Stack<int> _indents = new();
    private readonly Stack<bool> _hasItems = new();
    private int _indent;
    private int _column;
    private bool _isAfterBlank = true;
    private bool _isAtIndent = true;

    /// <summary>Begins a document that is a list of one thing.</summary>
    public void BeginDocument()
    {
        Indicate("---", needsBlank: true);
        Indent();
        Indicate("-", needsBlank: true, keepsIndent: true);
    }

    /// <summary>Ends it.</summary>
    /// <returns>The text.</returns>
    public string EndDocument()
    {
        Indent();
        Indicate("...", needsBlank: true);
        Indent();
        return _text.ToString();
    }

    /// <summary>Begins a mapping, each key on a line of its own.</summary>
    public void BeginMapping()
    {
        _indents.Push(_indent);
        _indent += 2;
    }

    public void EndMapping() => _indent = _indents.Pop();

    /// <summary>Writes a mapping without keys.</summary>
    public void EmptyMapping()
    {
        Indicate("{", needsBlank: true, isBlank: true);
        Indicate("}");
    }

    /// <summary>Writes a key.</summary>
    /// <param name="name">The key, of the characters that names in sources have.</param>
    /// <param name="quoteTag">What precedes a key that needs quotes; null for nothing.</param>
    public void Key(string name, string? quoteTag)
    {
        Indent();
        var isComplex = name.Length > MaximumSimpleKeyLength;
        if (isComplex)
            Indicate("?", needsBlank: true, keepsIndent: true);
        if (IsPlain(name))
        {
            Scalar(name);
        }
        else
        {
            if (quoteTag is not null)
                Scalar(quoteTag);
            Scalar("'" + name + "'");
        }

        if (isComplex)
        {
            Indent();
            Indicate(":", needsBlank: true, keepsIndent: true);
        }
        else
        {
            Indicate(":");
        }
    }

    /// <summary>Begins a list in brackets.</summary>
    public void BeginFlow(string? tag)
    {
        BeginItem();
        if (tag is not null)
            Scalar(tag);
        Indicate("[", needsBlank: true, isBlank: true);
        _indents.Push(_indent);
        _indent += 2;
        _hasItems.Push(false);
    }

    public void EndFlow()
    {
        _hasItems.Pop();
        _indent = _indents.Pop();
        Indicate("]");
    }

    /// <summary>Writes something without quotes.</summary>
    public void Plain(string text, string? tag = null)
    {
        BeginItem();
        if (tag is not null)
            Scalar(tag);
        Scalar(text);
    }

    /// <summary>Writes a text in double quotes; its characters are ASCII.</summary>
    public void Quoted(string text)
    {
        BeginItem();
        Indicate("\"", needsBlank: true);
        _indent += 2;
        var wasSpace = false;
        for (var i = 0; i < text.Length; i++)
        {
            var isSpace = text[i] == ' ';
            if (isSpace && !wasSpace && _column > BestWidth && i > 0 && i < text.Length - 1)
            {
                Indent();
                if (text[i + 1] == ' ')
                    Put("\\");
            }
            else
            {
                Put(Escaped(text[i]));
            }

            wasSpace = isSpace;
        }

        _indent -= 2;
        Indicate("\"");
    }

    private static string Escaped(char c) => c switch
    {
        '\0' => "\\0",
        '\a' => "\\a",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\v' => "\\v",
        '\f' => "\\f",
        '\r' => "\\r",
        '\x1b' => "\\e",
        '"' => "\\\"",
        '\\' => "\\\\",
        < ' ' or '\x7f' => "\\x" + ((int)c).ToString("X2", CultureInfo.InvariantCulture),
        _ => c.ToString(),
    };

    // Of the characters that names have, these mean something to YAML.
    private static bool IsPlain(string name) =>
        !(name is ['#' or '*' or '@' or ',', ..] or "-" or "?" or "" or ['-', '-', '-', ..] or ['.', '.', '.', ..]);

    private void BeginItem()
    {
        if (_hasItems.Count == 0)
            return;
        if (_hasItems.Pop())
            Indicate(",");
        _hasItems.Push(true);
        if (_column > BestWidth)
            Indent();
    }

    private void Scalar(string text)
    {
        if (!_isAfterBlank)
            Put(" ");
        Put(text);
        (_isAfterBlank, _isAtIndent) = (false, false);
    }

    private void Indicate(string indicator, bool needsBlank = false, bool isBlank = false, bool keepsIndent = false)
    {
        if (needsBlank && !_isAfterBlank)
            Put(" ");
        Put(indicator);
        (_isAfterBlank, _isAtIndent) = (isBlank, _isAtIndent && keepsIndent);
    }

    private void Indent()
    {
        if (!_isAtIndent || _column > _indent || (_column == _indent && !_isAfterBlank))
        {
            _text.Append('\n');
            _column = 0;
        }

        if (_column < _indent)
            Put(new(' ', _indent - _column));
        (_isAfterBlank, _isAtIndent) = (true, true);
    }

    private void Put(string text)
    {
        _text.Append(text);
        _column += text.Length;
    }
}
