using System.Globalization;
using System.Text;

namespace Bsp.DeviceTrees.Preprocessing;

/// <content>Text and the macros in it (C11, section 6.10.3, in the order of work of gcc's libcpp/macro.cc).</content>
internal sealed partial class Preprocessor
{
    /// <summary>gcc, in assembler mode, makes something else of it without a word.</summary>
    internal const string HashBetweenArguments = "a line that begins with '#' between a macro's arguments: gcc takes the '#' for a comma";

    // gcc's limit is the stack, as is this one.
    private const int MaximumExpansionDepth = 2_000;

    // What is being read instead of the file: expansions, the innermost last.
    private List<Context> _contexts = [];

    // The further arguments of a call that has none, not even an empty one.
    private static readonly List<Token> s_omitted = [];

    private readonly Action<Token> _emit;

    // Macros whose expansion is being read: their names then stand for themselves.
    private readonly HashSet<Macro> _active = [];

    // Whether an argument is expanded by itself: what follows it in the file is none of its business.
    private bool _isAlone;
    private bool _readsArguments;
    private int _depth;

    // Whether the last token that an expansion has written began with a quote: such may end in what looks like a word.
    private bool _endsInQuote;

    // Where in the file the macro is whose expansion is being written.
    private int _invocation;

    // The line after the one that was copied last to its end, and where that end is: what follows can be copied along with it.
    private (TokenizedFile? File, int Line, int End) _copied;

    /// <summary>Copies the current line, and whatever lines the arguments of its macros reach into.</summary>
    private void CopyLine()
    {
        var frame = _frame;
        var tokens = frame.File.Tokens;
        var (start, end, isFirst) = (-1, 0, true);
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
                if (token.HasSpace && !isFirst)
                    _output.Add(' ');
                _output.BeginExpansion(frame.File, token.Start);
                _invocation = token.Start;
                Expand(macro, frame.File[frame.Next - 1].Spaced(false));
                isFirst = false;
                continue;
            }

            if ((token.Flags & TokenFlags.Comment) != 0)
                Flush();
            if (start < 0)
            {
                if (!isFirst && (token.HasSpace || WouldMerge(frame.File.Bytes.AsSpan(token.Start, 1))))
                    _output.Add(' ');
                start = token.Start;
            }

            (end, isFirst) = (token.End, false);
        }

        if (start >= 0)
            _copied = (frame.File, frame.Line, end);
        Flush();

        void Flush()
        {
            // Nothing follows the line above when a macro begins this one.
            if (start >= 0 && end <= start)
                _output.Add('\n');
            else if (start >= 0)
                _output.Copy(frame.File, start, end - start);
            (start, _endsInQuote) = (-1, false);
        }
    }

    /// <summary>Writes what a macro's name stands for.</summary>
    private void Expand(Macro macro, Token name)
    {
        // Most stand for a number.
        if (macro is { Parameters: null, Body: [{ Token: { Id: < 0 } number }] })
        {
            Emit(number.Spaced(false));
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

    private void ExpandOr(Token token, Action<Token> take)
    {
        if (_macros[token.Id] is not { } macro || (token.Flags & TokenFlags.Painted) != 0 || !Invoke(macro, token))
            take(token);
    }

    private void Emit(Token token)
    {
        if (token.HasSpace || ((token.Flags & TokenFlags.Glued) == 0 && WouldMerge(token.Text)))
            _output.Add(' ');
        _output.Add(token.Text);
        _endsInQuote = token.IsQuoted;
        if (_output.Length > MaximumTextLength)
            Stop("the text grows beyond 64 MiB; a macro expands to too much");
    }

    // Two words that an expansion brings together stay two, as with gcc's cpp_avoid_paste.
    private bool WouldMerge(ReadOnlySpan<byte> text) =>
        !_endsInQuote && _output.Length > 0 && Characters.IsIdentifier(text[0]) && Characters.IsIdentifier(_output.Last);

    private void Stop(string text)
    {
        var start = _frame.File.Lines[Math.Max(0, _frame.Line - 1)].Start;
        if (!_stopped)
            Report(start, start, text);
        _stopped = true;
    }

    /// <summary>Begins to read the expansion of a macro; false when it takes arguments and there are none.</summary>
    private bool Invoke(Macro macro, Token name)
    {
        if (macro.BuiltIn != BuiltIn.None)
        {
            if (TextOf(macro.BuiltIn, name) is not { } text)
                return false;
            Push([MakeToken(text, name)], null, -1);
            return true;
        }

        var origin = (name.Flags & TokenFlags.Argument) != 0 ? name.Start : -1;
        if (macro.Parameters is null)
        {
            Push(Substitute(macro, name, []), macro, origin);
            return true;
        }

        if (!IsParenthesisNext())
            return false;
        if (ReadArguments(macro, name) is { } arguments)
            Push(Substitute(macro, name, arguments), macro, origin);
        return true;
    }

    private void Push(List<Token> tokens, Macro? macro, int origin)
    {
        if (macro is not null)
            _active.Add(macro);
        _contexts.Add(new(tokens, macro, origin));
    }

    private string? TextOf(BuiltIn builtIn, Token name)
    {
        switch (builtIn)
        {
            case BuiltIn.File:
                return Quoted(_frame.PresumedName);
            case BuiltIn.BaseFile:
                return Quoted(_frames.Last().File.Source.Path);
            case BuiltIn.Line:
                return (_frame.File.Locate(OriginOf(name)).Line + _frame.PresumedLines).ToString(CultureInfo.InvariantCulture);
            case BuiltIn.IncludeLevel:
                return (_frames.Count - 1).ToString(CultureInfo.InvariantCulture);
            case BuiltIn.Counter:
                return _counter++.ToString(CultureInfo.InvariantCulture);
        }

        Stop(
            builtIn switch
            {
                BuiltIn.Poisoned => $"'{name}' is poisoned by #pragma GCC poison",
                BuiltIn.HasInclude => $"'{name}' is an operator of #if and #elif",
                _ => $"'{name}' would make another tree with each build",
            });
        return null;
    }

    private static string Quoted(string path) => "\"" + path.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    /// <summary>Where in the file a token comes from: it is there itself, between arguments, or the macro is that it is made of.</summary>
    private int OriginOf(Token name)
    {
        if (_isDirective)
            return _frame.File.Lines[_frame.Line - 1].Start;
        if ((name.Flags & TokenFlags.Argument) != 0)
            return name.Start;
        for (var i = _contexts.Count - 1; i >= 0; i--)
        {
            if (_contexts[i].Origin >= 0)
                return _contexts[i].Origin;
        }

        return _invocation;
    }

    private static Token MakeToken(string text, Token like) => MakeToken(Encoding.UTF8.GetBytes(text), -1, like);

    private static Token MakeToken(byte[] text, int id, Token like) => new(text, 0, text.Length, id, like.Flags & TokenFlags.Space);

    /// <summary>The next token: of an expansion, or while arguments are read of the file.</summary>
    /// <returns>False when what was being read has ended.</returns>
    private bool TryNext(out Token token)
    {
        while (_contexts.Count > 0)
        {
            var context = _contexts[_contexts.Count - 1];
            if (context.Next < context.Tokens.Count)
            {
                token = Paint(context.Tokens[context.Next++]);
                return true;
            }

            EndContext();
        }

        token = default;
        if (_isAlone || !_readsArguments)
            return false;
        var isNewLine = _frame.Next == _frame.End;
        while (_frame.Next == _frame.End)
        {
            if (_frame.Line == _frame.File.Lines.Length)
                return false;
            if (!NextLine())
                _frame.Next = _frame.End;
        }

        token = Paint(_frame.File[_frame.Next++]);
        if (isNewLine && token.Is('#'))
            Report(token.Start, token.End, HashBetweenArguments);
        token = token.With(token.Flags | TokenFlags.Argument | (isNewLine ? TokenFlags.Space : TokenFlags.None));
        return true;
    }

    private void EndContext()
    {
        if (_contexts[_contexts.Count - 1].Macro is { } macro)
            _active.Remove(macro);
        _contexts.RemoveAt(_contexts.Count - 1);
    }

    private Token Paint(Token token) =>
        _active.Count > 0 && _macros[token.Id] is { } macro && _active.Contains(macro)
            ? token.With(token.Flags | TokenFlags.Painted)
            : token;

    private bool IsParenthesisNext()
    {
        while (_contexts.Count > 0)
        {
            var context = _contexts[_contexts.Count - 1];
            if (context.Next < context.Tokens.Count)
                return context.Tokens[context.Next].Is('(');
            EndContext();
        }

        if (_isAlone)
            return false;
        if (_frame.Next < _frame.End)
            return _frame.File.Is(_frame.Next, '(');
        // Arguments may begin on the next line.
        return !_isDirective && _frame.Line < _frame.File.Lines.Length
            && _frame.File.Lines[_frame.Line] is { Directive: Directive.None } line
            && _frame.File.Is(line.First, '(');
    }

    private List<List<Token>>? ReadArguments(Macro macro, Token name)
    {
        var outer = _readsArguments;
        _readsArguments = true;
        TryNext(out _);
        List<List<Token>> arguments = [[]];
        var depth = 0;
        while (true)
        {
            if (!TryNext(out var token))
            {
                Stop($"the arguments of '{name}' do not end");
                return null;
            }

            if (token.Is(')') && depth-- == 0)
                break;
            if (token.Is('('))
                depth++;
            if (token.Is(',') && depth == 0 && !(macro.IsVariadic && arguments.Count == macro.Parameters!.Length))
                arguments.Add([]);
            else
                arguments[arguments.Count - 1].Add(token);
        }

        _readsArguments = outer;
        return CheckArgumentCount(macro, name, arguments);
    }

    private List<List<Token>>? CheckArgumentCount(Macro macro, Token name, List<List<Token>> arguments)
    {
        var wanted = macro.Parameters!.Length;
        if (wanted == 0 && arguments.Count == 1 && arguments[0].Count == 0)
            arguments.Clear();
        if (macro.IsVariadic && arguments.Count == wanted - 1)
            arguments.Add(s_omitted);
        else if (macro.IsVariadic && wanted == 1 && arguments[0].Count == 0)
            arguments[0] = s_omitted;
        if (arguments.Count == wanted)
            return arguments;
        Report(
            name.Start, name.End,
            $"the macro '{name}' takes {wanted} argument(s) and is given "
            + $"{arguments.Count}{(macro.Position is { } position ? $"; it is defined at {position}" : "")}");
        return null;
    }

    /// <summary>A macro's body with arguments for its parameters.</summary>
    private List<Token> Substitute(Macro macro, Token name, List<List<Token>> arguments)
    {
        var result = new List<Token>(macro.Body.Length);
        Substitute(macro.Body, macro, arguments, new List<Token>?[arguments.Count], result);
        if (result.Count > 0)
            result[0] = result[0].Spaced(name.HasSpace);
        return result;
    }

    private void Substitute(
        MacroPart[] body, Macro macro, List<List<Token>> arguments, List<Token>?[] expanded, List<Token> result)
    {
        // Whether the part before is glued to this one, whether it is there to be, and where its tokens begin.
        var (isPasting, isGlued, first, hasSpace) = (false, false, result.Count, false);
        for (var i = 0; i < body.Length; i++)
        {
            var part = body[i];
            if (!isPasting)
                (first, hasSpace) = (result.Count, part.Token.HasSpace);
            isGlued = isPasting && result.Count > first;
            if (part.Optional is { } optional)
            {
                var tokens = new List<Token>();
                if (Argument(macro.Parameters!.Length - 1).Count > 0)
                    Substitute(optional, macro, arguments, expanded, tokens);
                if (part.IsString)
                    Append(Stringify(tokens, part.Token));
                else
                    AppendAll(tokens);
            }
            else if (part.Parameter < 0)
            {
                Append(part.Token);
                // A comma goes with further arguments that are left out, and is never glued to them (gcc's manual, "Variadic Macros").
                if (part.IsPasted && part.Token.Is(',') && macro.IsVariadic && body[i + 1].Parameter == macro.Parameters!.Length - 1)
                {
                    if (ReferenceEquals(arguments[arguments.Count - 1], s_omitted))
                        result.RemoveAt(result.Count - 1);
                    first = result.Count;
                }
            }
            else if (part.IsString)
            {
                Append(Stringify(arguments[part.Parameter], part.Token));
            }
            else
            {
                AppendAll(part.IsPasted || isPasting ? arguments[part.Parameter] : Argument(part.Parameter));
            }

            isPasting = part.IsPasted;
        }

        List<Token> Argument(int number) => expanded[number] ??= ExpandAlone(arguments[number]);

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
        (_contexts, _isAlone, _readsArguments, _depth) = ([new(tokens, null, -1)], true, false, _depth + 1);
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

    // In assembler mode what does not make one token stays two: pin-##name.
    private void Glue(List<Token> result, Token right)
    {
        var left = result[result.Count - 1];
        var text = new byte[left.Length + right.Length];
        left.Text.CopyTo(text);
        right.Text.CopyTo(text.AsSpan(left.Length));
        var isWord = text.All(Characters.IsIdentifier);
        if (isWord && Characters.IsLetter(text[0]))
            result[result.Count - 1] = MakeToken(text, _cache.Identifiers.IdOf(text), left);
        else if (isWord || Tokenizer.IsNumber(text))
            result[result.Count - 1] = MakeToken(text, -1, left);
        else
            result.Add(right.With((right.Flags & ~TokenFlags.Space) | TokenFlags.Glued));
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

    /// <summary>Tokens that are read instead of the file.</summary>
    private sealed class Context(List<Token> tokens, Macro? macro, int origin)
    {
        public List<Token> Tokens => tokens;

        public Macro? Macro => macro;

        /// <summary>Where the macro's name is in the file, when it is between arguments; -1 otherwise.</summary>
        public int Origin => origin;

        public int Next { get; set; }
    }
}
