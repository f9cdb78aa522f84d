using System.Text;

namespace Bsp.DeviceTrees.Preprocessing;

/// <content>Directives (C11, section 6.10).</content>
internal sealed partial class Preprocessor
{
    // Whether the tokens of a directive are expanded: its line is all that there is.
    private bool _isDirective;

    private void Execute(TokenLine line)
    {
        switch (line.Directive)
        {
            case Directive.If or Directive.Ifdef or Directive.Ifndef:
                var isTaken = !_frame.IsSkipping && IsConditionMet(line);
                _frame.Conditions.Push(new(line.Start, isTaken, isTaken || _frame.IsSkipping, false));
                return;
            case Directive.Elif or Directive.Elifdef or Directive.Elifndef or Directive.Else or Directive.Endif:
                Continue(line);
                return;
            case Directive.Misspelt:
                Report(
                    line.Start, EndOf(line),
                    "C has no such directive; it has #if, #ifdef, #ifndef, #elif, #elifdef, #elifndef, #else and #endif");
                return;
        }

        if (_frame.IsSkipping)
            return;
        switch (line.Directive)
        {
            case Directive.Define:
                Define(line);
                break;
            case Directive.Undef when NameOf(line) is >= 0 and var id && MayBeNamed(id, line):
                _macros[id] = null;
                break;
            case Directive.Ident when line.First == line.End || Tokens[line.First].ToString() is not ['"', .., '"']:
                Report(line.Start, EndOf(line), "this directive takes a text in quotes");
                break;
            case Directive.Include or Directive.IncludeNext or Directive.Import:
                Include(line);
                break;
            case Directive.Pragma:
                Pragma(TokensOf(line), line);
                break;
            case Directive.Line:
                Renumber(line);
                break;
            case Directive.Assert or Directive.Unassert:
                Assert(line);
                break;
            case Directive.Error:
                Report(line.Start, EndOf(line), "#error " + RestOf(line));
                break;
            case Directive.Warning:
                Report(line.Start, EndOf(line), "#warning " + RestOf(line), SourceSeverity.Warning);
                break;
        }
    }

    private TokenizedFile Tokens => _frame.File;

    private int EndOf(TokenLine line) => Tokens[line.End - 1].End;

    private List<Token> TokensOf(TokenLine line)
    {
        var tokens = new List<Token>(line.End - line.First);
        for (var i = line.First; i < line.End; i++)
            tokens.Add(Tokens[i]);
        return tokens;
    }

    private List<Token> Expanded(List<Token> tokens, bool isCondition = false)
    {
        var wasDirective = _isDirective;
        _isDirective = true;
        var expanded = ExpandAlone(tokens, isCondition);
        _isDirective = wasDirective;
        expanded.RemoveAll(token => token.IsPadding);
        return expanded;
    }

    private string RestOf(TokenLine line) => line.First == line.End
        ? ""
        : Encoding.UTF8.GetString(Tokens[line.First].Bytes, Tokens[line.First].Start, EndOf(line) - Tokens[line.First].Start);

    /// <summary>The number of the name after a directive; -1, and a message, where there is none.</summary>
    private int NameOf(TokenLine line)
    {
        var id = line.First < line.End ? Tokens[line.First].Id : -1;
        if (id < 0)
            Report(line.Start, EndOf(line), "a macro's name has to follow here");
        return id;
    }

    private bool IsConditionMet(TokenLine line) => line.Directive switch
    {
        Directive.Ifdef or Directive.Elifdef => NameOf(line) is >= 0 and var id && IsDefined(id),
        Directive.Ifndef or Directive.Elifndef => NameOf(line) is >= 0 and var id && !IsDefined(id),
        _ => Evaluate(line),
    };

    private void Continue(TokenLine line)
    {
        if (_frame.Conditions.Count == 0)
        {
            Report(line.Start, EndOf(line), "there is no #if before this");
            return;
        }

        var condition = _frame.Conditions.Pop();
        if (line.Directive == Directive.Endif)
            return;
        if (condition.HasElse)
            Report(line.Start, EndOf(line), "this comes after #else");
        // Expressions of branches that cannot be taken are not looked at.
        var isTaken = !condition.IsDone && (line.Directive == Directive.Else || IsConditionMet(line));
        _frame.Conditions.Push(
            condition with { IsTaken = isTaken, IsDone = condition.IsDone || isTaken, HasElse = line.Directive == Directive.Else });
    }

    private void Define(TokenLine line)
    {
        var id = NameOf(line);
        if (id < 0)
            return;
        if (!MayBeNamed(id, line))
            return;

        var number = _frame.Line - 1;
        if (_frame.File.MacroOf(number) is not { } macro)
        {
            macro = ReadMacro(line);
            if (macro is null)
                return;
            _frame.File.Keep(number, macro);
        }

        if (_macros[id] is { } other && !other.IsSameAs(macro))
        {
            Report(
                line.Start, EndOf(line),
                $"'{Tokens[line.First]}' is redefined{(other.Position is { } position ? $"; it was defined at {position}" : "")}",
                SourceSeverity.Warning);
        }

        _macros[id] = macro;
    }

    private Macro? ReadMacro(TokenLine line)
    {
        var next = line.First + 1;
        int[]? parameters = null;
        var isVariadic = false;
        // Parameters follow the name at once; after a blank it is the body that begins with a parenthesis.
        if (next < line.End && Tokens[next].Is('(') && !Tokens[next].HasSpace
            && !TryReadParameters(line, ref next, out parameters, out isVariadic))
        {
            Report(line.Start, EndOf(line), $"the parameters of '{Tokens[line.First]}' are names with commas between them");
            return null;
        }

        if (isVariadic && !MacroBody.HasWholeOptions(_frame.File, next, line.End))
        {
            Report(line.Start, EndOf(line), "'__VA_OPT__' takes tokens in parentheses, and no other of its kind");
            return null;
        }

        if (MacroBody.IsWhole(_frame.File, next, line.End))
        {
            return new()
            {
                Parameters = parameters,
                IsVariadic = isVariadic,
                File = _frame.File,
                First = next,
                End = line.End,
                Name = line.First,
            };
        }

        Report(line.Start, EndOf(line), "'##' belongs between two tokens");
        return null;
    }

    private bool TryReadParameters(TokenLine line, ref int next, out int[] parameters, out bool isVariadic)
    {
        var names = new List<int>();
        (parameters, isVariadic) = ([], false);
        next++;
        while (next < line.End && !Tokens[next].Is(')'))
        {
            if (isVariadic)
                return false;
            if (Tokens[next].Id is >= 0 and var id && !names.Contains(id))
            {
                names.Add(id);
                next++;
                // gcc's named variadic parameter.
                isVariadic = SkipDots(line, ref next);
            }
            else if (SkipDots(line, ref next))
            {
                names.Add(_names.VariableArguments);
                isVariadic = true;
            }
            else
            {
                return false;
            }

            if (next < line.End && Tokens[next].Is(','))
            {
                next++;
                if (next < line.End && Tokens[next].Is(')'))
                    return false;
            }
            else if (next >= line.End || !Tokens[next].Is(')'))
            {
                return false;
            }
        }

        parameters = [.. names];
        return next++ < line.End;
    }

    private bool SkipDots(TokenLine line, ref int next)
    {
        if (next >= line.End || !Tokens[next].Text.SequenceEqual("..."u8))
            return false;
        next++;
        return true;
    }
}
