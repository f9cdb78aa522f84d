using Bsp.Kconfig.Parsing.Macros;
using Bsp.Kconfig.Parsing.Syntax;

namespace Bsp.Kconfig.Parsing.Elaboration;

/// <summary>
/// The <c>option</c> statements that Linux had before 5.13 and its older copies still have, and the <c>$NAME</c> that such
/// a symbol is for, where there are no macros.
/// </summary>
/// <param name="builder">The tree being built.</param>
/// <param name="context">Has the environment.</param>
internal sealed class OldOptions(KconfigBuilder builder, MacroContext context)
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    /// <summary>The symbol whose options are read.</summary>
    public string SymbolName { get; set; } = "";

    /// <summary>Applies a statement.</summary>
    public void Apply(in Statement statement)
    {
        foreach (var (name, value) in statement.Options!)
        {
            switch (name)
            {
                case "modules":
                    builder.SetModules();
                    break;
                case "env" when value is not null:
                    _variables[SymbolName] = value;
                    builder.AddEnvironment(value, context.Environment(value));
                    break;
                case "defconfig_list":
                    builder.SetDefconfigList();
                    break;
                case "allnoconfig_y":
                    builder.SetOnInAllNo();
                    break;
                default:
                    builder.Report(MessageSeverity.Warning, builder.Position, $"ignoring unknown option {name}");
                    break;
            }
        }
    }

    /// <summary>
    /// Replaces <c>$NAME</c> with the value of the environment variable that the symbol stands for (sym_expand_string_value
    /// in scripts/kconfig/symbol.c before Linux 4.18), or with the text that the symbol has by default. A name that is no such symbol
    /// is looked up in the environment.
    /// </summary>
    public string Expand(string text)
    {
        var parts = text.Split('$');
        for (var i = 1; i < parts.Length; i++)
        {
            var length = parts[i].TakeWhile(static character => char.IsAsciiLetterOrDigit(character) || character == '_').Count();
            var name = parts[i][..length];
            parts[i] = Value(name) + parts[i][length..];
        }
        return string.Concat(parts);
    }

    private string? Value(string name) => _variables.TryGetValue(name, out var variable)
        ? context.Environment(variable)
        : builder.ConstantDefault(name) ?? context.Environment(name);
}
