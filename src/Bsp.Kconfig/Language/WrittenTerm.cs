namespace Bsp.Kconfig;

/// <summary>A term as its file has it, where a function or a variable of Kconfig decides what it is when the files are read.</summary>
/// <param name="Text">The term.</param>
/// <param name="Position">Where.</param>
/// <param name="Value">What it has become.</param>
/// <param name="Decider">Why it is so where it is <c>n</c>: <c>the compiler says no</c>.</param>
internal sealed record WrittenTerm(string Text, SourcePosition Position, Expr Value, string Decider)
{
    /// <summary>The terms of a statement that have functions or variables; all of it is one where they cannot be told apart.</summary>
    /// <param name="text">The statement without its keyword.</param>
    /// <param name="position">Where.</param>
    /// <param name="value">What it has become.</param>
    public static IEnumerable<WrittenTerm> Of(string text, SourcePosition position, Expr value)
    {
        var (texts, values) = (Operands(text), RequestCheck.Operands(value, ExprKind.And).ToList());
        if (texts.Count != values.Count)
            (texts, values) = ([text], [value]);
        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i].IndexOf('$') is >= 0)
                yield return new(texts[i], position, values[i], DeciderOf(texts[i]));
        }
    }

    /// <summary>Who decides a text, by the functions of the kernel's scripts/Kconfig.include and their like.</summary>
    public static string DeciderOf(string text)
    {
        var start = text.IndexOf("$(", StringComparison.Ordinal) + 2;
        var end = text.IndexOfAny([',', ')'], start);
        var name = start < 2 || end < 0 ? "" : text.Substring(start, end - start);
        return name.Split('-')[0] switch
        {
            "cc" or "gcc" or "clang" or "m32" or "m64" => "the compiler says no",
            "as" => "the assembler says no",
            "ld" => "the linker says no",
            "rustc" => "the Rust compiler says no",
            _ when name.StartsWith("dt_", StringComparison.Ordinal) => "the devicetree, which is not read here, says no",
            _ when end >= 0 && text[end] == ')' => $"the variable {name} says no",
            _ => "the shell says no",
        };
    }

    /// <summary>The operands of a row of <c>&amp;&amp;</c>.</summary>
    private static List<string> Operands(string text)
    {
        var operands = new List<string>();
        var (start, depth, quote) = (0, 0, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            if (quote != '\0')
                quote = text[i] == quote ? '\0' : quote;
            else if (text[i] is '"' or '\'')
                quote = text[i];
            else if (text[i] is '(' or ')')
                depth += text[i] == '(' ? 1 : -1;
            else if (depth == 0 && string.CompareOrdinal(text, i, "||", 0, 2) == 0)
                return [text];
            else if (depth == 0 && string.CompareOrdinal(text, i, "&&", 0, 2) == 0)
            {
                operands.Add(text.Substring(start, i - start).Trim());
                start = ++i + 1;
            }
        }

        operands.Add(text.Substring(Math.Min(start, text.Length)).Trim());
        return operands;
    }
}
