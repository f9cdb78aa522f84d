using System.Collections.Concurrent;
using System.Text;

namespace Bsp.Kconfig.Parsing.Syntax;

/// <summary>
/// What the files of a tree have in common: words, and expressions by their text (a kernel tree states a quarter as many
/// different ones as it has). Files that are parsed side by side share one.
/// </summary>
internal sealed class SyntaxPool
{
    private readonly ConcurrentDictionary<byte[], Word> _words = new(ByteComparer.Instance);
    private readonly ConcurrentDictionary<byte[], ExprSyntax> _expressions = new(ByteComparer.Instance);
    private readonly ConcurrentDictionary<byte[], Word>.AlternateLookup<ReadOnlySpan<byte>> _wordLookup;
    private readonly ConcurrentDictionary<byte[], ExprSyntax>.AlternateLookup<ReadOnlySpan<byte>> _expressionLookup;
    private int _lastWord;

    public SyntaxPool()
    {
        _wordLookup = _words.GetAlternateLookup<ReadOnlySpan<byte>>();
        _expressionLookup = _expressions.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>The word of a text.</summary>
    public Word Word(ReadOnlySpan<byte> text) => _wordLookup.TryGetValue(text, out var word)
        ? word
        : _words.GetOrAdd(
            text.ToArray(), static (key, pool) => new(Interlocked.Increment(ref pool._lastWord), Encoding.UTF8.GetString(key)), this);

    /// <summary>The expression that is in a text, when it was parsed before.</summary>
    public bool TryGetExpression(ReadOnlySpan<byte> text, out ExprSyntax? expression) =>
        _expressionLookup.TryGetValue(text, out expression);

    /// <summary>Interns the expression of a text; the first one, when two threads parsed it.</summary>
    public ExprSyntax Intern(ReadOnlySpan<byte> text, ExprSyntax expression) =>
        _expressions.GetOrAdd(text.ToArray(), expression);
}
