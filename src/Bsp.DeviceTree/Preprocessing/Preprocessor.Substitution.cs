namespace Bsp.DeviceTrees.Preprocessing;

/// <content>A macro's body with arguments for its parameters (C11, sections 6.10.3.1 to 6.10.3.3; replace_args in gcc's libcpp).</content>
internal sealed partial class Preprocessor
{
    // Whether padding is put before arguments in a directive as well: the name of a header may be made of them.
    private bool _isHeader;

    /// <summary>A macro's body with arguments for its parameters.</summary>
    private List<Token> Substitute(Macro macro, List<List<Token>> arguments)
    {
        var expanded = new List<Token>?[arguments.Count];
        ExpandUsed(macro.Body);
        var result = new List<Token>(macro.Body.Length);
        Put(macro.Body, optional: null);
        return result;

        // All at once, also those that __VA_OPT__ then leaves out.
        void ExpandUsed(MacroPart[] body)
        {
            for (var i = 0; i < body.Length; i++)
            {
                if (body[i].Optional is { } optional)
                    ExpandUsed(optional);
                else if (body[i] is { Parameter: >= 0, IsString: false, IsPasted: false } part && !IsAfterPaste(body, i))
                    Argument(part.Parameter);
            }
        }

        List<Token> Argument(int number) => expanded[number] ??= ExpandAlone(arguments[number]);

        // Puts parts after what is there; those of __VA_OPT__ after a token, -1 where there was none.
        void Put(MacroPart[] body, int? optional)
        {
            for (var i = 0; i < body.Length; i++)
            {
                var part = body[i];
                var isPadded = (i > 0 || optional is not null) && !IsAfterPaste(body, i);
                if (part.Optional is not null)
                    PutOptional(part, isPadded);
                else if (part.Parameter < 0)
                    result.Add(part.Token.Pasted(part.IsPasted));
                else
                    PutArgument(part, isPadded, IsAfterPaste(body, i), optional);
            }
        }

        void PutArgument(MacroPart part, bool isPadded, bool isAfterPaste, int? optional)
        {
            var tokens = part.IsString ? [Stringify(arguments[part.Parameter])]
                : part.IsPasted || isAfterPaste ? Raw(arguments[part.Parameter])
                : Argument(part.Parameter);
            var (last, skipped, pasted) = (result.Count - 1, 0, -1);
            if (isAfterPaste && !part.IsString && !part.IsPasted && last >= 0)
            {
                // A comma goes with further arguments that are left out, and is never glued to them (gcc's manual, "Variadic Macros").
                if (result[last].Is(',') && macro.IsVariadic && part.Parameter == arguments.Count - 1)
                {
                    if (ReferenceEquals(arguments[part.Parameter], s_omitted))
                        result.RemoveAt(last);
                    else
                        pasted = last;
                }
                else if (tokens.Count == 0)
                {
                    pasted = last;
                }
            }

            var isFirstOfOptional = optional >= 0 && optional == last;
            if (isFirstOfOptional && !part.IsString && !part.IsPasted && !isAfterPaste)
            {
                while (skipped < tokens.Count && tokens[skipped].IsPadding)
                    skipped++;
            }

            if (isPadded && !isFirstOfOptional && (!_isDirective || _isHeader))
                result.Add(Paddings.Before(part.Token));
            for (var i = skipped; i < tokens.Count; i++)
                result.Add(tokens[i]);
            if (part.IsPasted && skipped < tokens.Count)
                pasted = result.Count - 1;
            if (!_isDirective && !part.IsPasted)
                result.Add(Paddings.After);
            if (pasted >= 0)
                result[pasted] = result[pasted].Pasted(part.IsPasted);
        }

        void PutOptional(MacroPart part, bool isPadded)
        {
            if (isPadded)
                result.Add(Paddings.Before(part.Token));
            var start = result.Count - 1;
            if (Argument(arguments.Count - 1).Exists(token => !token.IsPadding))
                Put(part.Optional!, start);
            if (part.IsString)
            {
                var tokens = PasteAll(result.GetRange(start + 1, result.Count - start - 1));
                result.RemoveRange(start + 1, result.Count - start - 1);
                result.Add(Stringify(tokens).Pasted(part.IsPasted));
                return;
            }

            if (start >= 0 && start == result.Count - 1)
                result[start] = result[start].Pasted(false);
            if (!part.IsPasted)
            {
                result.Add(Paddings.After);
                return;
            }

            while (result.Count - 1 > start && result[result.Count - 1].IsSourceless)
                result.RemoveAt(result.Count - 1);
            if (result.Count > 0 && !result[result.Count - 1].IsPadding)
                result[result.Count - 1] = result[result.Count - 1].Pasted(true);
        }
    }

    private static bool IsAfterPaste(MacroPart[] body, int index) => index > 0 && body[index - 1].IsPasted;

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

        var (contexts, isAlone, reads) = (_contexts, _isAlone, _readsArguments);
        (_contexts, _isAlone, _readsArguments, _depth) = ([new(tokens, -1, -1)], true, false, _depth + 1);
        while (TryNext(out var token) && !_stopped)
        {
            if (!isCondition || !TryOperator(token, result))
                ExpandOr(token, add);
            if (result.Count > MaximumTextLength / 16)
                Stop("a macro's argument expands to too much");
        }

        (_contexts, _isAlone, _readsArguments, _depth) = (contexts, isAlone, reads, _depth - 1);
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

    private static Token Stringify(List<Token> argument)
    {
        var text = new List<byte> { (byte)'"' };
        var padding = Padding.None;
        foreach (var token in argument)
        {
            if (token.IsPadding)
            {
                padding = padding.With(token);
                continue;
            }

            if (text.Count > 1 && padding.HasBlank(token))
                text.Add((byte)' ');
            padding = Padding.None;
            var isLiteral = token.IsLiteral;
            foreach (var c in token.Text)
            {
                if (isLiteral && c is (byte)'"' or (byte)'\\')
                    text.Add((byte)'\\');
                text.Add(c);
            }
        }

        text.Add((byte)'"');
        return MakeToken([.. text], -1, TokenFlags.None);
    }
}
