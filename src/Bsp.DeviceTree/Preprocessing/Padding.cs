namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>
/// What is between two tokens of an expansion. gcc puts padding where an expansion or an argument begins and ends, which decides, instead
/// of the blanks of the next token, whether a blank is written (libcpp/macro.cc, padding_token and avoid_paste).
/// </summary>
internal enum Padding : byte
{
    /// <summary>None: the next token is as it was written.</summary>
    None,

    /// <summary>What has no say in it: the next token is as it was written, but is not to merge with the one before.</summary>
    Open,

    /// <summary>What was written without a blank before it.</summary>
    Tight,

    /// <summary>What was written after a blank.</summary>
    Blank,

    /// <summary>As <see cref="Blank"/>, and the blank is there already.</summary>
    Written,
}

/// <summary>What padding comes to.</summary>
internal static class Paddings
{
    /// <summary>Padding that stands for a token: it is before what that becomes.</summary>
    public static Token Before(Token source) => source.HasSpace ? s_blank : s_tight;

    /// <summary>Padding that only keeps tokens apart: it is after what something has become.</summary>
    public static Token After { get; } = new([], 0, 0, -1, TokenFlags.Padding | TokenFlags.Sourceless);

    private static readonly Token s_tight = new([], 0, 0, -1, TokenFlags.Padding);
    private static readonly Token s_blank = new([], 0, 0, -1, TokenFlags.Padding | TokenFlags.Space);

    /// <summary>What padding and more of it is together.</summary>
    public static Padding With(this Padding padding, Token more) => padding switch
    {
        Padding.None or Padding.Open or Padding.Tight when more.IsSourceless => Padding.Open,
        Padding.None or Padding.Open => more.HasSpace ? Padding.Blank : Padding.Tight,
        _ => padding,
    };

    /// <summary>Padding as a token.</summary>
    public static Token ToToken(this Padding padding) => padding switch
    {
        Padding.Open => After,
        Padding.Blank => s_blank,
        _ => s_tight,
    };

    /// <summary>Whether a blank is before a token that follows, merging aside.</summary>
    public static bool HasBlank(this Padding padding, Token next) => padding switch
    {
        Padding.None or Padding.Open => next.HasSpace,
        _ => padding == Padding.Blank,
    };

    /// <summary>Whether two tokens would be read as something else without a blank between them (gcc's cpp_avoid_paste).</summary>
    public static bool WouldMerge(Token left, Token right)
    {
        var next = right.Bytes[right.Start];
        if (left.Id >= 0)
        {
            return right.Id >= 0 || (right.IsNumber && Preprocessor.IsWord(right.Text))
                || (next is (byte)'"' or (byte)'\'' && right.IsLiteral);
        }

        if (left.IsNumber)
            return right.Id >= 0 || right.IsNumber || next is (byte)'.' or (byte)'+' or (byte)'-' || (next == '\'' && right.IsLiteral);
        return left.Text switch
        {
            [(byte)'=' or (byte)'!' or (byte)'*' or (byte)'^'] => next == '=',
            [var sign and ((byte)'>' or (byte)'+' or (byte)'&' or (byte)'|')] => next == '=' || next == sign,
            [(byte)'<'] => next is (byte)'=' or (byte)'<' or (byte)'%' or (byte)':',
            [(byte)'-'] => next is (byte)'=' or (byte)'-' or (byte)'>',
            [(byte)'/'] => next is (byte)'=' or (byte)'/' or (byte)'*',
            [(byte)'%'] => next is (byte)'=' or (byte)':' or (byte)'>',
            [(byte)':'] => next is (byte)':' or (byte)'>',
            [(byte)'.'] => next is (byte)'.' or (byte)'%' || right.IsNumber,
            [(byte)'#'] => next is (byte)'#' or (byte)'%',
            [(byte)'\\'] => right.Id >= 0,
            [(byte)'<', (byte)'<'] or [(byte)'>', (byte)'>'] => next == '=',
            [(byte)'-', (byte)'>'] => next == '*',
            [(byte)'<', (byte)'='] => next == '>',
            _ => false,
        };
    }
}
