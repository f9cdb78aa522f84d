namespace Bsp.Fuzz.DeviceTrees;

/// <summary>Sources of what the preprocessor knows, and the pieces that they are damaged with.</summary>
internal static class MacroSources
{
    /// <summary>Definitions, calls, conditions and files.</summary>
    public static IReadOnlyList<byte[]> All { get; } = Target.PiecesOf(
        "#define F(x, y) x##y #x F(y, x)\nF(a, b) F(F(1, 2), (3, 4)) F(\n,\n) F (\n",
        "#define V(x, ...) x __VA_OPT__(a ## x b) , ## __VA_ARGS__ #__VA_OPT__(c)\nV(1) V(1,) V(1, 2, 3) V(V(1, 2), V)\n",
        "#define N(args...) <args>\n#define A B\n#define B A N(A)\nA B N(N(A)) pin-A node@B { reg = <A>; };\n",
        "#if defined(A) && (1 << 3) / 2 == 4 ? 'a' : __has_include(<part.dtsi>)\n#elifdef A\nb\n#elifndef A\nc\n#else\nd\n#endif\n",
        "#include \"part.dtsi\"\n#define H <part.dtsi>\n#include H\n#include_next <part.dtsi>\n#import \"part.dtsi\"\n#pragma once\n",
        "#define A 1\n#pragma push_macro(\"A\")\n#undef A\n#define A __LINE__ __COUNTER__ __FILE__\nA\n"
        + "#pragma pop_macro(\"A\")\nA\n#line 7\nA\n",
        "#assert m(a)\n#if #m(a)\nyes\n#endif\n#unassert m\n#pragma GCC poison P\n#ident \"x\"\n#\n#address-cells = <1>;\n",
        "/* c */ \"open\n'c' L'x' 0x1e+F \\\n .5 <<= -> ## // end\\\n more\n#define E\n#define G(x) [x E]\nG(E) G() G(,) E G E (1)\n");

    /// <summary>The pieces.</summary>
    public static IReadOnlyList<byte[]> Words { get; } = Target.PiecesOf(
        "#define ", "#define F(x) ", "#undef ", "#include ", "#if ", "#ifdef ", "#elif ", "#elifdef ", "#else\n", "#endif\n", "#line ",
        "#pragma ", "#assert ", "\n#", "##", "#", "(", ")", ",", "...", "__VA_ARGS__", "__VA_OPT__(", "__VA_OPT__", "__has_include(",
        "__LINE__", "__COUNTER__", "defined ", "A", "B", "F", "F(", "V(", "N(", "\n", "\\\n", "\\", " ", "/*", "*/", "//", "\"", "'", "L'",
        "<", "<<", "<part.dtsi>", "1 / 0", "99999999999999999999", "0x", "? ", ": ", "&& ", "|| ", "-", "\0", "\u00e9", "\uFEFF");
}
