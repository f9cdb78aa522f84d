namespace Bsp.DeviceTrees.Tests;

/// <summary>Mistakes that people make often, each named where it is made.</summary>
public sealed class MistakeTests
{
    [Theory]
    // Ends that are missing: where they should be.
    [InlineData("\ta = <1>\n\tb = <2>;", "3.8-9", "';' is missing after 'a = <1>'")]
    [InlineData("\ta = \"x\"\n\tn { };", "3.6-9", "';' is missing after 'a = \"x\"'")]
    [InlineData("\ta\n\tb;", "3.2-3", "';' is missing after 'a'")]
    [InlineData("\ta = [00]", "3.9-10", "';' is missing after 'a = [00]'")]
    [InlineData("\tn { }\n\tb = <1>;", "3.6-7", "';' is missing after '}'")]
    [InlineData("\t/delete-property/ x\n\tb;", "3.20-21", "';' is missing after '/delete-property/ x'")]
    [InlineData("\ta = \"x\" \"y\";", "3.6-9", "',' or ';' is missing after 'a = \"x\"'")]
    [InlineData("\ta = <1>\n\t<2>;", "3.8-9", "',' or ';' is missing after 'a = <1>'")]
    [InlineData("\ta = <1>,\n\t    <2>\n\tb;", "4.8-9", "';' is missing after '>'")]
    // Text that goes on to the next quote.
    [InlineData("\tmodel = \"abc;\n\tcompatible = \"x\";", "3.10-15", "this text is not closed on its line")]
    [InlineData("\ta = \"x\", \"abc;\n\tb = \"y\", \"z\";", "3.11-16", "this text is not closed on its line")]
    [InlineData("\tmodel = \"abc;\n\tn { };", "3.10-11", "this text is not closed on its line")]
    // Values without quotes or brackets.
    [InlineData("\tstatus = okay;", "3.11-15", "a string is written in quotes: \"okay\"")]
    [InlineData("\treg = 5;", "3.8-9", "numbers stand in angle brackets: <5>")]
    [InlineData("\tstatus = 'okay';", "3.11-17", "a string is written in double quotes: \"okay\"")]
    [InlineData("\ta = 'x';", "3.6-9", "numbers stand in angle brackets: <'x'>")]
    [InlineData("\ta = (1);", "3.6-7", "numbers stand in angle brackets: <(1 + 2)>")]
    [InlineData("\tstatus \"okay\";", "3.2-8", "'=' is missing after 'status'")]
    [InlineData("\treg <1>;", "3.2-5", "'=' is missing after 'reg'")]
    // Between the brackets of cells and bytes.
    [InlineData("\ta = <1 2;\n\tb;", "3.9-10", "'>' is missing after 'a = <1 2'")]
    [InlineData("\ta = <1 2\n};", "3.9-10", "'>' is missing after 'a = <1 2'")]
    [InlineData("\ta = [00 01;\n\tb;", "3.10-12", "']' is missing after 'a = [00 01'")]
    [InlineData("\ta = <-1>;", "3.7-8", "what is calculated is in parentheses: <(1 + 2)>")]
    [InlineData("\ta = <1 << 2>;", "3.9-11", "what is calculated is in parentheses: <(1 + 2)>")]
    [InlineData("\ta = <1, 2>;", "3.8-9", "cells have blanks between them, and no ','")]
    [InlineData("\ta = <1.5>;", "3.8-9", "cells are whole numbers")]
    [InlineData("\ta = <& l>;", "3.7-8", "a reference is '&' and a label, with nothing between them: &label")]
    [InlineData("\ta = <\"x\">;", "3.7-10", "a text stands outside of '<' and '>': <\u2026>, \"x\"")]
    [InlineData("\ta = <0xZZ>;", "3.7-11", "'0xZZ' is not a number")]
    [InlineData("\ta = <(1 + 2x)>;", "3.12-14", "'2x' is not a number")]
    [InlineData("\ta = [0x12 34];", "3.7-8", "bytes are written without 0x: [0a ff]")]
    [InlineData("\ta = [12, 34];", "3.9-10", "bytes have no ',' between them: [0a ff]")]
    // Names, and what follows them.
    [InlineData("\tuart0 : serial { };", "3.8-9", "a label and its ':' have nothing between them: uart0:")]
    [InlineData("\tmy node { };", "3.5-9", "a name has no blanks, and '=' or ';' follows it: 'my node'")]
    [InlineData("\ta = <1>;;", "3.10-11", "there is nothing that this ';' ends")]
    // What a word processor makes of quotes, blanks and dashes.
    [InlineData("\ta = \u201cokay\u201d;", "3.6-9", "the character U+201C is a typographic quote, \u201c; write \"")]
    [InlineData("\ta = \u2018okay\u2019;", "3.6-9", "the character U+2018 is a typographic quote, \u2018; write '")]
    [InlineData("\ta =\u00a0<1>;", "3.5-7", "the character U+00A0 is a no-break space; write a blank")]
    [InlineData("\u00a0\u00a0a = <1>;", "3.1-3", "the character U+00A0 is a no-break space; write a blank")]
    [InlineData("\ta\u00a0= <1>;", "3.3-5", "the character U+00A0 is a no-break space; write a blank")]
    [InlineData("\ta = <1\u00a02>;", "3.8-10", "the character U+00A0 is a no-break space; write a blank")]
    [InlineData("\ta = [00\u00a001];", "3.9-11", "the character U+00A0 is a no-break space; write a blank")]
    [InlineData("\ta = <(2 \u2212 1)>;", "3.10-13", "the character U+2212 is a dash, \u2212; write -")]
    [InlineData("\ta = <1>\u200b;", "3.9-12", "the character U+200B cannot be seen; remove it")]
    [InlineData("\ta = <1>\uff1b", "3.9-12", "the character U+FF1B is of full width, \uff1b; write ;")]
    [InlineData("\ta \uff1d <1>;", "3.4-7", "the character U+FF1D is of full width, \uff1d; write =")]
    [InlineData("\u00e9 = <1>;", "3.1-3", "the character U+00E9 (\u00e9) can only stand in text and comments")]
    // Macros: only where one could stand.
    [InlineData("\ta = <FOO>;", "3.7-10", "the macro 'FOO' is not defined; is an #include missing?")]
    [InlineData("\ta = FOO;", "3.6-9", "the macro 'FOO' is not defined; is an #include missing?")]
    [InlineData("\ta = <(1 + FOO)>;", "3.12-15", "the macro 'FOO' is not defined; is an #include missing?")]
    [InlineData("\ta = <1> FOO;", "3.10-13", "';' should be here, but it is 'FOO'")]
    public void A_mistake_is_named_where_it_is_made(string lines, string place, string text) =>
        Assert.Equal(
            $"Error: test.dts:{place} syntax error: {text}",
            Sources.Preprocess($"/dts-v1/;\n/ {{\n{lines}\n}};\n").Messages().FirstOrDefault());

    [Theory]
    [InlineData("/ { };", "1.1-2 syntax error: a source begins with /dts-v1/; and not with '/'")]
    [InlineData("", "1.1 syntax error: a source begins with /dts-v1/; and not with the end of the file")]
    [InlineData("/dts-v2/; / { };", "1.1-2 syntax error: a source begins with /dts-v1/; and not with '/'")]
    [InlineData("/dts-v1/; / { n {\n a;\n", "1.17-18 syntax error: this '{' has no '}'")]
    [InlineData("/dts-v1/; / { a = <1 2", "1.22-23 syntax error: '>' is missing after 'a = <1 2'")]
    [InlineData("/dts-v1/; / { };\n}\n", "2.1-2 syntax error: there is no '{' for this '}'")]
    [InlineData("/dts-v1/; / { };;", "1.17-18 syntax error: there is nothing that this ';' ends")]
    [InlineData("/dts-v1/; { };", "1.11-12 syntax error: '/' is missing before '{': the root is / { };")]
    [InlineData("/dts-v1/; / { u: n { }; }; u { };", "1.28-29 syntax error: the node with the label 'u' is referred to as &u")]
    [InlineData("/dts-v1/; / { u: n { }; }; & u { };", "1.28-29 syntax error: a reference is '&' and a label, with nothing between "
        + "them: &label")]
    [InlineData("/dts-v1/; / { u: n { }; }; /delete-node/ u;", "1.42-43 syntax error: a node is named here by a reference: &label or "
        + "&{/path}")]
    [InlineData("/dts-v1/; / { u: n { }; }; /delete-node/ /n;", "1.42-43 syntax error: a node is named here by a reference: &label or "
        + "&{/path}")]
    public void Of_what_is_wrong_around_the_tree_one_thing_is_said(string source, string expected) =>
        Assert.Equal(["Error: test.dts:" + expected], Sources.Preprocess(source).Messages());

    [Theory]
    [InlineData("/ { r = &{/soc/uarr@20}; };", "node or label \"/soc/uarr@20\"; did you mean /soc/uart@20?")]
    [InlineData("&{/soc/uart@21} { x; };", "Label or path /soc/uart@21 not found; did you mean /soc/uart@20?")]
    [InlineData("&{/soc/mmc@21} { x; };", "Label or path /soc/mmc@21 not found")]
    public void The_nearest_path_is_suggested(string part, string expected) => Assert.Contains(
        Sources.Preprocess("/dts-v1/; / { soc { uart@20 { }; }; };\n" + part).Messages(),
        text => text.EndsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void A_text_over_lines_is_none()
    {
        Assert.Empty(Sources.Preprocess("/dts-v1/;\n/ {\n\ta = \"b\nc\", \"d\";\n};\n").Messages());
        Assert.Empty(Sources.Preprocess("/dts-v1/;\n/ {\n\ta = \"\u201cb\u201d\";\n};\n").Messages());
    }

    [Theory]
    [InlineData("&urat0 { b; };", "Label or path urat0 not found; did you mean uart0?")]
    [InlineData("/ { r = <&urat0>; };", "Reference to non-existent node or label \"urat0\"; did you mean uart0?")]
    [InlineData("/ { r = &uatr0; };", "Reference to non-existent node or label \"uatr0\"; did you mean uart0?")]
    [InlineData("/delete-node/ &aurt0;", "Label or path aurt0 not found; did you mean uart0?")]
    public void The_nearest_label_is_suggested_also_where_letters_are_swapped(string part, string text) =>
        Assert.Equal(text, Sources.Compile("/dts-v1/; / { uart0: serial@0 { }; uart1: serial@1 { }; };\n" + part).Messages[0].Text);
}
