using System.Globalization;
using System.Text;

namespace Bsp.DeviceTrees.Language;

/// <content>The values of properties.</content>
internal sealed partial class DtsParser
{
    private bool TryValue(out PropertyValue value)
    {
        value = null!;
        _value.Clear();
        if (_token.Is('='))
        {
            do
            {
                Advance();
                TakeLabels();
                if (!ParsePiece())
                    return false;
                TakeLabels();
            }
            while (_token.Is(','));
        }

        value = _value.Build();
        return true;
    }

    private void TakeLabels()
    {
        while (_token.Kind == DtsTokenKind.Label)
            _value.Mark(MarkerKind.Label, TakeLabel());
    }

    private bool ParsePiece()
    {
        switch (_token.Kind)
        {
            case DtsTokenKind.String:
                _value.Mark(MarkerKind.String);
                AddUnescaped(_token);
                _value.Add((byte)0);
                Advance();
                return true;
            case DtsTokenKind.LabelReference or DtsTokenKind.PathReference:
                var reference = ReferenceOf(_token);
                _value.Mark(MarkerKind.String, reference);
                _value.Mark(MarkerKind.Path, reference, _lexer.SpanOf(_token));
                Advance();
                return true;
            case DtsTokenKind.Bits:
                Advance();
                return TryBits(out var bits) && Expect('<') && ParseCells(bits);
            case DtsTokenKind.Character when _token.Is('<'):
                Advance();
                return ParseCells(32);
            case DtsTokenKind.Character when _token.Is('['):
                Advance();
                return ParseBytes();
            case DtsTokenKind.IncludeBinary:
                Advance();
                return ParseIncludedBinary();
            default:
                return FailAtValue();
        }
    }

    private bool TryBits(out int bits)
    {
        bits = 32;
        if (_token.Kind != DtsTokenKind.Number || !TryPrimary(out var number))
            return FailInValue("a number of bits");
        if (number is 8 or 16 or 32 or 64)
            bits = (int)number;
        else
            Report(_lexer.SpanOf(_last), "Array elements must be 8, 16, 32 or 64-bits");
        return true;
    }

    private bool ParseCells(int bits)
    {
        _value.Mark(bits switch { 8 => MarkerKind.UInt8, 16 => MarkerKind.UInt16, 64 => MarkerKind.UInt64, _ => MarkerKind.UInt32 });
        while (!_token.Is('>'))
        {
            var start = _token;
            if (_token.Kind == DtsTokenKind.Label)
            {
                _value.Mark(MarkerKind.Label, TakeLabel());
            }
            else if (_token.Kind is DtsTokenKind.LabelReference or DtsTokenKind.PathReference)
            {
                if (bits == 32)
                    _value.Mark(MarkerKind.Phandle, ReferenceOf(_token), _lexer.SpanOf(_token));
                else
                    Report(_lexer.SpanOf(_token), "References are only allowed in arrays with 32-bit elements.");
                _value.Add(ulong.MaxValue, bits);
                Advance();
            }
            else if (_token.Kind is not (DtsTokenKind.Number or DtsTokenKind.CharacterLiteral) && !_token.Is('('))
            {
                return FailInCells();
            }
            else if (TryPrimary(out var number))
            {
                // It fits, or is a negative number that does.
                var mask = bits == 64 ? ulong.MaxValue : (1UL << bits) - 1;
                if (number > mask && (number | mask) != ulong.MaxValue)
                {
                    Report(
                        SpanFrom(start), string.Format(CultureInfo.InvariantCulture, "Value out of range for {0}-bit array element", bits));
                }

                if (KeepsMacroNames && SpanFrom(start) is { Text: { } text } span && text.Written(span.Start, span.End) is { } written)
                    _value.Mark(MarkerKind.Written, written, span);
                _value.Add(number, bits);
            }
            else
            {
                return false;
            }
        }

        Advance();
        return true;
    }

    private bool ParseBytes()
    {
        _value.Mark(MarkerKind.UInt8);
        while (!_token.Is(']'))
        {
            if (_token.Kind == DtsTokenKind.Label)
            {
                _value.Mark(MarkerKind.Label, TakeLabel());
            }
            else if (_token.Kind == DtsTokenKind.Byte)
            {
                var digits = _lexer.BytesOf(_token);
                _value.Add((byte)((HexDigit(digits[0]) << 4) | HexDigit(digits[1])));
                Advance();
            }
            else
            {
                return FailInBytes();
            }
        }

        Advance();
        return true;
    }

    private bool ParseIncludedBinary()
    {
        if (!Expect('('))
            return false;
        if (_token.Kind != DtsTokenKind.String)
            return Fail("the name of a file");
        var (name, span) = (Encoding.UTF8.GetString(Unescaped(_token)), _lexer.SpanOf(_token));
        Advance();
        var (skip, length) = (0UL, ulong.MaxValue);
        if (_token.Is(','))
        {
            Advance();
            if (!TryPrimary(out skip) || !Expect(',') || !TryPrimary(out length))
                return false;
        }

        if (!Expect(')'))
            return false;
        _value.Mark(MarkerKind.Blob);
        if (_lexer.Find(name) is not { } file)
        {
            Report(span, $"there is no file '{name}'");
            return true;
        }

        var bytes = file.Bytes.Slice((int)Math.Min(skip, (ulong)file.Length));
        _value.Add(bytes.Slice(0, (int)Math.Min(length, (ulong)bytes.Length)));
        return true;
    }

    private ReadOnlySpan<byte> Inner(DtsToken token) => _lexer.BytesOf(token).Slice(1, token.End - token.Start - 2);

    private void AddUnescaped(DtsToken token)
    {
        var inner = Inner(token);
        if (inner.IndexOf((byte)'\\') < 0)
            _value.Add(inner);
        else
            _value.Add(Unescaped(token));
    }

    /// <summary>The bytes of a text or character in quotes (scripts/dtc/util.c, get_escape_char).</summary>
    private byte[] Unescaped(DtsToken token)
    {
        var inner = Inner(token);
        var bytes = new List<byte>(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] != '\\' || i + 1 == inner.Length)
            {
                bytes.Add(inner[i]);
                continue;
            }

            var c = inner[++i];
            switch (c)
            {
                case (byte)'a': bytes.Add(7); break;
                case (byte)'b': bytes.Add(8); break;
                case (byte)'t': bytes.Add(9); break;
                case (byte)'n': bytes.Add(10); break;
                case (byte)'v': bytes.Add(11); break;
                case (byte)'f': bytes.Add(12); break;
                case (byte)'r': bytes.Add(13); break;
                case >= (byte)'0' and <= (byte)'7':
                    var octal = 0;
                    var digits = i + 3;
                    for (; i < inner.Length && i < digits && inner[i] is >= (byte)'0' and <= (byte)'7'; i++)
                        octal = (octal * 8) + inner[i] - '0';
                    i--;
                    bytes.Add(unchecked((byte)octal));
                    break;
                case (byte)'x':
                    var hex = 0;
                    var (first, end) = (i + 1, i + 3);
                    for (i = first; i < inner.Length && i < end && HexDigit(inner[i]) is >= 0 and var digit; i++)
                        hex = (hex * 16) + digit;
                    if (i == first)
                        Report(_lexer.SpanOf(token), "\\x used with no following hex digits");
                    i--;
                    bytes.Add((byte)hex);
                    break;
                default: bytes.Add(c); break;
            }
        }

        return [.. bytes];
    }

    private static int HexDigit(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        _ => -1,
    };
}
