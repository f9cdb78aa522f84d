using System.Globalization;
using System.Text;

namespace Bsp.Kconfig;

/// <summary>Writes a .config, byte for byte as conf does (scripts/kconfig/confdata.c, conf_write).</summary>
public static class DotConfigWriter
{
    // Some lines of each write.
    private const int PieceLength = 4096;

    /// <summary>The text of a .config.</summary>
    public static string Write(Configuration configuration)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Write(configuration, text);
        return text.ToString();
    }

    /// <summary>
    /// Writes a .config piece by piece: the whole text of a kernel's is large enough to make the runtime collect garbage, where
    /// there is none.
    /// </summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="output">Receives the text.</param>
    public static void Write(Configuration configuration, TextWriter output)
    {
        var tree = configuration.Tree;
        var text = new StringBuilder(PieceLength);
        var piece = new char[PieceLength];
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

            if (text.Length >= PieceLength)
                Flush();
            node = node.FirstChild ?? Following(node);
        }

        Flush();
        configuration.IsChanged = false;

        void Flush()
        {
            for (var start = 0; start < text.Length; start += PieceLength)
            {
                var length = Math.Min(PieceLength, text.Length - start);
                text.CopyTo(start, piece, 0, length);
                output.Write(piece, 0, length);
            }

            text.Clear();
        }

        MenuNode? Following(MenuNode? node)
        {
            for (; node is not null; node = node.Parent)
            {
                if (tree.Dialect.MarksMenuEnds && node is { Symbol: null, Prompt.Kind: PropertyKind.Menu } && node != tree.Root
                    && (node.FirstChild is not null || tree.Dialect.MarksEmptyMenuEnds) && configuration.IsVisible(node))
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
