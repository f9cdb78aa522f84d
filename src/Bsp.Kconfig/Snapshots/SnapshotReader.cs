using System.Globalization;
using System.Text;

namespace Bsp.Kconfig;

/// <summary>Reads what <see cref="SnapshotWriter"/> wrote.</summary>
public sealed class SnapshotReader
{
    private const int MaximumExpected = 64;
    private readonly SnapshotBytes _bytes;
    private string[] _texts = [];
    private Expr[] _exprs = [];
    private Symbol[] _symbols = [];

    private SnapshotReader(Stream stream) => _bytes = new(stream);

    /// <summary>The tree of a snapshot. It has no help texts.</summary>
    /// <exception cref="FormatException">It is not a snapshot, of another version, or damaged.</exception>
    public static KconfigTree Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return Read(stream);
    }

    /// <summary>The tree of a snapshot, as its file has it.</summary>
    /// <param name="stream">The file, where the snapshot begins; it goes on to the end.</param>
    /// <exception cref="FormatException">It is not a snapshot, of another version, or damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static KconfigTree Read(Stream stream) => new SnapshotReader(stream).Read();

    private KconfigTree Read()
    {
        var checksum = ReadHeading();
        _texts = new string[ReadCount()];
        for (var i = 0; i < _texts.Length; i++)
            _texts[i] = Unescaped(Line());

        var name = Text();
        var dialect = KconfigDialect.All.FirstOrDefault(known => known.Name == name) ?? throw Damaged("its dialect is not known");
        var table = ReadSymbols();
        var pool = ReadExprs();
        foreach (var symbol in _symbols)
            (symbol.DirectDependency, symbol.ReverseDependency, symbol.Implied) = (Expr(), Expr(), Expr());
        var (modules, isRecursive) = (Symbol(), Number() != 0);
        var (root, choices) = ReadNodes();
        SetChoices(dialect, choices);
        _bytes.Finish();
        if (_bytes.Checksum != checksum)
            throw Damaged("its checksum does not match");
        return new(dialect, table, pool, root, modules, choices) { IsRecursive = isRecursive };
    }

    private void SetChoices(KconfigDialect dialect, List<MenuNode> choices)
    {
        foreach (var symbol in _symbols)
        {
            if (symbol.IsChoice && symbol.NodeList.FirstOrDefault()?.MemberList is null)
                throw Damaged("a choice has no place");
            if (dialect.HasModernChoices)
                symbol.Choice = symbol.IsChoice ? null : KconfigBuilder.ChoiceOf(symbol);
            else
                symbol.IsChoiceMember = false;
        }

        foreach (var choice in dialect.HasModernChoices ? [] : choices)
        {
            foreach (var member in choice.ChoiceMembers)
                (member.IsChoiceMember, member.Choice) = (true, choice);
        }
    }

    private ulong ReadHeading()
    {
        var words = Line().Split(' ');
        if (words.Length != 3 || words[0] != SnapshotFormat.Name)
            throw new FormatException("this is not a Kconfig snapshot");
        if (words[1] != SnapshotFormat.Version.ToString(CultureInfo.InvariantCulture))
        {
            throw new FormatException(
                $"this Kconfig snapshot has version {words[1]}; only version {SnapshotFormat.Version} can be read: make it again");
        }

        _bytes.BeginChecksum();
        return ulong.TryParse(words[2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var checksum)
            ? checksum
            : throw Damaged("it has no checksum");
    }

    private SymbolTable ReadSymbols()
    {
        var count = Number();
        if (count < 3 || count > _bytes.Length)
            throw Damaged("its number of symbols is wrong");
        var table = new SymbolTable(count);
        for (var i = 3; i < count; i++)
        {
            var (name, flags) = (Text(), Number());
            var symbol = name is null || (flags & 2) != 0 ? table.Choice(name)
                : (flags & 1) != 0 ? table.Constant(name)
                : table.Named(name);
            if (symbol.Index != i)
                throw Damaged("a symbol is defined twice");
            if (flags >> SnapshotFormat.SymbolBits > (int)SymbolType.String)
                throw Damaged("a symbol has no type");
            symbol.Type = (SymbolType)(flags >> SnapshotFormat.SymbolBits);
            (symbol.IsChoice, symbol.IsChoiceMember) = ((flags & 2) != 0, (flags & 4) != 0);
            (symbol.IsInternal, symbol.IsOnInAllNo, symbol.IsTransitional) = ((flags & 8) != 0, (flags & 16) != 0, (flags & 32) != 0);
        }

        _symbols = [.. table.All];
        return table;
    }

    private ExprPool ReadExprs()
    {
        var count = Number();
        if (count > _bytes.Length)
            throw Damaged("its number of expressions is wrong");
        _exprs = new Expr[count];
        for (var i = 0; i < count; i++)
        {
            var kind = (ExprKind)Number();
            _exprs[i] = kind switch
            {
                ExprKind.Symbol => new(kind, Symbol(), null, i),
                ExprKind.Not => new(kind, Operand(i), null, i),
                ExprKind.And or ExprKind.Or => new(kind, Operand(i), Operand(i), i),
                <= ExprKind.GreaterOrEqual => new(kind, Symbol(), Symbol(), i),
                _ => throw Damaged("an expression is of an unknown kind"),
            };
        }

        return new(_exprs);
    }

    private (MenuNode Root, List<MenuNode> Choices) ReadNodes()
    {
        var choices = new List<MenuNode>();
        // The parents whose children are being read, with how many are missing.
        var open = new Stack<(MenuNode Parent, int Missing, MenuNode? Last)>();
        MenuNode? root = null;
        do
        {
            var children = Number();
            var node = ReadNode(open.Count > 0 ? open.Peek().Parent : null);
            if (node is { MemberList: not null, Symbol: { IsChoice: true } choice })
                KconfigBuilder.Number(choice.NodeList[0], node, choices);

            root ??= node;
            if (open.Count > 0)
            {
                var (parent, missing, last) = open.Pop();
                if (last is null)
                    parent.FirstChild = node;
                else
                    last.Next = node;
                if (missing > 1)
                    open.Push((parent, missing - 1, node));
            }

            if (children > 0)
                open.Push((node, children, null));
        }
        while (open.Count > 0);
        return root.Prompt?.Text is null ? throw Damaged("it has no title") : (root, choices);
    }

    private MenuNode ReadNode(MenuNode? parent)
    {
        var number = Number();
        var symbol = number == 0 ? null : SymbolAt(number - 1);
        var node = new MenuNode(symbol, parent, new(Text() ?? "", Number(), 0)) { Dependency = Expr(), Visibility = Expr() };
        symbol?.NodeList.Add(node);
        var properties = Number();
        // Most symbols have one definition. A count that is damaged must not ask for much memory.
        if (symbol?.PropertyList is { Count: 0 } list && properties < MaximumExpected)
            list.Capacity = properties;
        for (; properties > 0; properties--)
            ReadProperty(node);
        var members = Number();
        if (members > 0)
            node.MemberList = [];
        for (; members > 1; members--)
            node.MemberList!.Add(Symbol());
        node.IsOptional = Number() != 0;
        node.Written = ReadTerms();
        return node;
    }

    private void ReadProperty(MenuNode node)
    {
        var kind = Number();
        if (kind >> 1 > (int)PropertyKind.Range)
            throw Damaged("a property is of an unknown kind");
        var text = Text();
        var property = new Property((PropertyKind)(kind >> 1), node, new(Text() ?? "", Number(), 0))
        {
            Text = text,
            Condition = Expr(),
            Value = Expr(),
            Written = ReadTerms(),
        };
        if (property.Kind == PropertyKind.Range)
            property.Range = (Symbol(), Symbol());
        else if (property.Kind is PropertyKind.Default or PropertyKind.Select or PropertyKind.Imply && property.Value is null)
            throw Damaged("a property has no value");
        node.Symbol?.PropertyList.Add(property);
        if ((kind & 1) != 0)
            node.Prompt = property;
    }

    private WrittenTerm[] ReadTerms()
    {
        var count = Number();
        if (count == 0)
            return [];
        var terms = new List<WrittenTerm>();
        for (; count > 0; count--)
        {
            terms.Add(new(
                Text() ?? "", new(Text() ?? "", Number(), 0), Expr() ?? throw Damaged("a term has no value"), Text() ?? ""));
        }

        return [.. terms];
    }

    private Expr Operand(int before) =>
        Number() is var number && number < before ? _exprs[number] : throw Damaged("an expression refers to a later one");

    private Expr? Expr() =>
        Number() is var number && number == 0 ? null
            : number <= _exprs.Length ? _exprs[number - 1]
            : throw Damaged("an expression is missing");

    private Symbol Symbol() => SymbolAt(Number());

    private Symbol SymbolAt(int number) => number < _symbols.Length ? _symbols[number] : throw Damaged("a symbol is missing");

    private string? Text() =>
        Number() is var number && number == 0 ? null : number <= _texts.Length ? _texts[number - 1] : throw Damaged("a text is missing");

    private int ReadCount() =>
        int.TryParse(Line(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= _bytes.Length
            ? count
            : throw Damaged("its number of texts is wrong");

    private int Number()
    {
        var (value, shift) = (0, 0);
        while (shift < 30)
        {
            var digit = _bytes.Next();
            if (digit is >= (byte)SnapshotFormat.Last and < (byte)SnapshotFormat.More)
                return value | ((digit - SnapshotFormat.Last) << shift);
            if (digit is < (byte)SnapshotFormat.More or >= (byte)SnapshotFormat.More + (1 << SnapshotFormat.DigitBits))
                break;
            value |= (digit - SnapshotFormat.More) << shift;
            shift += SnapshotFormat.DigitBits;
        }

        throw Damaged("a number is missing");
    }

    private string Line() => _bytes.Line() ?? throw Damaged("it is cut short");

    private static string Unescaped(string line)
    {
        if (line.IndexOf('\\') < 0)
            return line;
        var text = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\\')
                text.Append(line[i]);
            else if (i + 5 < line.Length && line[i + 1] == 'u'
                && NumberText.Unsigned(line.Substring(i + 2, 4), 16) is { } c and <= char.MaxValue)
                (i, text) = (i + 5, text.Append((char)c));
            else
                throw Damaged("a text is damaged");
        }

        return text.ToString();
    }

    private static FormatException Damaged(string what) => new($"this Kconfig snapshot is damaged: {what}; make it again");
}
