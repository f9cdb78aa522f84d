using System.Text;

namespace Bsp.Kconfig;

/// <summary>
/// Writes a tree as text from which all can be evaluated without the source: symbols, expressions, menus, prompts, positions; not
/// the help texts.
/// </summary>
public sealed class SnapshotWriter
{
    private readonly KconfigTree _tree;
    private readonly StringBuilder _numbers = new();
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _textNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<Expr, int> _exprNumbers = [];
    private readonly List<Expr> _exprs = [];

    private SnapshotWriter(KconfigTree tree) => _tree = tree;

    /// <summary>The version of the format; only a reader of the same version reads it.</summary>
    public static int FormatVersion => SnapshotFormat.Version;

    /// <summary>The snapshot of a tree.</summary>
    public static string Write(KconfigTree tree) => new SnapshotWriter(tree).Write();

    private string Write()
    {
        CollectExprs();
        Text(_tree.Dialect.Name);
        WriteSymbols();
        WriteExprs();
        foreach (var symbol in _tree.Symbols)
        {
            Expr(symbol.DirectDependency);
            Expr(symbol.ReverseDependency);
            Expr(symbol.Implied);
        }

        Number(_tree.Modules.Index);
        Number(_tree.IsRecursive ? 1 : 0);
        WriteNode(_tree.Root);

        var body = new StringBuilder();
        body.Append(_texts.Count).Append('\n');
        foreach (var text in _texts)
            body.Append(Escaped(text)).Append('\n');
        body.Append(_numbers).Append('\n');
        var content = body.ToString();
        return SnapshotFormat.Heading(Checksum(Encoding.ASCII.GetBytes(content))) + content;
    }

    private static ulong Checksum(byte[] content) => SnapshotFormat.Checksum(SnapshotFormat.FirstChecksum, content, 0, content.Length);

    // The order in which they were made: operands come before what is made of them.
    private void CollectExprs()
    {
        var found = new HashSet<Expr>();
        var pending = new Stack<Expr>();
        foreach (var symbol in _tree.Symbols)
        {
            Add(symbol.DirectDependency);
            Add(symbol.ReverseDependency);
            Add(symbol.Implied);
        }

        foreach (var node in _tree.Nodes().Prepend(_tree.Root))
        {
            Add(node.Dependency);
            Add(node.Visibility);
            AddTerms(node.Written);
            foreach (var property in PropertiesOf(node))
            {
                AddTerms(property.Written);
                Add(property.Condition);
                Add(property.Value);
            }
        }

        _exprs.AddRange(found.OrderBy(expr => expr.Index));
        for (var i = 0; i < _exprs.Count; i++)
            _exprNumbers.Add(_exprs[i], i);

        void AddTerms(IReadOnlyList<WrittenTerm> terms)
        {
            foreach (var term in terms)
                Add(term.Value);
        }

        void Add(Expr? first)
        {
            if (first is not null)
                pending.Push(first);
            while (pending.Count > 0)
            {
                var expr = pending.Pop();
                if (!found.Add(expr) || expr.Kind == ExprKind.Symbol || expr.IsComparison)
                    continue;
                pending.Push(expr.Left);
                if (expr.Kind != ExprKind.Not)
                    pending.Push(expr.Right);
            }
        }
    }

    private void WriteSymbols()
    {
        Number(_tree.Symbols.Count);
        // The three fixed values are there in any tree.
        foreach (var symbol in _tree.Symbols.Skip(3))
        {
            Text(symbol.Name);
            Number(((int)symbol.Type << SnapshotFormat.SymbolBits)
                | (symbol.IsConstant ? 1 : 0) | (symbol.IsChoice ? 2 : 0) | (symbol.IsChoiceMember ? 4 : 0)
                | (symbol.IsInternal ? 8 : 0) | (symbol.IsOnInAllNo ? 16 : 0) | (symbol.IsTransitional ? 32 : 0));
        }
    }

    private void WriteExprs()
    {
        Number(_exprs.Count);
        foreach (var expr in _exprs)
        {
            Number((int)expr.Kind);
            if (expr.Kind == ExprKind.Symbol)
            {
                Number(expr.Symbol.Index);
            }
            else if (expr.IsComparison)
            {
                Number(expr.Symbol.Index);
                Number(expr.RightSymbol.Index);
            }
            else
            {
                Number(_exprNumbers[expr.Left]);
                if (expr.Kind != ExprKind.Not)
                    Number(_exprNumbers[expr.Right]);
            }
        }
    }

    private void WriteNode(MenuNode root)
    {
        foreach (var node in root.Descendants().Prepend(root))
        {
            var children = 0;
            for (var child = node.FirstChild; child is not null; child = child.Next)
                children++;
            Number(children);
            Number(node.Symbol is { } symbol ? symbol.Index + 1 : 0);
            Text(node.Position.File);
            Number(node.Position.Line);
            Expr(node.Dependency);
            Expr(node.Visibility);
            var properties = PropertiesOf(node).ToList();
            Number(properties.Count);
            foreach (var property in properties)
                WriteProperty(property, node);
            Number(node.MemberList is null ? 0 : node.MemberList.Count + 1);
            foreach (var member in node.ChoiceMembers)
                Number(member.Index);
            Number(node.IsOptional ? 1 : 0);
            WriteTerms(node.Written);
        }
    }

    private void WriteProperty(Property property, MenuNode node)
    {
        Number(((int)property.Kind << 1) | (property == node.Prompt ? 1 : 0));
        Text(property.Text);
        Text(property.Position.File);
        Number(property.Position.Line);
        Expr(property.Condition);
        Expr(property.Value);
        WriteTerms(property.Written);
        if (property.Range is not { } range)
            return;
        Number(range.Low.Index);
        Number(range.High.Index);
    }

    private void WriteTerms(IReadOnlyList<WrittenTerm> terms)
    {
        Number(terms.Count);
        foreach (var term in terms)
        {
            Text(term.Text);
            Text(term.Position.File);
            Number(term.Position.Line);
            Expr(term.Value);
            Text(term.Decider);
        }
    }

    private static IEnumerable<Property> PropertiesOf(MenuNode node) =>
        node.Symbol is { } symbol ? symbol.PropertyList.Where(property => property.Node == node)
            : node.Prompt is { } prompt ? [prompt]
            : [];

    private void Expr(Expr? expr) => Number(expr is null ? 0 : _exprNumbers[expr] + 1);

    private void Text(string? text)
    {
        if (text is null)
        {
            Number(0);
            return;
        }

        if (!_textNumbers.TryGetValue(text, out var number))
        {
            _textNumbers.Add(text, number = _texts.Count);
            _texts.Add(text);
        }

        Number(number + 1);
    }

    private void Number(int value)
    {
        for (; value >= 1 << SnapshotFormat.DigitBits; value >>= SnapshotFormat.DigitBits)
            _numbers.Append((char)(SnapshotFormat.More + (value & ((1 << SnapshotFormat.DigitBits) - 1))));
        _numbers.Append((char)(SnapshotFormat.Last + value));
    }

    private static string Escaped(string text)
    {
        if (text.All(c => c is >= ' ' and < '\u007f' and not '\\'))
            return text;
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            if (c is >= ' ' and < '\u007f' and not '\\')
                escaped.Append(c);
            else
                escaped.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }
}
