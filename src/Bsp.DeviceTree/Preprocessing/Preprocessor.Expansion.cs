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

    // The names of macros whose expansion is being read: they stand for themselves then, even defined anew between the arguments.
    private readonly HashSet<int> _active = [];

    // Whether an argument is expanded by itself: what follows it in the file is none of its business.
    private bool _isAlone;
    private bool _readsArguments;
    private int _depth;

    // What was written last; none where it was copied from a file.
    private Token? _last;

    // Whether a blank was before what has expanded to nothing: it is before what follows then.
    private bool _isSpaced;

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
                if ((token.HasSpace || _isSpaced) && !isFirst)
                    _output.Add(' ');
                _output.BeginExpansion(frame.File, token.Start);
                _invocation = token.Start;
                _isSpaced = false;
                Expand(macro, frame.File[frame.Next - 1].Spaced(false));
                isFirst = false;
                continue;
            }

            if ((token.Flags & TokenFlags.Comment) != 0)
                Flush();
            if (start < 0)
            {
                if (!isFirst && (token.HasSpace || _isSpaced || WouldMerge(frame.File[frame.Next - 1])))
                    _output.Add(' ');
                (start, _isSpaced) = (token.Start, false);
            }

            (end, isFirst) = (token.End, false);
        }

        if (start >= 0)
            _copied = (frame.File, frame.Line, end);
        Flush();

        void Flush()
        {
            // Nothing follows the line above when a macro begins this one.
            if (start < 0)
                return;
            if (end <= start)
                _output.Add('\n');
            else
                _output.Copy(frame.File, start, end - start);
            (start, _last) = (-1, null);
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
        if (token.HasSpace || ((token.Flags & TokenFlags.Glued) == 0 && WouldMerge(token)))
            _output.Add(' ');
        _output.Add(token.Text);
        _last = token;
        if (_output.Length > MaximumTextLength)
            Stop("the text grows beyond 64 MiB; a macro expands to too much");
    }

    // What an expansion brings together stays apart, as with gcc's cpp_avoid_paste.
    private bool WouldMerge(Token token)
    {
        if (_output.Length == 0)
            return false;
        var next = (char)token.Text[0];
        if (_output.EndsInEllipsis)
            return false;
        if (_last is not { } last)
            return WouldMerge((char)_output.Last, next, isAfterNumber: false);
        // What is together in a file, such as the signs of an operator, is meant to be.
        if (last.IsQuoted || (last.Bytes == token.Bytes && last.End == token.Start))
            return false;
        // A number of signs as well as digits is no word to gcc.
        return WouldMerge((char)last.Text[last.Length - 1], next, last.IsNumber)
            && (last.Id < 0 || !token.IsNumber || IsWord(token.Text));
    }

    private static bool WouldMerge(char last, char next, bool isAfterNumber) => last switch
    {
        _ when Characters.IsIdentifier((byte)last) && Characters.IsIdentifier((byte)next) => true,
        _ when isAfterNumber => next is '.' or '+' or '-',
        '=' or '!' or '*' or '^' => next == '=',
        '>' or '+' or '&' or '|' => next == '=' || next == last,
        '<' => next is '=' or '<' or '%' or ':',
        '-' => next is '=' or '-' or '>',
        '/' => next is '=' or '/' or '*',
        '%' => next is '=' or ':' or '%',
        ':' => next is ':' or '>',
        '.' => next is '.' or '%' or (>= '0' and <= '9'),
        '#' => next is '#' or '%',
        _ => false,
    };

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
            _contexts.Add(new([MakeToken(text, name)], -1, -1));
            return true;
        }

        if (macro.Parameters is not null && !IsParenthesisNext())
            return false;
        if ((macro.Parameters is null ? [] : ReadArguments(macro, name)) is { } arguments)
        {
            var tokens = Substitute(macro, name, arguments, out var endsSpaced);
            _active.Add(name.Id);
            _contexts.Add(
                new(tokens, name.Id, (name.Flags & TokenFlags.Argument) != 0 ? name.Start : -1) { EndsSpaced = endsSpaced });
        }

        return true;
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

    private static Token MakeToken(byte[] text, int id, Token like) => new(
        text, 0, text.Length, id, like.Flags & (TokenFlags.Space | TokenFlags.SpaceInSource));

    /// <summary>The next token: of an expansion, or while arguments are read of the file.</summary>
    /// <returns>False when what was being read has ended.</returns>
    private bool TryNext(out Token token)
    {
        var isAfterExpansion = false;
        while (_contexts.Count > 0)
        {
            var context = _contexts[_contexts.Count - 1];
            if (context.Next < context.Tokens.Count)
            {
                token = Paint(context.Tokens[context.Next++]);
                // Where the token before it has become others, it is glued to nothing.
                if (isAfterExpansion)
                    token = token.With(token.Flags & ~TokenFlags.Glued);
                if (_isSpaced)
                    token = token.Spaced(true);
                _isSpaced = (token.Flags & TokenFlags.SpaceAfter) != 0;
                return true;
            }

            EndContext();
            isAfterExpansion = true;
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
        token = token.With(
            token.Flags | TokenFlags.Argument | (isNewLine ? TokenFlags.Space | TokenFlags.SpaceInSource : TokenFlags.None));
        return true;
    }

    private void EndContext()
    {
        var context = _contexts[_contexts.Count - 1];
        _active.Remove(context.Name);
        _isSpaced |= context.EndsSpaced;
        _contexts.RemoveAt(_contexts.Count - 1);
    }

    private Token Paint(Token token) =>
        _active.Count > 0 && token.Id >= 0 && _active.Contains(token.Id)
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

    /// <summary>Tokens that are read instead of the file.</summary>
    private sealed class Context(List<Token> tokens, int name, int origin)
    {
        public List<Token> Tokens => tokens;

        /// <summary>The macro's name; -1 where it is none that could be within itself.</summary>
        public int Name => name;

        /// <summary>Where the macro's name is in the file, when it is between arguments; -1 otherwise.</summary>
        public int Origin => origin;

        /// <summary>Whether a blank is before what follows, as there is one before something in it that is nothing.</summary>
        public bool EndsSpaced { get; init; }

        public int Next { get; set; }
    }
}
