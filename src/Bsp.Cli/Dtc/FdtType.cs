namespace Bsp.Cli.Dtc;

/// <summary>The type that fdtget and fdtput are given for a value (util.c, utilfdt_decode_type).</summary>
/// <param name="Kind">
/// <c>s</c> for text, <c>r</c> for bytes as they are, <c>i</c>, <c>u</c> and <c>x</c> for numbers; <c>d</c> where nothing was said.
/// </param>
/// <param name="Size">The bytes of a number; null where nothing was said.</param>
internal sealed record FdtType(char Kind, int? Size)
{
    /// <summary>What holds where nothing was said.</summary>
    public static FdtType Guessed { get; } = new('d', null);

    /// <summary>Reads a type.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public static FdtType Parse(string text)
    {
        var (size, kind) = text switch
        {
            ['h', 'h', ..] => (1, text[2..]),
            ['b', ..] => (1, text[1..]),
            ['h', ..] => (2, text[1..]),
            ['l', ..] => (4, text[1..]),
            _ => ((int?)null, text),
        };
        return kind switch
        {
            ['i' or 'u' or 'x'] => new(kind[0], size),
            ['s' or 'r'] => new(kind[0], null),
            _ => throw new CliException(
                $"'{text}' is not a type; there are s, r, and i, u and x, before which b, h or l may say how large numbers are",
                ExitStatus.No),
        };
    }
}
