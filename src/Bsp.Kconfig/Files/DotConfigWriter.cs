using System.Text;

namespace Bsp.Kconfig;

/// <summary>Writes a .config, byte for byte as conf does (scripts/kconfig/confdata.c, conf_write).</summary>
public static class DotConfigWriter
{
    /// <summary>The text of a .config.</summary>
    public static string Write(Configuration configuration)
    {
        var tree = configuration.Tree;
        var text = new StringBuilder(256 * 1024);
        text.Append(ConfigText.Heading(tree));
        if (!configuration.IsChanged)
            configuration.Recompute();

        var written = new bool[tree.Symbols.Count];
        var needsBlank = false;
        for (var node = tree.Root.FirstChild; node is not null;)
        {
            if (node.Symbol is not { } symbol)
            {
                if (configuration.IsVisible(node))
                {
                    text.Append("\n#\n# ").Append(node.Prompt!.Text).Append("\n#\n");
                    needsBlank = false;
                }
            }
            else if (!symbol.IsChoice && (tree.Dialect.IsOfLinux2_6 || (!written[symbol.Index] && configuration.IsWritten(symbol))))
            {
                if (needsBlank)
                    text.Append('\n');
                needsBlank = false;
                written[symbol.Index] = true;
                ConfigText.AppendLine(text, configuration, symbol);
            }

            node = node.FirstChild ?? Following(node);
        }

        configuration.IsChanged = false;
        return text.ToString();

        MenuNode? Following(MenuNode? node)
        {
            for (; node is not null; node = node.Parent)
            {
                if (tree.Dialect.MarksMenuEnds && node is { Symbol: null, Prompt.Kind: PropertyKind.Menu } && node != tree.Root && configuration.IsVisible(node))
                {
                    text.Append("# end of ").Append(node.Prompt.Text).Append('\n');
                    needsBlank = true;
                }

                if (node.Next is not null)
                    return node.Next;
            }

            return null;
        }
    }
}
