namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>Reads what a definition lets a name stand for (C11, section 6.10.3).</summary>
internal static class MacroBody
{
    /// <summary>Whether each <c>##</c> has a token on either side.</summary>
    public static bool IsWhole(ReadOnlySpan<Token> tokens) =>
        tokens.Length < 2 || !(IsPaste(tokens, 0) || IsPaste(tokens, tokens.Length - 2));

    /// <summary>The parts of a body that is whole.</summary>
    public static MacroPart[] Read(ReadOnlySpan<Token> tokens, int[]? parameters)
    {
        var parts = new MacroPart[tokens.Length];
        var count = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (IsPaste(tokens, i))
            {
                parts[count - 1] = parts[count - 1] with { IsPasted = true };
                i++;
            }
            else if (parameters is not null && tokens[i].Is('#') && i + 1 < tokens.Length && ParameterOf(tokens[i + 1], parameters) is >= 0 and var named)
            {
                parts[count++] = new(tokens[i], named, true, false);
                i++;
            }
            else
            {
                parts[count++] = new(tokens[i], ParameterOf(tokens[i], parameters), false, false);
            }
        }

        Array.Resize(ref parts, count);
        return parts;
    }

    private static bool IsPaste(ReadOnlySpan<Token> tokens, int i) => tokens[i].Is('#') && i + 1 < tokens.Length && tokens[i + 1].Is('#') && !tokens[i + 1].HasSpace;

    private static int ParameterOf(Token token, int[]? parameters) => parameters is null || token.Id < 0 ? -1 : Array.IndexOf(parameters, token.Id);
}
