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

    // The names of macros whose expansion is being read: they stand for themselves then, even defined anew between the arguments.
    private readonly HashSet<int> _active = [];

    // Whether an argument is expanded by itself: what follows it in the file is none of its business.
    private bool _isAlone;
    private bool _readsArguments;
    private int _depth;

    /// <summary>Begins to read what a token stands for, or takes the token.</summary>
    private void ExpandOr(Token token, Action<Token> take)
    {
        if (_macros[token.Id] is not { } macro || (token.Flags & TokenFlags.Painted) != 0 || !Invoke(macro, token))
            take(token);
        else if (!_isDirective)
            take(Paddings.Before(token));
    }

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
        // Of an argument nothing is done before it has its place.
        if (macro.BuiltIn == BuiltIn.Pragma)
            return !_isDirective && !_isAlone && PragmaOperator();
        if (macro.BuiltIn != BuiltIn.None)
        {
            if (TextOf(macro.BuiltIn, name) is not { } text)
                return false;
            _contexts.Add(new([MakeToken(text)], -1, -1));
            return true;
        }

        if (macro.Parameters is not null && !IsParenthesisNext())
            return false;
        if ((macro.Parameters is null ? [] : ReadArguments(macro, name)) is { } arguments)
        {
            var tokens = arguments.Count > 0 ? Substitute(macro, arguments) : macro.Tokens;
            _active.Add(name.Id);
            _contexts.Add(new(tokens, name.Id, (name.Flags & TokenFlags.Argument) != 0 ? name.Start : -1));
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
                return (_frame.File.LineOf(OriginOf(name)) + _frame.PresumedLines).ToString(CultureInfo.InvariantCulture);
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

    private static Token MakeToken(string text) => MakeToken(Encoding.UTF8.GetBytes(text), -1, TokenFlags.None);

    private static Token MakeToken(byte[] text, int id, TokenFlags flags) => new(text, 0, text.Length, id, flags);

    /// <summary>The next token: of an expansion, or while arguments are read of the file.</summary>
    /// <returns>False when what was being read has ended.</returns>
    private bool TryNext(out Token token)
    {
        while (_contexts.Count > 0)
        {
            var context = _contexts[_contexts.Count - 1];
            if (context.Next == context.Tokens.Count)
            {
                if (_isAlone && _contexts.Count == 1)
                    break;
                EndContext();
                token = Paddings.After;
            }
            else
            {
                token = context.Tokens[context.Next++];
                if (!token.IsPasted)
                {
                    token = Paint(token);
                    return true;
                }

                Paste(context, token);
                token = Paddings.Before(token);
            }

            if (!_isDirective)
                return true;
        }

        token = default;
        return !_isAlone && _readsArguments && TryNextOfFile(out token);
    }

    private bool TryNextOfFile(out Token token)
    {
        token = default;
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
        _active.Remove(_contexts[_contexts.Count - 1].Name);
        _contexts.RemoveAt(_contexts.Count - 1);
    }

    private Token Paint(Token token) =>
        _active.Count > 0 && token.Id >= 0 && _active.Contains(token.Id)
            ? token.With(token.Flags | TokenFlags.Painted)
            : token;

    /// <summary>
    /// Whether arguments follow a name. The padding before them is read; where there are none it is kept (gcc's funlike_invocation_p).
    /// </summary>
    private bool IsParenthesisNext()
    {
        var padding = Padding.None;
        while (_contexts.Count > 0)
        {
            var context = _contexts[_contexts.Count - 1];
            if (context.Next == context.Tokens.Count)
            {
                if (_isAlone && _contexts.Count == 1)
                    break;
                EndContext();
                padding = padding.With(Paddings.After);
            }
            else if (context.Tokens[context.Next] is { IsPadding: false, IsPasted: false } next)
            {
                return next.Is('(') || Keep(padding);
            }
            else
            {
                var token = context.Tokens[context.Next++];
                if (token.IsPasted)
                    Paste(context, token);
                padding = padding.With(token.IsPasted ? Paddings.Before(token) : token);
            }
        }

        return (!_isAlone && IsParenthesisNextInFile()) || Keep(padding);

        bool Keep(Padding padding)
        {
            if (padding != Padding.None && !_isDirective)
                _contexts.Add(new([padding.ToToken()], -1, -1));
            return false;
        }
    }

    private bool IsParenthesisNextInFile()
    {
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
        List<Token> argument = [];
        List<List<Token>> arguments = [argument];
        var depth = 0;
        while (true)
        {
            if (!TryNext(out var token))
            {
                Stop($"the arguments of '{name}' do not end");
                return null;
            }

            if (token.IsPadding && argument.Count == 0)
                continue;
            if (token.Is(')') && depth-- == 0)
                break;
            if (token.Is('('))
                depth++;
            if (token.Is(',') && depth == 0 && !(macro.IsVariadic && arguments.Count == macro.Parameters!.Length))
            {
                TrimEnd(argument);
                argument = [];
                arguments.Add(argument);
            }
            else
            {
                argument.Add(token);
            }
        }

        TrimEnd(argument);
        _readsArguments = outer;
        return CheckArgumentCount(macro, name, arguments);
    }

    private static void TrimEnd(List<Token> argument)
    {
        while (argument.Count > 0 && argument[argument.Count - 1].IsPadding)
            argument.RemoveAt(argument.Count - 1);
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

        public int Next { get; set; }
    }
}
