namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>Reads what a definition lets a name stand for (C11, section 6.10.3).</summary>
internal static class MacroBody
{
    /// <summary>Whether each <c>##</c> has a token on either side.</summary>
    public static bool IsWhole(TokenizedFile file, int first, int end) =>
        end - first < 2 || !(IsPaste(file, first, end) || IsPaste(file, end - 2, end));

    /// <summary>The parts of a body that is whole.</summary>
    public static MacroPart[] Read(TokenizedFile file, int first, int end, int[]? parameters)
    {
        var parts = new MacroPart[end - first];
        var count = 0;
        for (var i = first; i < end; i++)
        {
            if (IsPaste(file, i, end))
            {
                parts[count - 1] = parts[count - 1] with { IsPasted = true };
                i++;
            }
            else if (parameters is not null && file.Is(i, '#') && i + 1 < end
                && ParameterOf(file.Tokens[i + 1].Id, parameters) is >= 0 and var named)
            {
                parts[count++] = new(file[i], named, true, false);
                i++;
            }
            else
            {
                parts[count++] = new(file[i], ParameterOf(file.Tokens[i].Id, parameters), false, false);
            }
        }

        if (count < parts.Length)
            Array.Resize(ref parts, count);
        return parts;
    }

    private static bool IsPaste(TokenizedFile file, int i, int end) =>
        file.Is(i, '#') && i + 1 < end && file.Is(i + 1, '#') && !file.Tokens[i + 1].HasSpace;

    private static int ParameterOf(int id, int[]? parameters) => parameters is null || id < 0 ? -1 : Array.IndexOf(parameters, id);
}
