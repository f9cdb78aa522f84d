using System.Globalization;
using System.Text;

namespace Bsp.Model;

/// <summary>
/// Reads JSON (RFC 8259). The analyzer does not use System.Text.Json, because the compiler loads a copy of its own, of another version.
/// </summary>
internal sealed class JsonParser
{
    // Deeper than any configuration; a deeper text must not overflow the compiler's stack.
    private const int MaximumDepth = 64;

    private readonly string _text;
    private int _position;

    private JsonParser(string text) => _text = text;

    /// <summary>Reads one value.</summary>
    /// <exception cref="ModelException">It is not JSON; the message has line and column.</exception>
    public static DataNode Parse(string text)
    {
        var parser = new JsonParser(text);
        var value = parser.Value(0);
        parser.SkipBlanks();
        return parser._position == text.Length ? value : throw parser.Error("the end is expected");
    }

    private char Next => _position < _text.Length ? _text[_position] : '\0';

    private DataNode Value(int depth)
    {
        if (depth > MaximumDepth)
            throw Error("it is nested too deeply");
        SkipBlanks();
        switch (Next)
        {
            case '{':
                return new DataObject(List('}', () =>
                {
                    SkipBlanks();
                    var name = String();
                    SkipBlanks();
                    Expect(':');
                    return new DataMember(name, Value(depth + 1));
                }));
            case '[':
                return new DataList(List(']', () => Value(depth + 1)));
            case '"':
                return new DataText(String());
            default:
                return Literal();
        }
    }

    private Seq<T> List<T>(char close, Func<T> item)
    {
        var items = new List<T>();
        _position++;
        SkipBlanks();
        while (Next != close)
        {
            if (items.Count > 0)
                Expect(',');
            items.Add(item());
            SkipBlanks();
        }

        _position++;
        return Seq<T>.Of(items);
    }

    private string String()
    {
        Expect('"');
        var text = new StringBuilder();
        while (Next != '"')
        {
            if (Next < ' ')
                throw Error(_position < _text.Length ? "a string has a control character" : "a string does not end");
            text.Append(Next == '\\' ? Escape() : Next);
            _position++;
        }

        _position++;
        return text.ToString();
    }

    private char Escape()
    {
        _position++;
        switch (Next)
        {
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case '"' or '\\' or '/':
                return Next;
            case 'u':
                return Enumerable.Range(0, 4).Aggregate('\0', (code, _) => (char)((code * 16) + HexDigit()));
            default:
                throw Error("there is no such escape");
        }
    }

    private int HexDigit()
    {
        _position++;
        return Next switch
        {
            >= '0' and <= '9' => Next - '0',
            >= 'a' and <= 'f' => Next - 'a' + 10,
            >= 'A' and <= 'F' => Next - 'A' + 10,
            _ => throw Error("a hexadecimal digit is expected"),
        };
    }

    private DataLiteral Literal()
    {
        var start = _position;
        while (Next is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '+' or '.' or 'E')
            _position++;
        var text = _text.Substring(start, _position - start);
        if (text is "true" or "false" or "null" || IsNumber(text))
            return new(text);
        _position = start;
        throw Error("a value is expected");
    }

    // RFC 8259, section 6: no leading zeros, no plus, digits on both sides of the point.
    private static bool IsNumber(string text)
    {
        var at = 0;
        if (at < text.Length && text[at] == '-')
            at++;
        var first = at;
        if (!Digits() || (text[first] == '0' && at > first + 1))
            return false;
        if (at < text.Length && text[at] == '.' && !(++at > 0 && Digits()))
            return false;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-')
                at++;
            if (!Digits())
                return false;
        }

        return at == text.Length;

        bool Digits()
        {
            var from = at;
            while (at < text.Length && text[at] is >= '0' and <= '9')
                at++;
            return at > from;
        }
    }

    private void Expect(char expected)
    {
        if (Next != expected)
            throw Error($"'{expected}' is expected");
        _position++;
    }

    private void SkipBlanks()
    {
        while (Next is ' ' or '\t' or '\n' or '\r')
            _position++;
    }

    private ModelException Error(string what)
    {
        var before = _text.Substring(0, _position);
        var line = before.Count(c => c == '\n') + 1;
        return new(
            $"this is not JSON: {what} in line {line.ToString(CultureInfo.InvariantCulture)}, "
            + $"column {(_position - before.LastIndexOf('\n')).ToString(CultureInfo.InvariantCulture)}");
    }
}
