using Bsp.Kconfig.Parsing.Files;
using Bsp.Kconfig.Parsing.Lexing;
using Bsp.Kconfig.Parsing.Syntax;

namespace Bsp.Kconfig.Parsing;

/// <summary>The help texts of a tree that was read without them, as a cached one: each is read in its file when it is asked for.</summary>
/// <remarks>Not safe for threads.</remarks>
/// <param name="files">The files of the tree.</param>
/// <param name="dialect">The language they are written in.</param>
public sealed class HelpTexts(IKconfigFiles files, KconfigDialect dialect)
{
    private readonly Dictionary<string, Dictionary<int, string>> _files = new(StringComparer.Ordinal);
    private readonly SyntaxPool _pool = new();

    /// <summary>The help text of a node.</summary>
    /// <returns>Null when there is none, or its file cannot be read.</returns>
    public string? Of(MenuNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (node.Help is { } help || node.Position.Line == 0)
            return node.Help;
        var file = node.Position.File;
        if (!_files.TryGetValue(file, out var texts))
            _files.Add(file, texts = Read(file));
        return texts.GetValueOrDefault(node.Position.Line);
    }

    /// <summary>The help texts of a file, by the lines that their entries begin on.</summary>
    private Dictionary<int, string> Read(string name)
    {
        var texts = new Dictionary<int, string>();
        try
        {
            if (files.Read(name) is not { } content)
                return texts;
            var entry = 0;
            foreach (var statement in FileSyntax.Parse(name, content, _pool, LexRules.Of(dialect), dialect).Statements)
            {
                if (statement.Kind == StatementKind.Help)
                {
                    // A menu has none: what stands there belongs to nothing. Of two, the last counts.
                    var text = HelpText.Decode(content.AsSpan(statement.Help.Start, statement.Help.Length)).Trim('\n');
                    if (entry > 0 && text.Length > 0)
                        texts[entry] = text;
                }
                else if (BeginsEntry(statement))
                {
                    entry = statement.Line;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then there are none.
        }

        return texts;
    }

    private static bool BeginsEntry(Statement statement) => statement.Kind switch
    {
        StatementKind.Unexpanded => statement.Tokens is [{ Kind: TokenKind.Config or TokenKind.MenuConfig or TokenKind.Choice }, ..],
        StatementKind.Config or StatementKind.MenuConfig or StatementKind.Choice => true,
        _ => false,
    };
}
