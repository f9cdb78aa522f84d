namespace Bsp.DeviceTrees.Preprocessing;

/// <content>Tokens that <c>##</c> glues to each other (C11, section 6.10.3.3; paste_tokens in gcc's libcpp).</content>
internal sealed partial class Preprocessor
{
    /// <summary>Whether this is a name or a number: nothing but letters, digits and <c>_</c>.</summary>
    public static bool IsWord(ReadOnlySpan<byte> text)
    {
        foreach (var c in text)
        {
            if (!Characters.IsIdentifier(c))
                return false;
        }

        return true;
    }

    /// <summary>Glues what follows to a token of an expansion, which is read then.</summary>
    private void Paste(Context context, Token left)
    {
        var next = context.Next;
        left = Pasted(left, context.Tokens, ref next);
        context.Next = next;
        _contexts.Add(new([left], -1, -1));
    }

    /// <summary>Tokens with all glued to each other that are to be.</summary>
    private List<Token> PasteAll(List<Token> tokens)
    {
        var result = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            var token = tokens[i++];
            result.Add(token.IsPasted ? Pasted(token, tokens, ref i) : token);
        }

        return result;
    }

    // In assembler mode what does not make one token stays two: pin-##name.
    private Token Pasted(Token left, List<Token> tokens, ref int next)
    {
        while (left.IsPasted && next < tokens.Count)
        {
            var right = tokens[next];
            if (right.IsPadding)
            {
                next++;
                break;
            }

            var text = new byte[left.Length + right.Length];
            left.Text.CopyTo(text);
            right.Text.CopyTo(text.AsSpan(left.Length));
            var isName = Characters.IsLetter(text[0]) && IsWord(text);
            // gcc keeps a '/' from beginning a comment.
            if (!isName && ((left.Is('/') && !right.Is('=')) || !Tokenizer.IsOne(text)))
                break;
            next++;
            var flags = (left.Flags & TokenFlags.Space) | (right.Flags & TokenFlags.Pasted);
            left = MakeToken(text, isName ? _cache.Identifiers.IdOf(text) : -1, flags);
        }

        return left.Pasted(false);
    }
}
