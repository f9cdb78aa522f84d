namespace Bsp.DeviceTrees.Language;

/// <content>What people write by mistake, by where it stands: what it was meant to be is known from that.</content>
internal sealed partial class DtsParser
{
    // Where a number or a reference should be between < and >.
    private bool FailInCells()
    {
        if (Foreign() is not null || OpenText() is not null)
            return Fail("a number");
        return _token switch
        {
            { Kind: DtsTokenKind.End } or { Character: (byte)';' or (byte)'{' or (byte)'}' or (byte)'=' } =>
                Mistake(_last, $"'>' is missing after {WrittenMember()}"),
            { Character: (byte)',' } => Mistake(_token, "cells have blanks between them, and no ','"),
            { Character: (byte)'.' } => Mistake(_token, "cells are whole numbers"),
            { Character: (byte)'&' } => Mistake(_token, "a reference is '&' and a label, with nothing between them: &label"),
            { Kind: DtsTokenKind.String } => Mistake(_token, $"a text stands outside of '<' and '>': <…>, {TextOf(_token)}"),
            { Character: (byte)'-' or (byte)'+' or (byte)'~' or (byte)'!' or (byte)'*' or (byte)'/' or (byte)'%' or (byte)'|' }
                or { Kind: DtsTokenKind.ShiftLeft or DtsTokenKind.ShiftRight } =>
                Mistake(_token, "what is calculated is in parentheses: <(1 + 2)>"),
            _ => FailInValue("a number"),
        };
    }

    // Where two hexadecimal digits should be between [ and ].
    private bool FailInBytes() => _token switch
    {
        { Character: (byte)';' or (byte)'{' or (byte)'}' or (byte)'=' } or { Kind: DtsTokenKind.End }
            when OpenText() is null =>
            Mistake(_last, $"']' is missing after {WrittenMember()}"),
        { Character: (byte)'0' } when _lexer.IsBehind(_token, 'x') || _lexer.IsBehind(_token, 'X') =>
            Mistake(_token, "bytes are written without 0x: [0a ff]"),
        { Character: (byte)',' } => Mistake(_token, "bytes have no ',' between them: [0a ff]"),
        _ => FailInValue("two hexadecimal digits for each byte"),
    };

    // Where a value should be.
    private bool FailAtValue() => _token.Kind switch
    {
        // Macros have names in capitals, as a rule.
        DtsTokenKind.Word when TextOf(_token) is var word && word.Any(char.IsLower) =>
            Mistake(_token, $"a string is written in quotes: \"{word}\""),
        DtsTokenKind.Number or DtsTokenKind.CharacterLiteral when TextOf(_token) is not ['\'', _, _, _, ..] =>
            Mistake(_token, $"numbers stand in angle brackets: <{TextOf(_token)}>"),
        DtsTokenKind.CharacterLiteral => Mistake(_token, $"a string is written in double quotes: \"{TextOf(_token).Trim('\'')}\""),
        _ when _token.Is('(') => Mistake(_token, "numbers stand in angle brackets: <(1 + 2)>"),
        _ when _token.Is('&') => Mistake(_token, "a reference is '&' and a label, with nothing between them: &label"),
        _ => FailInValue("a value: \"text\", <cells>, [bytes] or &label"),
    };

    // Where a property ends that is none: a label with a blank, a name with one, or a value without an '='.
    private bool FailAfterName() => _token switch
    {
        { Character: (byte)':' } => Mistake(_token, $"a label and its ':' have nothing between them: {TextOf(_last)}:"),
        { Kind: DtsTokenKind.Name or DtsTokenKind.Word } =>
            Mistake(_token, $"a name has no blanks, and '=' or ';' follows it: '{TextOf(_last)} {TextOf(_token)}'"),
        { Kind: DtsTokenKind.String or DtsTokenKind.LabelReference } or { Character: (byte)'<' or (byte)'[' } =>
            Mistake(_last, $"'=' is missing after '{TextOf(_last)}'"),
        _ => Fail("';'"),
    };

    // Where a property or a node should be.
    private bool FailAtMember() => _token.Is(';') ? Mistake(_token, "there is nothing that this ';' ends") : Fail("a property or a node");

    // Where a part of the tree should be.
    private bool FailAtPart() => _token switch
    {
        { Character: (byte)';' } => Mistake(_token, "there is nothing that this ';' ends"),
        { Character: (byte)'}' } => Mistake(_token, "there is no '{' for this '}'"),
        { Character: (byte)'{' } => Mistake(_token, "'/' is missing before '{': the root is / { };"),
        { Character: (byte)'&' } => Mistake(_token, "a reference is '&' and a label, with nothing between them: &label"),
        { Kind: DtsTokenKind.Plugin } => Mistake(_token, "/plugin/; stands right after /dts-v1/;"),
        { Kind: DtsTokenKind.Word or DtsTokenKind.Name } when TextOf(_token) is var name && _builder.Labels.Contains(name) =>
            Mistake(_token, $"the node with the label '{name}' is referred to as &{name}"),
        _ => Fail("a part of the tree: / { }, &label { }, /delete-node/ &label"),
    };

    private bool FailAtReference() => _token.Is('/') || _token.Kind is DtsTokenKind.Word or DtsTokenKind.Name
        ? Mistake(_token, "a node is named here by a reference: &label or &{/path}")
        : Fail("a reference to a node");
}
