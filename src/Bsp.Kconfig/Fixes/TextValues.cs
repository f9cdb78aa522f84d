using System.Globalization;

namespace Bsp.Kconfig;

/// <summary>
/// The values of texts and numbers that can make a difference: those that the tree compares them with, and some between.
/// </summary>
/// <param name="tree">The symbols.</param>
internal sealed class TextValues(KconfigTree tree)
{
    // A text that no file compares with, as far as one can know.
    private const string Other = "other";

    private Dictionary<Symbol, Group>? _groups;

    /// <summary>The values of a symbol.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="wanted">The values that are asked for: a symbol that another one takes its value from can have the other's.</param>
    public IEnumerable<string> Of(Symbol symbol, IEnumerable<Assignment> wanted)
    {
        var group = Groups.TryGetValue(symbol, out var known) ? Find(known) : null;
        List<string> texts =
        [
            .. (group?.Texts ?? [])
                .Concat(
                    wanted.Where(one => one.Symbol == symbol || (Groups.TryGetValue(one.Symbol, out var other) && Find(other) == group))
                        .Select(one => one.Value))
                .Distinct(StringComparer.Ordinal),
        ];
        return symbol.Type switch
        {
            SymbolType.String => [.. texts, .. new[] { "", Other }.Where(text => !texts.Contains(text))],
            SymbolType.Int => Numbers(texts, 10).Select(number => number.ToString(CultureInfo.InvariantCulture)),
            _ => Numbers(texts, 16).Where(number => number >= 0)
                .Select(number => "0x" + number.ToString("x", CultureInfo.InvariantCulture)),
        };
    }

    /// <summary>
    /// Whether all values that make a difference are among them: neither it nor what takes its value is compared with anything but
    /// constants.
    /// </summary>
    public bool AreAll(Symbol symbol) => !Groups.TryGetValue(symbol, out var group) || !Find(group).IsOpen;

    private Dictionary<Symbol, Group> Groups => _groups ??= FindGroups();

    private static IEnumerable<long> Numbers(IEnumerable<string> texts, int radix) => texts
        .Select(text => radix == 16 && !text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? NumberText.Signed(text, 10)
            : NumberText.Signed(text, radix))
        .OfType<long>()
        .SelectMany(number => new[] { number, number - 1, number + 1 })
        .Append(0)
        .Distinct()
        .OrderBy(number => number < 0)
        .ThenBy(number => number);

    private Dictionary<Symbol, Group> FindGroups()
    {
        var groups = new Dictionary<Symbol, Group>();
        var seen = new HashSet<Expr>();
        foreach (var symbol in tree.Symbols)
        {
            Visit(symbol.DirectDependency);
            Visit(symbol.ReverseDependency);
            Visit(symbol.Implied);
            foreach (var property in symbol.PropertyList)
            {
                Visit(property.Condition);
                Visit(property.Value);
                if (Configuration.IsTristate(symbol.Type))
                    continue;
                if (property is { Kind: PropertyKind.Default, Target: { } source })
                    Link(symbol, source, isOpen: source.IsDefined && source.Type != symbol.Type);
                if (property.Range is var (low, high))
                {
                    Link(symbol, low, isOpen: low.IsDefined);
                    Link(symbol, high, isOpen: high.IsDefined);
                }
            }
        }

        return groups;

        void Visit(Expr? expr)
        {
            if (expr is null || !seen.Add(expr))
                return;
            if (expr.IsComparison)
            {
                // Texts are ordered, too.
                var isOpen = (expr.Symbol.IsDefined && expr.RightSymbol.IsDefined)
                    || (expr.Kind is not (ExprKind.Equal or ExprKind.NotEqual)
                        && (expr.Symbol.Type == SymbolType.String || expr.RightSymbol.Type == SymbolType.String));
                if (!Configuration.IsTristate(expr.Symbol.Type))
                    Link(expr.Symbol, expr.RightSymbol, isOpen);
                else if (!Configuration.IsTristate(expr.RightSymbol.Type))
                    Link(expr.RightSymbol, expr.Symbol, isOpen);
            }
            else if (expr.Kind != ExprKind.Symbol)
            {
                Visit(expr.Left);
                if (expr.Kind != ExprKind.Not)
                    Visit(expr.Right);
            }
        }

        void Link(Symbol left, Symbol right, bool isOpen)
        {
            var members = new[] { left, right }.Where(symbol => symbol is { IsConstant: false, IsDefined: true }).ToList();
            foreach (var member in members)
            {
                Find(GroupOf(member)).Join(Find(GroupOf(members[0])));
                Find(GroupOf(member)).IsOpen |= isOpen;
            }

            if (members.Count == 1)
                Find(GroupOf(members[0])).Add(members[0] == left ? right.Name! : left.Name!);
        }

        Group GroupOf(Symbol symbol)
        {
            if (!groups.TryGetValue(symbol, out var group))
                groups[symbol] = group = new();
            return group;
        }
    }

    private static Group Find(Group group)
    {
        while (group.Parent is { } parent)
            group = parent;
        return group;
    }

    /// <summary>Symbols that are compared with each other or give each other values, and the constants among these.</summary>
    private sealed class Group
    {
        public Group? Parent { get; private set; }

        public bool IsOpen { get; set; }

        public List<string> Texts { get; } = [];

        public void Add(string text)
        {
            if (!Texts.Contains(text))
                Texts.Add(text);
        }

        public void Join(Group other)
        {
            if (other == this)
                return;
            other.Parent = this;
            IsOpen |= other.IsOpen;
            foreach (var text in other.Texts)
                Add(text);
        }
    }
}
