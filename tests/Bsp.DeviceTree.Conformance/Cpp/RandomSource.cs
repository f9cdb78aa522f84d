using System.Globalization;
using System.Text;

namespace Bsp.DeviceTree.Conformance.Cpp;

/// <summary>
/// Sources made at random of what the C preprocessor does: definitions, calls, conditions, files, and what goes wrong with them.
/// </summary>
/// <param name="random">Chooses.</param>
internal sealed class RandomSource(Random random)
{
    private static readonly string[] s_objects = ["A", "B", "C", "X1", "EMPTY"];
    private static readonly string[] s_functions = ["F", "G", "H"];
    private static readonly string[] s_parameters = ["x", "y", "args"];

    private static readonly string[] s_texts =
    [
        "a", "x", "y", "0", "1", "0x10", "1e+A", "A", "B", "C", "X1", "EMPTY", "F", "G", "H", "(", ")", ",", "<", ">", "&",
        "&l", "=", ";", "{", "}", "+", "-", "#", "##", "@", "\"s\"", "\"a\\\"b\\\\\"", "'c'", "pin-A", "node@B", "#address-cells",
        "/", ".", "...", "__LINE__", "__INCLUDE_LEVEL__", "__COUNTER__", "__DTS__", "don't A", "\"open A",
    ];

    private static readonly string[] s_values =
    [
        "0", "1", "2", "-1", "7", "010", "0x1F", "0b101", "1u", "2UL", "3ll", "'a'", "'ab'", "'\\n'", "'\\377'", "'\\x41'", "L'a'",
        "A", "B", "X1", "C", "none", "defined A", "defined(B)", "defined ( none )", "DEFINED", "__has_include(<h.h>)",
        "__has_include(\"part.dtsi\")", "__has_include(<none.h>)", "__has_include(HEADER)", "defined(__has_include)", "__DTS__",
        "__LINE__", "0xffffffffffffffff",
        "18446744073709551616", "9223372036854775808", "F(1)", "G(1, 2)", "08", "1.5", "\"s\"", "1lul",
    ];

    private static readonly string[] s_operators =
        ["+", "-", "*", "/", "%", "<<", ">>", "<", ">", "<=", ">=", "==", "!=", "&", "|", "^", "&&", "||", ",", "?"];

    private static readonly string[] s_includes =
        ["\"part.dtsi\"", "<h.h>", "\"h.h\"", "<once.h>", "<sub/deep.h>", "<a//b.h>", "HEADER", "<none.h>", "\"next.h\"", "<next.h>", "A"];

    private readonly StringBuilder _text = new();

    /// <summary>The files that sources include, below a folder in which <c>inc</c> and <c>inc2</c> are looked through.</summary>
    public static IReadOnlyDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["part.dtsi"] = "part __INCLUDE_LEVEL__ A\n",
        ["inc/h.h"] = "#ifndef H_H\n#define H_H\n#define HEADER <once.h>\n#define DEFINED defined(A)\nh __LINE__\n#endif\n",
        ["inc/once.h"] = "#pragma once\nonce\n",
        ["inc/sub/deep.h"] = "\uFEFFdeep __INCLUDE_LEVEL__\n#include \"beside.h\"\n",
        ["inc/sub/beside.h"] = "beside __INCLUDE_LEVEL__ /* no newline */",
        ["inc/a/b.h"] = "slashes\n",
        ["inc/next.h"] = "first\n#if __has_include_next(<next.h>)\n#include_next <next.h>\n#endif\n",
        ["inc2/next.h"] = "second\n",
    };

    /// <summary>Makes one.</summary>
    public string Make()
    {
        if (Chance(30))
            _text.Append('\uFEFF');
        Lines(random.Next(3, 14), 0);
        if (Chance(60))
            _text.Append("/* open");
        var text = _text.ToString();
        return Chance(20) ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;
    }

    private void Lines(int count, int depth)
    {
        for (; count > 0; count--)
        {
            switch (random.Next(depth > 2 ? 11 : 13))
            {
                case 0 or 1:
                    Line($"#define {One(s_objects)} {Body(null)}");
                    break;
                case 2 or 3:
                    Function();
                    break;
                case 4 when Chance(3):
                    Line(
                        One(
                        [
                            $"#undef {One(s_objects)}", $"#pragma push_macro(\"{One(s_objects)}\")",
                            $"#pragma pop_macro(\"{One(s_objects)}\")", "#pragma anything", $"#include {One(s_includes)}",
                            $"#include {One(s_includes)}", "#ident \"x\"", "#", "#unknown A", "#line 7", "#assert m(a)", "#unassert m",
                            "#warning A", $"#import {One(s_includes)}", "#define DEFINED defined B",
                            "#define HEADER \"part.dtsi\"", "#error A", "#pragma GCC poison P", "P",
                        ]));
                    break;
                case 11 or 12:
                    Conditional(depth);
                    break;
                default:
                    Line(Text(random.Next(1, 9), 0));
                    break;
            }
        }
    }

    private void Conditional(int depth)
    {
        Line(
            One(
            [
                $"#if {Condition(0)}", $"#if {Condition(0)}", $"#ifdef {One(s_objects)}", $"#ifndef {One(s_objects)}", "#if #m(a)",
                "#ifdef __has_include",
            ]));
        Lines(random.Next(1, 4), depth + 1);
        for (var others = random.Next(3); others > 0; others--)
        {
            Line(One([$"#elif {Condition(0)}", $"#elifdef {One(s_objects)}", $"#elifndef {One(s_objects)}"]));
            Lines(random.Next(1, 3), depth + 1);
        }

        if (Chance(2))
        {
            Line("#else");
            Lines(random.Next(1, 3), depth + 1);
        }

        if (!Chance(60))
            Line("#endif");
    }

    private void Function()
    {
        var parameters = s_parameters[..random.Next(3)];
        var list = string.Join(", ", parameters);
        var rest = random.Next(6) switch
        {
            0 => list.Length > 0 ? list + ", ..." : "...",
            1 => list.Length > 0 ? list + ", args..." : "args...",
            _ => list,
        };
        string[] names = rest.EndsWith("args...", StringComparison.Ordinal) ? [.. parameters, "args"]
            : rest.EndsWith("...", StringComparison.Ordinal) ? [.. parameters, "__VA_ARGS__"] : parameters;
        Line($"#define {One(s_functions)}({rest}) {Body(names)}");
    }

    private string Body(string[]? parameters)
    {
        var parts = new List<string>();
        for (var count = random.Next(5); count > 0; count--)
        {
            parts.Add(
                parameters is { Length: > 0 } && Chance(2)
                    ? random.Next(10) switch
                    {
                        0 => "#" + One(parameters),
                        1 => $"{One(parameters)}##{One(s_texts)}",
                        2 => $"{One(s_texts)} ## {One(parameters)}",
                        3 when parameters[^1] is "__VA_ARGS__" or "args" => ", ## " + parameters[^1],
                        4 when parameters[^1] == "__VA_ARGS__" => $"__VA_OPT__({One(s_texts)} {One(parameters)})",
                        // As kernels glue names: EVALUATOR(CP11X_NAME, EVALUATOR(-, name)).
                        5 => $"{One(s_functions)}({One(parameters)}{One([", ", ","])}{One(parameters)})",
                        6 => $"{One(s_functions)}({One(s_texts)}, {One(s_functions)}({One(s_texts)}, {One(parameters)}))",
                        _ => One(parameters),
                    }
                    : One(s_texts));
        }

        return string.Join(Chance(5) ? "" : " ", parts);
    }

    private string Text(int count, int depth)
    {
        var text = new StringBuilder();
        for (; count > 0; count--)
        {
            if (depth < 3 && Chance(4))
            {
                var arguments = Enumerable.Range(0, random.Next(4)).Select(_ => Text(random.Next(3), depth + 1));
                text.Append(One(s_functions)).Append(Chance(6) ? " (" : "(").AppendJoin(Chance(8) ? ",\n" : ",", arguments).Append(')');
            }
            else
            {
                text.Append(One(s_texts));
            }

            text.Append(One([" ", " ", " ", "", "\t", " /* c */ ", " \\\n", "\\ \n "]));
        }

        return text.ToString();
    }

    private string Condition(int depth)
    {
        var text = new StringBuilder(Chance(6) ? "!" : Chance(12) ? "-" : Chance(15) ? "~" : "").Append(One(s_values));
        for (var count = random.Next(3); count > 0; count--)
        {
            var next = depth < 3 && Chance(3) ? $"({Condition(depth + 1)})" : One(s_values);
            var operation = One(s_operators);
            text.Append(CultureInfo.InvariantCulture, $" {operation} {next}");
            if (operation == "?" && !Chance(12))
                text.Append(CultureInfo.InvariantCulture, $" : {One(s_values)}");
        }

        return text.ToString();
    }

    private void Line(string text)
    {
        _text.Append(text);
        if (Chance(25))
            _text.Append(One([" // comment", " /* one\n two */", " \\ ", "\\"]));
        _text.Append('\n');
    }

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private string One(string[] choices) => choices[random.Next(choices.Length)];
}
