namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>Reads what a definition lets a name stand for (C11, section 6.10.3).</summary>
internal static class MacroBody
{
    /// <summary>Whether each <c>##</c> has a token on either side.</summary>
    public static bool IsWhole(TokenizedFile file, int first, int end) =>
        first == end || !(IsPaste(file, first) || IsPaste(file, end - 1));

    /// <summary>The parts of a body that is whole.</summary>
    public static MacroPart[] Read(TokenizedFile file, int first, int end, int[]? parameters, bool isVariadic)
    {
        var parts = ReadParts(file, first, end, parameters, isVariadic);
        // Whether a blank is before an expansion says its name.
        if (parts.Length > 0)
            parts[0] = parts[0] with { Token = parts[0].Token.With(TokenFlags.None) };
        return parts;
    }

    /// <summary>
    /// Whether each <c>__VA_OPT__</c> has its parentheses, and in them no other, and no <c>##</c> at either end.
    /// </summary>
    public static bool HasWholeOptions(TokenizedFile file, int first, int end)
    {
        var close = first;
        for (var i = first; i < end; i++)
        {
            if (!IsOptional(file, i))
                continue;
            if (i < close)
                return false;
            close = EndOfOptional(file, i, end);
            if (close == 0 || !IsWhole(file, i + 2, close))
                return false;
        }

        return true;
    }

    private static MacroPart[] ReadParts(TokenizedFile file, int first, int end, int[]? parameters, bool isVariadic)
    {
        var parts = new MacroPart[end - first];
        var count = 0;
        for (var i = first; i < end; i++)
        {
            if (IsPaste(file, i))
            {
                parts[count - 1] = parts[count - 1] with { IsPasted = true };
            }
            else if (isVariadic && (file.Is(i, '#') ? i + 1 : i) is var name && EndOfOptional(file, name, end) is > 0 and var close)
            {
                var optional = ReadParts(file, name + 2, close, parameters, isVariadic);
                parts[count++] = new(file[i], -1, name > i, false, optional);
                i = close;
            }
            else if (parameters is not null && file.Is(i, '#') && i + 1 < end
                && ParameterOf(file.Tokens[i + 1].Id, parameters) is >= 0 and var named)
            {
                parts[count++] = new(file[i], named, true, false);
                i++;
            }
            else if (ParameterOf(file.Tokens[i].Id, parameters) is >= 0 and var glued && count > 0
                && parts[count - 1] is { IsPasted: true, Parameter: < 0, Optional: null } hash && hash.Token.Is('#'))
            {
                // gcc takes the ## out and then finds the # before the parameter: # ## x is #x.
                parts[count - 1] = new(hash.Token, glued, true, false);
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

    private static bool IsOptional(TokenizedFile file, int i) => file[i].Text.SequenceEqual("__VA_OPT__"u8);

    // Where the parenthesis closes that __VA_OPT__ opens; 0 where there is none.
    private static int EndOfOptional(TokenizedFile file, int name, int end)
    {
        if (name + 2 >= end || !IsOptional(file, name) || !file.Is(name + 1, '('))
            return 0;
        var depth = 0;
        for (var i = name + 2; i < end; i++)
        {
            if (file.Is(i, ')') && depth-- == 0)
                return i;
            if (file.Is(i, '('))
                depth++;
        }

        return 0;
    }

    private static bool IsPaste(TokenizedFile file, int i) => file[i].Text.SequenceEqual("##"u8);

    private static int ParameterOf(int id, int[]? parameters) => parameters is null || id < 0 ? -1 : Array.IndexOf(parameters, id);
}
