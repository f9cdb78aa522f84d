namespace Bsp.DeviceTrees;

/// <summary>What a byte of a source can be part of. Reading asks this of every byte, so the answers are in a table.</summary>
internal static class Characters
{
    private const byte Blank = 1, Letter = 2, Digit = 4, Special = 8;

    private static readonly byte[] s_kinds = Kinds();

    /// <summary>Whether it separates words: a space, or what C's isspace has besides.</summary>
    public static bool IsBlank(byte c) => (s_kinds[c] & Blank) != 0;

    /// <summary>Whether an identifier can begin with it: a letter or <c>_</c>.</summary>
    public static bool IsLetter(byte c) => (s_kinds[c] & Letter) != 0;

    /// <summary>Whether it is a decimal digit.</summary>
    public static bool IsDigit(byte c) => (s_kinds[c] & Digit) != 0;

    /// <summary>Whether an identifier can have it.</summary>
    public static bool IsIdentifier(byte c) => (s_kinds[c] & (Letter | Digit)) != 0;

    /// <summary>Whether the name of a node or property can have it (scripts/dtc/dtc-lexer.l, PROPNODECHAR).</summary>
    public static bool IsName(byte c) => (s_kinds[c] & (Letter | Digit | Special)) != 0;

    // Plain loops: the compiler to native code makes the table then, and no access has to ask whether it is there.
    private static byte[] Kinds()
    {
        var kinds = new byte[256];
        for (var c = '\t'; c <= '\r'; c++)
            kinds[c] = Blank;
        kinds[' '] = Blank;
        for (var c = 'a'; c <= 'z'; c++)
            kinds[c] = Letter;
        for (var c = 'A'; c <= 'Z'; c++)
            kinds[c] = Letter;
        kinds['_'] = Letter;
        for (var c = '0'; c <= '9'; c++)
            kinds[c] = Digit;
        kinds[','] = kinds['.'] = kinds['+'] = kinds['*'] = kinds['#'] = kinds['?'] = kinds['@'] = kinds['-'] = Special;
        return kinds;
    }
}
