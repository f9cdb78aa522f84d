using System.Text;
using Bsp.Shared;

namespace Bsp.DeviceTrees.Language;

/// <content>What is wrong, in words of who wrote it: the mistake, and not what the grammar would have liked.</content>
internal sealed partial class DtsParser
{
    private const int LongestMember = 60;

    private bool _hasFailedAtEnd;

    /// <summary>Explains a word that is none of the language: a macro that is not defined.</summary>
    public Func<string, string?>? ExplainWord { get; init; }

    private bool Expect(char c)
    {
        if (_token.Is(c))
        {
            Advance();
            return true;
        }

        return c == ';' && IsEndMissing() ? FailAtEnd()
            : c == ';' && _last.Kind == DtsTokenKind.Name && OpenText() is null ? FailAfterName()
            : c is ')' or ':' ? FailInValue($"'{c}'")
            : Fail($"'{c}'");
    }

    /// <summary>Reports that something else should be here.</summary>
    /// <param name="expected">What should.</param>
    private bool Fail(string expected)
    {
        if (Foreign() is { } foreign)
            return Mistake(_token, foreign);
        return OpenText() is { } open
            ? Mistake(open, "this text is not closed on its line")
            : Mistake(_token, $"{expected} should be here, but it is {Written(_token)}");
    }

    /// <summary>Reports that a number, or another part of a value that a macro may stand for, should be here.</summary>
    /// <param name="expected">What should.</param>
    private bool FailInValue(string expected)
    {
        if (_token.Kind != DtsTokenKind.Word || OpenText() is not null)
            return Fail(expected);
        if (_last.Kind == DtsTokenKind.Number && _last.Text == _token.Text && _last.End == _token.Start)
            return Mistake(_last with { End = _token.End }, $"'{TextOf(_last)}{TextOf(_token)}' is not a number");
        return ExplainWord?.Invoke(TextOf(_token)) is { } explanation ? Mistake(_token, explanation) : Fail(expected);
    }

    // Behind what was read last: what stands on a later line, ends the node, or is another value.
    private bool IsEndMissing() =>
        Foreign() is null && OpenText() is null
        && (_token.Is('}') || _token.Kind == DtsTokenKind.End || IsAnotherValue() || _lexer.IsOnLaterLine(_last, _token));

    private bool FailAtEnd() =>
        Mistake(_last, $"{(IsAnotherValue() ? "',' or ';'" : "';'")} is missing after {WrittenMember()}");

    // The whole property where it is short, else its end.
    private string WrittenMember()
    {
        var member = _last.Text == _member.Text && !_last.Is('}') ? TextOf(_member with { End = _last.End }) : "";
        return member.Length is > 0 and <= LongestMember && member.IndexOf('\n') < 0 ? $"'{member}'" : Written(_last);
    }

    private bool IsAnotherValue() =>
        (_last.Kind == DtsTokenKind.String || _last.Is('>') || _last.Is(']'))
        && (_token.Kind is DtsTokenKind.String or DtsTokenKind.Bits || _token.Is('<') || _token.Is('['));

    private string? Foreign() => _token.Kind == DtsTokenKind.Character ? ForeignCharacters.Describe(_lexer.BytesOf(_token)) : null;

    // A text may go on over lines; where the source makes no sense behind it, it was not meant to.
    private DtsToken? OpenText()
    {
        if (_last.Kind == DtsTokenKind.String && _lexer.BytesOf(_last).IndexOf((byte)'\n') is > 0 and var line)
            return _last with { End = _last.Start + line };
        return _token.Is('"') ? _token : null;
    }

    private string TextOf(DtsToken token) => Encoding.UTF8.GetString(_lexer.BytesOf(token).ToArray());

    private string Written(DtsToken token) => token.Kind == DtsTokenKind.End ? "the end of the file" : "'" + TextOf(token) + "'";

    // Of what is missing at the end of the file, one is told.
    private bool Mistake(DtsToken token, string text)
    {
        if (_token.Kind == DtsTokenKind.End && _hasFailedAtEnd)
            return false;
        _hasFailedAtEnd = _token.Kind == DtsTokenKind.End;
        Report(_lexer.SpanOf(token), "syntax error: " + text);
        return false;
    }

    private void Report(SourceSpan span, string text) => _messages.Add(new(SourceSeverity.Error, text) { Span = span });

    private void ReportMissing(DtsToken reference, string name)
    {
        var question = name is ['/', ..] && _builder.Root is { } root ? NearestNodes.Question(root, name)
            : name.IndexOf('/') is not -1 ? ""
            : NearestNames.Question(name, _builder.Labels);
        Report(_lexer.SpanOf(reference), $"Label or path {name} not found{question}");
    }
}
