namespace Bsp.Kconfig.Parsing.Lexing;

/// <summary>
/// Makes tokens of a file's bytes, statement by statement. Comments, strings and help texts are searched for their ends;
/// only words are looked at byte by byte, as they are too short for anything else to pay.
/// </summary>
/// <param name="text">The file's bytes.</param>
/// <param name="rules">How the dialect's lexer works.</param>
/// <param name="warnings">Receives what is skipped.</param>
internal sealed partial class Lexer(byte[] text, LexRules rules, List<LexWarning> warnings)
{
    private int _position;
    private int _line = 1;
    private int _lineStart;

    /// <summary>The line that comes next, from 1.</summary>
    public int Line => _line;

    /// <summary>Reads the next statement's tokens; empty lines and comments are skipped.</summary>
    /// <returns>False at the end of the file.</returns>
    public bool Read(TokenBuffer tokens)
    {
        tokens.Clear();
        while (_position < text.Length)
        {
            var character = text[_position];
            switch (character)
            {
                case (byte)' ' or (byte)'\t':
                    _position++;
                    continue;
                case (byte)'\n':
                    NextLine(1);
                    if (tokens.Count > 0)
                        return true;
                    continue;
                case (byte)'#':
                    _position = LineEnd();
                    continue;
                case (byte)'\\' when _position + 1 < text.Length && text[_position + 1] == (byte)'\n':
                    NextLine(2);
                    continue;
                case (byte)'"' or (byte)'\'':
                    tokens.Add(Quoted(tokens.Count == 0 ? _line : tokens.Tokens[0].Line));
                    continue;
            }
            if (IsWord(character, tokens.Count == 0) || (character == (byte)'$' && rules.Macros))
                tokens.Add(Word(tokens.Count == 0));
            else
                Operator(tokens);
        }
        if (tokens.Count == 0)
            return false;
        warnings.Add(new(_line, Column(_position), LexWarning.NoNewLine));
        return true;
    }

    /// <summary>Reads the help text after a <c>help</c> statement.</summary>
    /// <returns>Where it is in the file.</returns>
    public (int Start, int Length) ReadHelp()
    {
        var start = _position;
        var length = HelpText.Skip(text, ref _position, ref _line);
        _lineStart = text.AsSpan(0, _position).LastIndexOf((byte)'\n') + 1;
        return (start, length);
    }

    private void NextLine(int length)
    {
        _position += length;
        _lineStart = _position;
        _line++;
    }

    private int Column(int offset) => offset - _lineStart + 1;

    private bool IsWord(byte character, bool first) => (rules.OldWords && !first ? OldWordBytes : WordBytes)[character];

    private int LineEnd()
    {
        var length = text.AsSpan(_position).IndexOf((byte)'\n');
        return length < 0 ? text.Length : _position + length;
    }
}
