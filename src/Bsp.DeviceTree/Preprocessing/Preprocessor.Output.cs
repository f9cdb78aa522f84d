namespace Bsp.DeviceTrees.Preprocessing;

/// <content>Writes text, and what macros in it stand for, with blanks where gcc has them (gcc/c-family/c-ppoutput.cc).</content>
internal sealed partial class Preprocessor
{
    private readonly Action<Token> _emit;

    // What was written last on this line, and the padding since then.
    private Token? _last;
    private Padding _padding;

    // Where in the file the macro is whose expansion is being written.
    private int _invocation;

    // The line after the one that was copied last to its end, and where that end is: what follows can be copied along with it.
    private (TokenizedFile? File, int Line, int End) _copied;

    /// <summary>Copies the current line, and whatever lines the arguments of its macros reach into.</summary>
    private void CopyLine()
    {
        var frame = _frame;
        var tokens = frame.File.Tokens;
        var (start, last, isFirst) = (-1, -1, true);
        _last = null;
        if (_padding != Padding.None)
            _padding = Padding.Open;
        // A line without a comment before it follows the one above as it does in the file; what begins with '#' has to begin a line.
        if (_copied.File == frame.File && _copied.Line + 1 == frame.Line && (tokens[frame.Next].Flags & TokenFlags.Comment) == 0
            && !frame.File.Is(frame.Next, '#'))
            start = _copied.End;
        else
            _output.Add('\n');
        _copied = default;
        while (frame.Next < frame.End)
        {
            ref readonly var token = ref tokens[frame.Next++];
            if (_macros[token.Id] is { } macro && (macro.Parameters is null || IsParenthesisNext()))
            {
                Flush();
                var name = frame.File[frame.Next - 1];
                _padding = _padding.With(Paddings.Before(isFirst ? name.With(TokenFlags.None) : name));
                // A blank is written before what is made of a macro, not as a part of it.
                if (_padding == Padding.Blank)
                {
                    _output.Add(' ');
                    _padding = Padding.Written;
                }

                _output.BeginExpansion(frame.File, token.Start);
                _invocation = token.Start;
                Expand(macro, name);
                isFirst = false;
                continue;
            }

            if ((token.Flags & TokenFlags.Comment) != 0)
                Flush();
            if (start < 0)
            {
                if (!isFirst || _padding != Padding.None)
                    Separate(frame.File[frame.Next - 1]);
                (start, _padding) = (token.Start, Padding.None);
            }

            (last, isFirst) = (frame.Next - 1, false);
        }

        if (start >= 0)
            _copied = (frame.File, frame.Line, tokens[last].End);
        Flush();

        void Flush()
        {
            // Nothing follows the line above when a macro begins this one.
            if (start < 0)
                return;
            if (last < 0)
            {
                _output.Add('\n');
            }
            else
            {
                _output.Copy(frame.File, start, tokens[last].End - start);
                _last = frame.File[last];
            }

            start = -1;
        }
    }

    /// <summary>Writes what a macro's name stands for.</summary>
    private void Expand(Macro macro, Token name)
    {
        // Most stand for a number.
        if (macro is { Parameters: null, Body: [{ Token: { Id: < 0 } number }] })
        {
            Emit(number);
            Emit(Paddings.After);
            return;
        }

        if (!Invoke(macro, name))
            Emit(name);
        while (_contexts.Count > 0 && !_stopped)
        {
            if (TryNext(out var token))
                ExpandOr(token, _emit);
        }
    }

    private void Emit(Token token)
    {
        if (token.IsPadding)
        {
            _padding = _padding.With(token);
            return;
        }

        Separate(token);
        _output.Add(token.Text);
        (_last, _padding) = (token, Padding.None);
        if (_output.Length > MaximumTextLength)
            Stop("the text grows beyond 64 MiB; a macro expands to too much");
    }

    // Where something has been expanded, tokens are kept apart that were apart before; and a '#' that begins a line is no directive.
    private void Separate(Token token)
    {
        var isLoose = _padding is Padding.Open or Padding.Tight;
        if (_padding.HasBlank(token) || (isLoose && (_last is { } last ? Paddings.WouldMerge(last, token) : token.Is('#'))))
            _output.Add(' ');
    }
}
