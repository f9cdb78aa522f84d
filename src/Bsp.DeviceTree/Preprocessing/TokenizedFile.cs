namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>A file split into lines and tokens: what can be known about it whatever is defined, so that many trees share it.</summary>
/// <param name="source">The file.</param>
/// <param name="bytes">Its bytes, with lines joined that end in a backslash.</param>
/// <param name="splices">Where lines were joined, and how many bytes were left out up to there; null where none were.</param>
/// <param name="tokens">All tokens.</param>
/// <param name="lines">The lines that have tokens.</param>
internal sealed class TokenizedFile(
    SourceFile source, byte[] bytes, List<(int Offset, int Removed)>? splices, ArraySegment<FileToken> tokens,
    ArraySegment<TokenLine> lines)
{
    private Macro?[]? _macros;

    public SourceFile Source => source;

    public byte[] Bytes => bytes;

    /// <summary>All tokens, by their numbers. There is room after the last.</summary>
    public FileToken[] Tokens => tokens.Array!;

    /// <summary>How many tokens there are.</summary>
    public int Count => tokens.Count;

    public ReadOnlySpan<TokenLine> Lines => lines;

    /// <summary>Where a comment begins that does not end; -1 for none.</summary>
    public int OpenComment { get; init; } = -1;

    /// <summary>A token by its number.</summary>
    public Token this[int number]
    {
        get
        {
            ref readonly var token = ref Tokens[number];
            return new(bytes, token.Start, token.Length, token.Id, token.Flags);
        }
    }

    /// <summary>Whether a token is a character.</summary>
    public bool Is(int number, char c) => Tokens[number] is { Length: 1, Start: var start } && bytes[start] == c;

    /// <summary>The macro that a line defines; null as long as nobody has read it.</summary>
    public Macro? MacroOf(int line) => Volatile.Read(ref _macros) is { } macros ? Volatile.Read(ref macros[line]) : null;

    /// <summary>Keeps the macro that a line defines.</summary>
    public void Keep(int line, Macro macro)
    {
        // Most files that are no headers define none.
        if (Volatile.Read(ref _macros) is null)
            Interlocked.CompareExchange(ref _macros, new Macro?[lines.Count], null);
        Volatile.Write(ref _macros![line], macro);
    }

    /// <summary>Where a byte of the joined text was written.</summary>
    public SourcePosition Locate(int offset) => source.Locate(OffsetInFile(offset));

    /// <summary>The number of the line that a byte of the joined text is in.</summary>
    public int LineOf(int offset) => source.LineOf(OffsetInFile(offset));

    private int OffsetInFile(int offset)
    {
        var removed = 0;
        foreach (var splice in splices ?? [])
        {
            if (splice.Offset > offset)
                break;
            removed = splice.Removed;
        }

        return offset + removed;
    }
}

/// <summary>A line of a file.</summary>
/// <param name="First">Its first token; of a directive the one after its name.</param>
/// <param name="End">After its last token.</param>
/// <param name="Directive">The directive that it is.</param>
/// <param name="Start">Where it begins.</param>
internal readonly record struct TokenLine(int First, int End, Directive Directive, int Start);

/// <summary>The directives of C. In assembler mode all others are text: <c>#address-cells</c>.</summary>
internal enum Directive : byte
{
    None,
    Define,
    Undef,
    Include,
    IncludeNext,
    Import,
    If,
    Ifdef,
    Ifndef,
    Elif,
    Elifdef,
    Elifndef,
    Else,
    Endif,
    Error,
    Warning,
    Pragma,
    Line,
    Assert,
    Unassert,

    /// <summary>A text of no meaning here: <c>#ident</c>, <c>#sccs</c>.</summary>
    Ident,

    /// <summary>Known to C and of no meaning: <c>#</c> alone.</summary>
    Ignored,

    /// <summary>What other languages call a directive of C: <c>#elseif</c>. To gcc it is text, so what it is to choose is read.</summary>
    Misspelt,
}
