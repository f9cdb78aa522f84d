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
