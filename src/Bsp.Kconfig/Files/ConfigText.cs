using System.Text;

namespace Bsp.Kconfig;

/// <summary>Lines of configuration files (scripts/kconfig/confdata.c).</summary>
internal static class ConfigText
{
    /// <summary>The four lines with which each of these files begins.</summary>
    /// <param name="title">The title of the configuration.</param>
    /// <param name="first">The first line.</param>
    /// <param name="decoration">What precedes the text of the lines between.</param>
    /// <param name="last">The last line.</param>
    public static string Heading(string title, string first, string decoration, string last) =>
        $"{first}\n{decoration} Automatically generated file; DO NOT EDIT.\n{decoration} {title}\n{last}\n";

    /// <summary>The lines with which a .config begins.</summary>
    public static string Heading(KconfigTree tree) => tree.Dialect.IsOfLinux2_6
        ? $"#\n# Automatically generated make config: don't edit\n# {tree.Root.Prompt!.Text}\n#\n"
        : tree.Dialect.IsOfKconfiglib ? "" : Heading(tree.Root.Prompt!.Text!, "#", "#", "#");

    /// <summary>A text in quotes.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\');
            quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A text in quotes as a dialect writes it.</summary>
    public static string Quoted(string text, KconfigDialect dialect) => dialect.EscapesTexts ? Quoted(text) : '"' + text + '"';

    /// <summary>A symbol's line in a .config, with its line feed; nothing for a symbol without a type.</summary>
    public static void AppendLine(StringBuilder text, Configuration configuration, Symbol symbol)
    {
        var value = configuration.ValueOf(symbol);
        if (value.Length == 0 && symbol.Type == SymbolType.Int && configuration.Tree.Dialect.IsOfLinux2_6)
            value = "0";
        AppendLine(text, configuration.Tree.Dialect, symbol, value);
    }

    /// <summary>The line of a symbol with a value.</summary>
    public static void AppendLine(StringBuilder text, KconfigDialect dialect, Symbol symbol, string value)
    {
        if (symbol.Type == SymbolType.Unknown)
            return;
        if (Configuration.IsTristate(symbol.Type) && value == "n")
            text.Append("# ").Append(dialect.Prefix).Append(symbol.Name).Append(" is not set\n");
        else
            text.Append(dialect.Prefix)
                .Append(symbol.Name)
                .Append('=')
                .Append(symbol.Type == SymbolType.String ? Quoted(value, dialect) : value)
                .Append('\n');
    }
}
