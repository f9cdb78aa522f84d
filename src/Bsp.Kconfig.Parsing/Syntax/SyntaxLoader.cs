using System.Collections.Concurrent;
using Bsp.Kconfig.Parsing.Files;
using Bsp.Kconfig.Parsing.Lexing;

namespace Bsp.Kconfig.Parsing.Syntax;

/// <summary>
/// Reads and parses files ahead of their use: each file that is loaded starts those that it names, side by side with the
/// thread that needs them in order. Includes do not depend on conditions, so no file is read in vain.
/// </summary>
/// <param name="files">Where the files are.</param>
/// <param name="dialect">The dialect they are written in.</param>
/// <param name="ahead">Whether to read ahead.</param>
internal sealed class SyntaxLoader(IKconfigFiles files, KconfigDialect dialect, bool ahead)
{
    private readonly ConcurrentDictionary<string, Lazy<FileSyntax?>> _loaded = new(StringComparer.Ordinal);
    private readonly LexRules _rules = LexRules.Of(dialect);

    /// <summary>Words and expressions of all files.</summary>
    public SyntaxPool Pool { get; } = new();

    /// <summary>The lexer's rules.</summary>
    public LexRules Rules => _rules;

    /// <summary>The syntax of a file; null when there is no such file.</summary>
    public FileSyntax? Load(string name) => Entry(name).Value;

    /// <summary>The names of the files that match a pattern, in order.</summary>
    public IReadOnlyList<string> Find(string pattern) => files.Find(pattern);

    private Lazy<FileSyntax?> Entry(string name) => _loaded.GetOrAdd(name, static (key, loader) => new(() => loader.Parse(key)), this);

    private FileSyntax? Parse(string name)
    {
        if (files.Read(name) is not { } text)
            return null;
        var syntax = FileSyntax.Parse(name, text, Pool, _rules, dialect);
        if (ahead)
        {
            foreach (var statement in syntax.Statements)
            {
                if (statement is { Kind: StatementKind.Source, Keyword: TokenKind.Source } && !FilePattern.IsOne(statement.Text!))
                    ReadAhead(statement.Text!);
            }
        }
        return syntax;
    }

    private void ReadAhead(string name)
    {
        if (_loaded.ContainsKey(name))
            return;
        // What goes wrong here goes wrong again, and is seen, where the file is needed.
        var entry = Entry(name);
        ThreadPool.UnsafeQueueUserWorkItem(
            static lazy =>
            {
                try
                {
                    _ = lazy.Value;
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    // Lazy keeps the exception for whoever asks next.
                }
            },
            entry,
            preferLocal: false);
    }
}
