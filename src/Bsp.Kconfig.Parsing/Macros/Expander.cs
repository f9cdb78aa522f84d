using System.Globalization;
using System.Text;

namespace Bsp.Kconfig.Parsing.Macros;

/// <summary>
/// Expands <c>$(…)</c>, as scripts/kconfig/preprocess.c does: arguments are split before they are expanded, keep their
/// blanks, and what a reference expands to is not looked at again.
/// </summary>
/// <param name="variables">The variables.</param>
/// <param name="context">What functions can see and do.</param>
internal sealed class Expander(VariableTable variables, MacroContext context)
{
    /// <summary>The longest text that an expansion may make.</summary>
    public const int MaximumLength = 1 << 20;

    private const int MaximumArguments = 16;
    private const int MaximumRecursion = 1000;

    // Variables can refer to each other in so many ways that a few lines would run for years; no tree comes near this.
    private const long MaximumWork = 50_000_000;

    private long _work;
    private int _depth;

    /// <summary>Expands all references in a text.</summary>
    /// <exception cref="MacroException">One of them cannot be expanded.</exception>
    /// <exception cref="StopException">An <c>error-if</c> holds.</exception>
    public string Expand(string text)
    {
        (_work, _depth) = (0, 0);
        return Expand(text, []);
    }

    /// <summary>Expands a quoted text: what a backslash precedes is taken as it is.</summary>
    /// <exception cref="MacroException">A reference cannot be expanded.</exception>
    /// <exception cref="StopException">An <c>error-if</c> holds.</exception>
    public string ExpandQuoted(string text)
    {
        (_work, _depth) = (0, 0);
        var result = new StringBuilder(text.Length);
        for (var position = 0; position < text.Length;)
        {
            var character = text[position++];
            if (character == '$')
                result.Append(Reference(text, ref position, []));
            else if (character != '\\')
                result.Append(character);
            else if (position < text.Length)
                result.Append(text[position++]);
        }
        return result.ToString();
    }

    private string Expand(string text, IReadOnlyList<string> arguments)
    {
        var dollar = text.IndexOf('$', StringComparison.Ordinal);
        if (dollar < 0)
            return text;
        var result = new StringBuilder(text.Length);
        var position = 0;
        while (dollar >= 0)
        {
            result.Append(text, position, dollar - position);
            position = dollar + 1;
            result.Append(Reference(text, ref position, arguments));
            if (result.Length > MaximumLength)
                throw new MacroException($"the expansion is longer than {MaximumLength} characters");
            dollar = text.IndexOf('$', position);
        }
        return result.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>Expands the reference whose <c>$</c> is before the position; the position ends up after it.</summary>
    private string Reference(string text, ref int position, IReadOnlyList<string> arguments)
    {
        // Neither $A nor ${A}: a dollar without a parenthesis is a dollar.
        if (position == text.Length || text[position] != '(')
            return "$";
        var start = ++position;
        for (var nesting = 0; position < text.Length; position++)
        {
            if (text[position] == '(')
                nesting++;
            else if (text[position] == ')' && nesting-- == 0)
                break;
        }
        if (position == text.Length)
            throw new MacroException($"unterminated reference to '{text[start..]}': missing ')'");
        var clause = text[start..position++];
        Charge(clause.Length + 16);
        return Clause(clause, arguments);
    }

    private string Clause(string clause, IReadOnlyList<string> arguments)
    {
        if (int.TryParse(clause, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var number)
            && number > 0 && number <= arguments.Count)
        {
            return arguments[number - 1];
        }
        if (++_depth > MaximumRecursion)
            throw new MacroException("Too deep recursive expansion");
        var parts = Split(clause);
        for (var i = 0; i < parts.Count; i++)
            parts[i] = Expand(parts[i], arguments);
        var name = parts[0];
        parts.RemoveAt(0);
        var result = VariableValue(name, parts)
            ?? BuiltInFunctions.Call(name, parts, context)
            ?? (context.IsOfKconfiglib ? ZephyrFunctions.Call(name, parts, context) : null)
            ?? (parts.Count == 0 ? context.Environment(name) : null)
            ?? "";
        _depth--;
        Charge(result.Length);
        return result;
    }

    private string? VariableValue(string name, List<string> arguments)
    {
        if (variables.Find(name) is not { } variable)
            return null;
        if (variable.Expansions > 0 && arguments.Count == 0)
            throw new MacroException($"Recursive variable '{name}' references itself (eventually)");
        if (variable.Expansions > MaximumRecursion)
            throw new MacroException("Too deep recursive expansion");
        variable.Expansions++;
        try
        {
            return variable.IsSimple ? variable.Value : Expand(variable.Value, arguments);
        }
        finally
        {
            variable.Expansions--;
        }
    }

    /// <summary>Splits a clause at the commas outside of parentheses: the name, then the arguments.</summary>
    private static List<string> Split(string clause)
    {
        var parts = new List<string>();
        var (start, nesting) = (0, 0);
        for (var i = 0; i <= clause.Length; i++)
        {
            if (i == clause.Length || (nesting == 0 && clause[i] == ','))
            {
                if (parts.Count >= MaximumArguments)
                    throw new MacroException("too many function arguments");
                parts.Add(clause[start..i]);
                start = i + 1;
            }
            else
            {
                nesting += clause[i] switch { '(' => 1, ')' => -1, _ => 0 };
            }
        }
        return parts;
    }

    private void Charge(int amount)
    {
        _work += amount;
        if (_work > MaximumWork)
            throw new MacroException("the expansion takes too many steps");
    }
}
