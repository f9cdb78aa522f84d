namespace Bsp.DeviceTrees.Preprocessing;

/// <content>A macro's body with arguments for its parameters (C11, sections 6.10.3.1 to 6.10.3.3; replace_args in gcc's libcpp).</content>
internal sealed partial class Preprocessor
{
    /// <summary>A macro's body with arguments for its parameters.</summary>
    private List<Token> Substitute(Macro macro, Token name, List<List<Token>> arguments, out bool endsSpaced)
    {
        var result = new List<Token>(macro.Body.Length);
        endsSpaced = Substitute(macro.Body, macro, arguments, new List<Token>?[arguments.Count], result);
        if (result.Count > 0)
            result[0] = result[0].Spaced(result[0].HasSpace || name.HasSpace);
        else
            endsSpaced |= name.HasSpace;
        return result;
    }

    /// <returns>Whether a blank is after it.</returns>
    private bool Substitute(
        MacroPart[] body, Macro macro, List<List<Token>> arguments, List<Token>?[] expanded, List<Token> result)
    {
        // Whether the part before is glued to this one, whether it is there to be, where its tokens begin, and whether a blank is before
        // them: the blank before an argument that is empty counts, but for that of the first part, which is the name's.
        var (isPasting, isGlued, first, hasSpace, isFirst) = (false, false, result.Count, false, true);
        for (var i = 0; i < body.Length; i++)
        {
            var part = body[i];
            if (!isPasting)
            {
                hasSpace = (hasSpace && result.Count == first) || (part.Token.HasSpace && !isFirst);
                (first, isFirst) = (result.Count, false);
            }

            isGlued = isPasting && result.Count > first;
            if (part.Optional is { } optional)
            {
                var tokens = new List<Token>();
                if (Argument(macro.Parameters!.Length - 1).Count > 0)
                    Substitute(optional, macro, arguments, expanded, tokens);
                else
                    ExpandUnused(optional);
                if (part.IsString)
                    Append(Stringify(tokens, part.Token));
                else
                    AppendAll(tokens);
            }
            else if (part.Parameter < 0)
            {
                Append(part.Token);
                // A comma goes with further arguments that are left out, and is never glued to them (gcc's manual, "Variadic Macros").
                if (part.IsPasted && part.Token.Is(',') && macro.IsVariadic
                    && body[i + 1] is { IsPasted: false, Parameter: var further } && further == macro.Parameters!.Length - 1)
                {
                    if (ReferenceEquals(arguments[arguments.Count - 1], s_omitted))
                        result.RemoveAt(result.Count - 1);
                    // Nor are its blanks theirs.
                    (first, hasSpace) = (result.Count, arguments[arguments.Count - 1] is [{ HasSpace: true }, ..]);
                }
            }
            else if (part.IsString)
            {
                Append(Stringify(arguments[part.Parameter], part.Token));
            }
            else
            {
                AppendAll(part.IsPasted || isPasting ? Raw(arguments[part.Parameter]) : Argument(part.Parameter));
            }

            isPasting = part.IsPasted;
        }

        return hasSpace && result.Count == first;

        List<Token> Argument(int number) => expanded[number] ??= ExpandAlone(arguments[number]);

        // For what is wrong in them, and for what they count.
        void ExpandUnused(MacroPart[] optional)
        {
            for (var j = 0; j < optional.Length; j++)
            {
                if (optional[j] is { Parameter: >= 0, IsString: false, IsPasted: false } unused && (j == 0 || !optional[j - 1].IsPasted))
                    Argument(unused.Parameter);
            }
        }

        void Append(Token token)
        {
            // What is glued to nothing comes after the blank before that.
            if (isGlued)
                Glue(result, token);
            else
                result.Add(token.Spaced(hasSpace));
            isGlued = false;
        }

        void AppendAll(List<Token> tokens)
        {
            if (tokens.Count > 0)
                Append(tokens[0]);
            for (var j = 1; j < tokens.Count; j++)
                result.Add(tokens[j]);
        }
    }

    // What is glued is expanded only with the whole: as if it stood where the macro's name does.
    private static List<Token> Raw(List<Token> argument) => argument.ConvertAll(token => token.With(token.Flags & ~TokenFlags.Argument));

    /// <summary>An argument with its macros expanded, as if it were all that there is.</summary>
    private List<Token> ExpandAlone(List<Token> tokens, bool isCondition = false)
    {
        if (!isCondition && !HasMacro(tokens))
            return tokens;
        var result = new List<Token>(tokens.Count);
        Action<Token> add = result.Add;
        if (_depth == MaximumExpansionDepth)
        {
            Stop("macros are nested too deeply in arguments");
            return result;
        }

        var (contexts, isAlone, reads, isSpaced) = (_contexts, _isAlone, _readsArguments, _isSpaced);
        (_contexts, _isAlone, _readsArguments, _depth, _isSpaced) = ([new(tokens, -1, -1)], true, false, _depth + 1, false);
        while (TryNext(out var token) && !_stopped)
        {
            if (!isCondition || !TryOperator(token, result))
                ExpandOr(token, add);
            if (result.Count > MaximumTextLength / 16)
                Stop("a macro's argument expands to too much");
        }

        if (_isSpaced && result.Count > 0)
            result[result.Count - 1] = result[result.Count - 1].With(result[result.Count - 1].Flags | TokenFlags.SpaceAfter);
        (_contexts, _isAlone, _readsArguments, _depth, _isSpaced) = (contexts, isAlone, reads, _depth - 1, isSpaced);
        return result;
    }

    private bool HasMacro(List<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (_macros[token.Id] is not null)
                return true;
        }

        return false;
    }

    // The signs of C that have two characters; here they are two tokens.
    private static bool IsSign(byte[] text) => text.Length == 2 && (char)text[0] switch
    {
        '<' or '>' or '+' or '&' or '|' or '#' => text[1] == text[0] || (text[1] == '=' && text[0] != '#'),
        '=' or '!' or '*' or '/' or '%' or '^' => text[1] == '=',
        '-' => text[1] is (byte)'-' or (byte)'>' or (byte)'=',
        _ => false,
    };

    // In assembler mode what does not make one token stays two: pin-##name.
    private void Glue(List<Token> result, Token right)
    {
        var left = result[result.Count - 1];
        var text = new byte[left.Length + right.Length];
        left.Text.CopyTo(text);
        right.Text.CopyTo(text.AsSpan(left.Length));
        var isWord = IsWord(text);
        if (isWord && Characters.IsLetter(text[0]))
            result[result.Count - 1] = MakeToken(text, _cache.Identifiers.IdOf(text), left);
        else if (isWord || Tokenizer.IsNumber(text))
            result[result.Count - 1] = MakeToken(text, -1, left);
        else
            result.Add(IsSign(text) ? right.Spaced(false).With(TokenFlags.Glued) : right.AsWritten);
    }

    private static bool IsWord(ReadOnlySpan<byte> text)
    {
        foreach (var c in text)
        {
            if (!Characters.IsIdentifier(c))
                return false;
        }

        return true;
    }

    private static Token Stringify(List<Token> argument, Token like)
    {
        var text = new List<byte> { (byte)'"' };
        for (var i = 0; i < argument.Count; i++)
        {
            if (i > 0 && argument[i].HasSpace)
                text.Add((byte)' ');
            var isLiteral = argument[i].IsLiteral;
            foreach (var c in argument[i].Text)
            {
                if (isLiteral && c is (byte)'"' or (byte)'\\')
                    text.Add((byte)'\\');
                text.Add(c);
            }
        }

        text.Add((byte)'"');
        return MakeToken([.. text], -1, like);
    }
}
