using System.Runtime.CompilerServices;
using System.Text;

namespace Bsp.Kconfig;

/// <summary>
/// Finds symbols that depend on themselves, and choices whose members are wrong (scripts/kconfig/symbol.c, sym_check_deps).
/// </summary>
/// <param name="messages">Receives the faults.</param>
/// <param name="choiceOf">Finds the choice that a symbol is a member of.</param>
internal sealed class RecursionCheck(List<KconfigMessage> messages, Func<Symbol, MenuNode?> choiceOf)
{
    private readonly HashSet<Symbol> _checked = [];
    private readonly HashSet<Symbol> _active = [];
    private readonly List<Step> _path = [];
    private bool _oldChoices;

    /// <summary>Whether a circle is only told of, and looked for in fewer places, as up to Linux 4.17.</summary>
    public bool IsLenient { get; init; }

    private enum Reason
    {
        Condition,
        Direct,
        Reverse,
        Implied,
        Value,
    }

    public void Run(MenuNode root)
    {
        foreach (var node in root.Descendants())
        {
            if (node.Symbol is not { } symbol)
                continue;
            CheckSymbol(symbol);
            if (!symbol.IsChoice)
                continue;
            foreach (var member in node.Descendants().Where(member => member.Symbol is not null))
                CheckMember(member);
        }
    }

    /// <summary>
    /// Checks the symbols of a tree whose choices are symbols of their own, up to Linux 6.8. There, each line of a message says where.
    /// </summary>
    /// <param name="symbols">All symbols, in the order of the hash table.</param>
    public void Run(IEnumerable<Symbol> symbols)
    {
        _oldChoices = true;
        foreach (var symbol in symbols)
            CheckSymbol(symbol);
    }

    private IEnumerable<Symbol> Members(MenuNode choice) =>
        _oldChoices ? choice.ChoiceMembers : choice.Descendants().Select(node => node.Symbol).OfType<Symbol>();

    private void CheckMember(MenuNode member)
    {
        foreach (var property in member.Symbol!.Properties)
        {
            if (property.Kind == PropertyKind.Default)
                Error(property.Position, "defaults for choice values not supported");
            if (property.Node != member && property.Kind == PropertyKind.Prompt && property.Node.Parent != member.Parent)
                Error(property.Position, "choice value has a prompt outside its choice group");
        }
    }

    /// <summary>Returns the symbol at which a circle closes; null when there is none.</summary>
    private Symbol? CheckSymbol(Symbol symbol)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_active.Contains(symbol))
        {
            Print(symbol);
            return symbol;
        }

        if (_checked.Contains(symbol))
            return null;
        if (choiceOf(symbol) is { } choice)
        {
            // The members of a choice depend on each other, so all are checked with the choice.
            _path.Add(new(symbol));
            var found = CheckSymbol(choice.Symbol!);
            Pop();
            return Unless(found, symbol);
        }

        if (symbol.IsChoice)
            return Unless(CheckChoice(symbol), symbol);
        Enter(symbol);
        var result = CheckParts(symbol);
        _active.Remove(symbol);
        return Unless(result, symbol);
    }

    // Back where a circle closes, all has been said.
    private Symbol? Unless(Symbol? found, Symbol symbol) => IsLenient && found == symbol ? null : found;

    private Symbol? CheckChoice(Symbol choice)
    {
        _path.Add(new(choice));
        var node = choice.Nodes[0];
        foreach (var member in Members(node))
            Enter(member);
        Enter(choice);
        var found = CheckParts(choice);
        _active.Remove(choice);
        if (found is null)
        {
            foreach (var member in Members(node))
            {
                found = CheckParts(member);
                if (found is not null)
                    break;
            }
        }

        foreach (var member in Members(node))
            _active.Remove(member);
        if (found is not null && choiceOf(found) == node)
            found = choice;
        Pop();
        return found;
    }

    private Symbol? CheckParts(Symbol symbol)
    {
        var step = new Step(symbol);
        _path.Add(step);
        var found = IsLenient
            ? CheckDefinitions(step)
            : Check(step, Reason.Direct, symbol.DirectDependency)
                ?? Check(step, Reason.Reverse, symbol.ReverseDependency)
                ?? Check(step, Reason.Implied, symbol.Implied)
                ?? CheckProperties(
                    step, symbol.Properties.Where(property => property.Kind is not (PropertyKind.Select or PropertyKind.Imply)));
        Pop();
        return found;
    }

    // Each definition's dependency comes with its lines.
    private Symbol? CheckDefinitions(Step step)
    {
        var symbol = step.Symbol;
        var found = Check(step, Reason.Reverse, symbol.ReverseDependency);
        foreach (var node in symbol.Nodes)
        {
            if (found is not null)
                break;
            (step.Node, step.Property) = (node, null);
            found = Check(step, Reason.Condition, node.Dependency)
                ?? CheckProperties(
                    step, symbol.Properties.Where(property => property.Node == node && property.Kind != PropertyKind.Select));
        }

        return found;
    }

    private Symbol? CheckProperties(Step step, IEnumerable<Property> properties)
    {
        Symbol? found = null;
        foreach (var property in properties)
        {
            step.Property = property;
            found = Check(step, Reason.Condition, property.Condition);
            if (found is null && property.Kind == PropertyKind.Default && !step.Symbol.IsChoice)
                found = Check(step, Reason.Value, property.Value);
            if (found is not null)
                break;
        }

        return found;
    }

    private Symbol? Check(Step step, Reason reason, Expr? expr)
    {
        step.Reason = reason;
        return CheckExpr(expr);
    }

    private Symbol? CheckExpr(Expr? expr) => expr?.Kind switch
    {
        null => null,
        ExprKind.Symbol => CheckSymbol(expr.Symbol),
        ExprKind.Not => CheckExpr(expr.Left),
        ExprKind.And or ExprKind.Or => CheckExpr(expr.Left) ?? CheckExpr(expr.Right),
        _ => CheckSymbol(expr.Symbol) ?? CheckSymbol(expr.RightSymbol),
    };

    private void Enter(Symbol symbol)
    {
        _active.Add(symbol);
        _checked.Add(symbol);
    }

    private void Pop() => _path.RemoveAt(_path.Count - 1);

    private void Print(Symbol last)
    {
        var path = new List<Step>(_path);
        if (choiceOf(last) is { } choice)
        {
            path.Add(new(last));
            last = choice.Symbol!;
        }

        var start = path.FindLastIndex(step => step.Symbol == last);
        if (start < 0)
            return;
        var text = new StringBuilder("recursive dependency detected!");
        for (var i = start; i < path.Count; i++)
        {
            text.Append('\n');
            if (_oldChoices)
                text.Append(path[i].Position.File).Append(':').Append(path[i].Position.Line).Append(':');
            text.Append('\t').Append(Link(path[i], i + 1 < path.Count ? path[i + 1].Symbol : last));
        }

        text.Append(
            $"\nFor a resolution refer to Documentation/kbuild/kconfig-language.{(IsLenient ? "txt" : "rst")}\n"
            + "subsection \"Kconfig recursive dependency limitations\"");
        Error(_oldChoices ? path[start].Position : last.Nodes.Count > 0 ? last.Nodes[0].Position : default, text.ToString(),
            MessageTopic.RecursiveDependency);
    }

    private string Link(Step step, Symbol next)
    {
        if (IsLenient && step is { Reason: Reason.Condition, Node: not null })
            return $"symbol {step.Symbol} depends on {next}";
        if (_oldChoices && step.Symbol.IsChoice)
            return $"choice {step.Symbol} contains symbol {next}";
        if (_oldChoices && step.Symbol.IsChoiceMember)
            return $"symbol {step.Symbol} is part of choice {next}";
        if (next.IsChoice && !_oldChoices)
            return $"symbol {step.Symbol} is part of choice block at {next.Nodes[0].Position.File}:{next.Nodes[0].Position.Line}";
        var kind = step.Property?.Kind.ToString().ToLowerInvariant() ?? "unknown";
        return step.Reason switch
        {
            Reason.Direct => $"symbol {step.Symbol} depends on {next}",
            Reason.Reverse => $"symbol {step.Symbol} is selected by {next}",
            Reason.Implied => $"symbol {step.Symbol} is implied by {next}",
            Reason.Value => $"symbol {step.Symbol} {kind} value contains {next}",
            _ => $"symbol {step.Symbol} {kind} is visible depending on {next}",
        };
    }

    private void Error(SourcePosition position, string text, MessageTopic topic = MessageTopic.General)
    {
        var isError = !IsLenient || topic != MessageTopic.RecursiveDependency;
        messages.Add(new(isError ? MessageSeverity.Error : MessageSeverity.Warning, position, text) { Topic = topic });
    }

    private sealed class Step(Symbol symbol)
    {
        public Symbol Symbol { get; } = symbol;

        public Property? Property { get; set; }

        /// <summary>The definition whose lines are looked at.</summary>
        public MenuNode? Node { get; set; }

        public Reason Reason { get; set; }

        /// <summary>The line that makes the link: that of the property, else that of the definition.</summary>
        public SourcePosition Position =>
            Symbol is { IsChoice: false, IsChoiceMember: false } && Property is { } property ? property.Position
                : Symbol is { IsChoice: false, IsChoiceMember: false } && Node is { } node ? node.Position
                : Symbol.Nodes.Count > 0 ? Symbol.Nodes[0].Position : default;
    }
}
