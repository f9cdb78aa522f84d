using Bsp.Kconfig.Parsing.Lexing;

namespace Bsp.Kconfig.Parsing.Macros;

/// <summary>The variables, in the state that the statements so far have left them in.</summary>
internal sealed class VariableTable
{
    private readonly Dictionary<string, Variable> _variables = new(StringComparer.Ordinal);

    /// <summary>The variable of a name, or null.</summary>
    public Variable? Find(string name) => _variables.GetValueOrDefault(name);

    /// <summary>
    /// Assigns. <c>+=</c> keeps how a defined variable was made, joins with one space, and is <c>=</c> for a new one
    /// (variable_add in scripts/kconfig/preprocess.c).
    /// </summary>
    /// <param name="name">The variable.</param>
    /// <param name="operation">The operator.</param>
    /// <param name="text">The text as written.</param>
    /// <param name="expand">Expands a text.</param>
    public void Assign(string name, TokenKind operation, string text, Func<string, string> expand)
    {
        var known = Find(name);
        var append = operation == TokenKind.PlusEqual && known is not null;
        var simple = operation == TokenKind.ColonEqual || (append && known!.IsSimple);
        var value = simple ? expand(text) : text;
        // Made only now: a text that cannot be expanded leaves no variable.
        var variable = known ?? new();
        _variables[name] = variable;
        variable.IsSimple = simple;
        if (append && variable.Value.Length + value.Length > Expander.MaximumLength)
            throw new MacroException($"the value of '{name}' is longer than {Expander.MaximumLength} characters");
        variable.Value = append ? $"{variable.Value} {value}" : value;
    }
}
