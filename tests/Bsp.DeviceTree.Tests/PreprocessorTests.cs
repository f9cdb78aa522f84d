using System.Text;
using System.Text.RegularExpressions;
using Bsp.DeviceTrees.Preprocessing;

namespace Bsp.DeviceTrees.Tests;

/// <summary>Sources preprocessed by both gcc and this preprocessor: the same but for blanks.</summary>
public sealed partial class PreprocessorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bsp-test-").FullName;

    public static TheoryData<string> Texts =>
    [
        "#define A 1\n#define B A A\nB A(2) B\n",
        "#define F(x) <x 0>\nF(1) F((1, 2)) F(\n 3\n) F (4) F\n",
        "#define F(x, y) y x\n#define G F\nG(1, 2) F(, 2) F(,)\n",
        "#define S(x) #x\n#define T(x) S(x)\n#define V 1\nS(V) T(V) S( \"a\\n\"  b 'c' )\n",
        "#define P(a, b) a##b\n#define X1 yes\nP(X, 1) P(pin-, x) P(0x, 10) P(,1) P(1,) P(,)\n",
        "#define P(a) pin- ## a ## _x\nP(y) P()\n",
        "#define REC REC + 1\nREC\n#define A B\n#define B A\nA B\n",
        "#define f(x) x f\n#define g f(1)\ng(2)(3)\n",
        "#define E(...) (__VA_ARGS__)\n#define H(a, ...) a, ## __VA_ARGS__ ;\nE() E(1,2) H(1) H(1,2,3)\n",
        "#define N(args...) args\nN(1, 2)\n",
        "#define EMPTY\n#define CALL(x) [x]\nCALL EMPTY (1) CALL(EMPTY) EMPTY\n",
        "#if 0\nno ' \" apostrophes\n#elif 1\nyes\n#else\nno\n#endif\n",
        "#ifdef X\nno\n#else\n#ifndef X\nyes\n#endif\n#endif\n",
        "#define X 3\n#if defined(X) && !defined Y && X == 3 && (X << 1) > 5 && 'a' == 97 && 010 == 8 && -1 < 0\nyes\n#endif\n"
        + "#if X > 2 ? 0 : 1\nno\n#endif\n",
        "#define COND (!OTHER)\n#if COND\nyes\n#endif\n#if OTHER\nno\n#endif\n",
        "#define A 1 /* one\n line */ + 2\nA // end\nB /* x */ C/**/D\n",
        "#define LONG 1 \\\n  2 \\\n  3\nLONG\nsplit\\\nname\n",
        "#define A 1\n#undef A\nA\n",
        "/ {\n#address-cells = <1>;\n #size-cells = <A>;\n};\n#define A 1\n",
        "#define ADDR 4\nnode@ADDR { 0x1e+ADDR; @1e+ADDR; p-ADDR,ADDR; };\n",
        "#include \"part.dtsi\"\n#include <sys/h.h>\nGUARDED H\n#include \"part.dtsi\"\n",
        "#define NAME <sys/h.h>\n#include NAME\nH\n",
        "__DTS__ __ASSEMBLER__ linux unix __COUNTER__ __COUNTER__\n",
        "don't \"a /* b */ // c\" 'x\n",
        "#define Q(x) \"x\" x\nQ(1) \"Q(2)\"\n",
        "#pragma once\n#ident \"x\"\nafter\n",
        "a\n#\nb\n  #  \nc\n#/* x */\nd #\n# e\n#if 0\n#\n#endif\n",
        "#define OUTER(x) INNER(x) INNER\n#define INNER(x) (x)\nOUTER(1)(2)\n",
        "#define NODE(n) node##n { reg = <n>; };\nNODE(1)\nNODE(\n2)\n",
        "#define MANY(a,b,c) a b c\nMANY(MANY(1,2,3),\nMANY(4,5,6),\n7)\n",
        "#ifdef X\nno\n#elifdef __DTS__\nyes\n#else\nno\n#endif\n#if 0\n#elifndef X\nyes\n#endif\n",
        "#ifdef __has_include\n#if defined(__has_include) && __has_include(\"part.dtsi\") && !__has_include(<none.h>)\n"
        + "#include \"part.dtsi\"\n"
        + "#endif\n#endif\n",
        "#define HEADER <sys/h.h>\n#if __has_include(HEADER) && __has_include_next(<sys/h.h>)\nyes\n#endif\n",
        "#define A 1 \\ \n + 2\nA \\\t\n3\n",
        "\uFEFF#define A 1\nA\n",
        "#define A\n#define IS defined(A) && !defined B\n#if IS\nyes\n#endif\n",
        "#if defined(DIV) && 100 / DIV\n#elif 1 || 1 % 0\nyes\n#endif\n#if 0 ? 1 / 0 : 2, 1\nyes\n#endif\n",
        "#if 0b101 == 5 && 'ab' == 24930 && '\\377' < 0 && L'a' == 97 && 0x10uLL == 16 && -1 >> 70 == -1 && 1 << -1 == 0\nyes\n#endif\n",
        "#define L(x, ...) x __VA_OPT__(and __VA_ARGS__) end\nL(1) L(1,) L(1, 2)\n"
        + "#define S(...) #__VA_OPT__(a __VA_ARGS__) b##__VA_OPT__(c)\nS() S(1)\n",
        "#include <sys//h.h>\nH\n",
        "__INCLUDE_LEVEL__\n#include \"level.dtsi\"\n",
        "#define C(x, ...) [x, ## __VA_ARGS__]\nC(1) C(1,) C(1, 2)\n#define D(...) [0, ## __VA_ARGS__]\nD() D(1)\n",
        "#define F(x) x __LINE__\n#define G __LINE__\nF(\n__LINE__\n\n) __LINE__ F(\nG\n)\n#line 100\n__LINE__\n",
        "#define A 1\n#pragma push_macro(\"A\")\n#undef A\n#define A 2\nA\n#pragma pop_macro(\"A\")\nA\n",
        "#include \"once.dtsi\"\n#include \"once.dtsi\"\n#import \"part.dtsi\"\n#import \"part.dtsi\"\n",
        "#include <next.h>\n",
        "#assert board(r2s)\n#if #board(r2s) && !#board(r3) && #board\nyes\n#endif\n#unassert board\n#if #board\nno\n#endif\n",
        "#assert m(a(b) c)\n#if #m(a(b)\nyes\n#endif\n#unassert m('c'G(x ) y\n#if #m(a(b)\nyes\n#endif\n",
        "#define Y\n#define M y Y\nx M M\nfoo-M pin-Y\n",
        "#define A 1\n\"open A\nA 'open A\n#define S(x) #x\nS(\"a\\\\b\") S('\"')\n",
        "#line 50 \"f.dts\"\n__LINE__ __FILE__\n# 70 \"g.dts\"\n__LINE__\n#line 9\n__LINE__\n",
        "a\0b \0 c\n#define A 1\0 2\nA\n",
        "_Pragma(\"once\") a _Pragma ( L\"push_macro(\\\"A\\\")\") b\n"
        + "#define I(x) x\n#define A 1\nI(_Pragma(\"pop_macro(\\\"A\\\")\") A) A\n"
        + "#define S(x) #x\nS(_Pragma(\"x\")) I(c-_Pragma(\"y\")-d)\n",
        "#if __has_include(<none.h>) || 1 || __has_include(<other.h>)\n#include <none.h>\n#endif\nafter\n",
        "#define O(x, ...) x ## __VA_OPT__(b) c __VA_OPT__(d) ## __VA_OPT__() e\nO(a) O(a, 1) O() O(, 1)\n",
        "#define F(x, ...) 1 __VA_OPT__(+ 1)\n#if F(1, 2) == 2 && F(1) == 1\nyes\n#endif\n",
        "#define P(a, b) a##b\n#define X 1\nP(-, X) P(<, X) P(1, e) P(., 5)\n#define T(x) x ### x\n",
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_is_that_of_gcc(string text)
    {
        Put("test.dts", text);
        Put("part.dtsi", "#ifndef PART\n#define PART\n#define GUARDED once\nin part\n#endif\n");
        Put("include/sys/h.h", "#define H header\n");
        Put("level.dtsi", "__INCLUDE_LEVEL__\n");
        Put("once.dtsi", "#pragma once\nonce\n");
        Put("include/next.h", "first\n#include_next <next.h>\n");
        Put("include2/next.h", "second\n");
        Put("include2/sys/h.h", "");
        var messages = new List<SourceMessage>();
        var cache = new SourceCache(new DiskSourceFiles(_folder));
        using var preprocessor = new Preprocessor(cache, new() { IncludeFolders = ["include", "include2"] }, messages);
        var result = preprocessor.Run(cache.TryOpen("test.dts")!);
        Assert.Empty(messages.Where(message => message.Severity == SourceSeverity.Error).Select(message => message.ToString()));
        Assert.Equal(
            Words(
                Encoding.UTF8.GetString(
                    Dtc.Preprocess(
                        _folder, "test.dts", "-I" + Path.Combine(_folder, "include"), "-I" + Path.Combine(_folder, "include2")))),
            Words(Encoding.UTF8.GetString(result.Bytes)));
    }

    [Theory]
    [InlineData("#include \"none.h\"\n", "test.dts:1.1-18 there is no file 'none.h'; looked in ., include")]
    [InlineData("#if 1 || __has_include(<none.h>)\n#endif\n#include <none.h>\n",
        "test.dts:3.1-18 there is no file 'none.h'; looked in include")]
    [InlineData("\n#error no good\n", "test.dts:2.1-15 #error no good")]
    [InlineData("#if 1\n", "test.dts:1.1 this condition has no #endif")]
    [InlineData("#endif\n", "test.dts:1.1-7 there is no #if before this")]
    [InlineData("#define F(x) x\nF(1, 2)\n",
        "test.dts:2.1-2 the macro 'F' takes 1 argument(s) and is given 2; it is defined at test.dts:1.9")]
    [InlineData("#if 1 +\n#endif\n", "test.dts:1.1-8 the condition is not complete")]
    [InlineData("\n/* open\na\n", "test.dts:2.1-3 this comment does not end")]
    [InlineData("#if 0\n#elseif 1\n#endif\n",
        "test.dts:2.1-10 C has no such directive; it has #if, #ifdef, #ifndef, #elif, #elifdef, #elifndef, #else and #endif")]
    [InlineData("#define F(x) x\nF(\n#a\n)\n",
        "test.dts:3.1-2 a line that begins with '#' between a macro's arguments: gcc takes the '#' for a comma")]
    [InlineData("a __DATE__\n", "test.dts:1.1 '__DATE__' would make another tree with each build")]
    [InlineData("__has_include(<a.h>)\n", "test.dts:1.1 '__has_include' is an operator of #if and #elif")]
    [InlineData("#pragma GCC poison BAD\nBAD\n", "test.dts:2.1 'BAD' is poisoned by #pragma GCC poison")]
    [InlineData("#define F(...) __VA_OPT__\n", "test.dts:1.1-26 '__VA_OPT__' takes tokens in parentheses, and no other of its kind")]
    [InlineData("#define F(...) __VA_OPT__(a __VA_OPT__(b))\n",
        "test.dts:1.1-43 '__VA_OPT__' takes tokens in parentheses, and no other of its kind")]
    [InlineData("#if 1 -- 1\n#endif\n", "test.dts:1.1-11 '--' is not expected in this condition")]
    [InlineData("#if 1lul\n#endif\n", "test.dts:1.1-9 '1lul' is not a whole number")]
    [InlineData("#if #m()\n#endif\n", "test.dts:1.1-9 '#m()' has no answer")]
    [InlineData("#if 0 || #m(a\n#endif\n", "test.dts:1.1-14 the answer of '#m' has no ')'")]
    [InlineData("#define\n", "test.dts:1.1-8 a macro's name has to follow here")]
    [InlineData("#undef defined\n", "test.dts:1.1-15 'defined' can be no macro")]
    [InlineData("#ident x\n", "test.dts:1.1-9 this directive takes a text in quotes")]
    [InlineData("_Pragma(once)\n", "test.dts:1.1-14 _Pragma takes a text in parentheses")]
    [InlineData("_Pragma(\"GCC error \\\"no\\\"\")\n", "test.dts:1.1-28 no")]
    [InlineData("#pragma GCC dependency \"none.h\"\n", "test.dts:1.1-32 there is no file 'none.h'")]
    [InlineData("#pragma GCC warning\n", "test.dts:1.1-20 this pragma takes a text in quotes")]
    [InlineData("#pragma push_macro(A)\n", "test.dts:1.1-22 this pragma takes (\"NAME\")")]
    [InlineData("#pragma message \"x\"\n", "test.dts:1.1-20 dtc does not know #pragma message")]
    [InlineData("#include \"test.dts\"\n", "test.dts:1.1-20 files are included 200 deep, or 10000 times: does 'test.dts' include itself?")]
    public void Errors_are_reported_with_their_positions(string text, string expected)
    {
        var messages = Sources.Preprocess(text).Messages();
        Assert.Contains("Error: " + expected, messages);
    }

    [Fact]
    public void A_text_that_is_released_leaves_its_memory_and_nothing_of_what_it_said()
    {
        Put("long.dts", "/dts-v1/;\n/ {\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"\tp{i} = <{i}>;\n")) + "};\n");
        Put("short.dts", "/dts-v1/;\n/ {\n\tp = <&none>;\n};\n");
        var cache = new SourceCache(new DiskSourceFiles(_folder));
        var options = new CompilerOptions { Preprocessor = new() };
        var first = DeviceTreeCompiler.Compile("long.dts", cache, options);
        var blob = BlobWriter.Write(first.Tree!);
        first.Release();
        first.Release();
        Assert.Equal(
            ["short.dts:3.7-12: ERROR (phandle_references): /: Reference to non-existent node or label \"none\""],
            DeviceTreeCompiler.Compile("short.dts", cache, options).Messages());
        Assert.Equal(blob, BlobWriter.Write(DeviceTreeCompiler.Compile("long.dts", cache, options).Tree!));
    }

    [Fact]
    public void Places_are_those_of_the_files_that_people_wrote()
    {
        var compiled = Sources.Preprocess(
            "/dts-v1/;\n#include \"part.dtsi\"\n#define BAD <&nothing>\n/ {\n\tp = BAD;\n};\n",
            ("part.dtsi", "/* a comment\n of lines */\n/ {\n\tq = <&gone>;\n};\n"));
        Assert.Equal(
            ["part.dtsi:4.7-12: ERROR (phandle_references): /: Reference to non-existent node or label "
                + "\"gone\"", "test.dts:5.6: ERROR (phandle_references): /: Reference to non-existent node or label \"nothing\""],
            compiled.Messages());
    }

    [Theory]
    [InlineData("#define ACTIVE_LOW 1\n/dts-v1/;\n/ {\n\tp = <0 ACTIVE_LO>;\n\tq = <ACTIVE_LOW>;\n};\n",
        "Error: test.dts:4.9-18 syntax error: the macro 'ACTIVE_LO' is not defined; did you mean ACTIVE_LOW?")]
    [InlineData("/dts-v1/;\n/ {\n\tp = <GPIO_ACTIVE_LOW>;\n};\n",
        "Error: test.dts:3.7-22 syntax error: the macro 'GPIO_ACTIVE_LOW' is not defined; is an #include missing?")]
    public void A_macro_that_is_not_defined_is_named(string source, string expected) =>
        Assert.Equal([expected], Sources.Preprocess(source).Messages());

    [Fact]
    public void All_errors_are_reported() => Assert.Equal(
        [
            "Error: test.dts:2.8-9 syntax error: '>' is missing after 'p=<1'",
            "Error: test.dts:4.1-3 Label or path b not found; did you mean a?",
            "Error: test.dts:5.8-11 syntax error: a property or a node should be here, but it is '\"x\"'",
        ],
        Sources.Compile("/dts-v1/;\n/ { p=<1;\n a: n { }; };\n&b { };\n/ { q; \"x\"; };\n").Messages());

    [Fact]
    public void Macros_that_expand_without_end_are_stopped()
    {
        var text = new StringBuilder("#define M0 x x x x x x x x x x\n");
        for (var i = 1; i < 30; i++)
            text.Append($"#define M{i} M{i - 1} M{i - 1} M{i - 1} M{i - 1} M{i - 1} M{i - 1} M{i - 1} M{i - 1} M{i - 1}\n");
        Assert.Contains(
            Sources.Preprocess(text + "M29\n").Messages(),
            message => message.Contains("the text grows beyond 64 MiB", StringComparison.Ordinal));
    }

    private void Put(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    // gcc sets blanks where tokens could be taken for one; none of the texts here depends on it.
    private static string Words(string text) => Blanks().Replace(text, "");

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}
