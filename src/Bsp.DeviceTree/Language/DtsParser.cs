namespace Bsp.DeviceTrees.Language;

/// <summary>
/// Reads a device tree's source (scripts/dtc/dtc-parser.y). After an error it continues after the next semicolon, so that all
/// errors are found.
/// </summary>
internal sealed partial class DtsParser
{
    // libfdt and the kernel go 64 deep (FDT_MAX_DEPTH).
    private const int MaximumDepth = 500;

    private readonly DtsLexer _lexer;
    private readonly ICollection<SourceMessage> _messages;
    private readonly NamePool _names = new(1 << 9);
    private readonly ValueBuilder _value = new();
    private readonly TreeBuilder _builder = new();
    private readonly List<MemoryReservation> _reservations = [];
    private DtsToken _token;
    private DtsToken _last;
    private DtsToken _member;
    private bool _isPlugin;
    private int _depth;

    /// <summary>Whether cells keep the names of macros that the source writes them with.</summary>
    public bool KeepsMacroNames { get; init; }

    public DtsParser(DtsLexer lexer, ICollection<SourceMessage> messages)
    {
        (_lexer, _messages) = (lexer, messages);
        _token = _lexer.Next();
    }

    /// <summary>Reads the source to its end.</summary>
    /// <returns>The tree; null when the source has none.</returns>
    public DeviceTree? Parse()
    {
        ParseHeaders();
        while (_token.Kind is DtsTokenKind.Reserve or DtsTokenKind.Label && ParseReservation())
        {
        }

        while (_token.Kind != DtsTokenKind.End)
        {
            if (!ParsePart())
                Recover();
        }

        if (_builder.Root is not { } root)
        {
            // Where something is wrong, that may be why.
            if (_messages.All(message => message.Severity != SourceSeverity.Error))
                Mistake(_token, "there is no root node: / { };");
            return null;
        }

        return new(root, _isPlugin, _reservations) { BootProcessor = DeviceTree.FirstProcessor(root) };
    }

    private void ParseHeaders()
    {
        if (_token.Kind != DtsTokenKind.Version1)
        {
            Mistake(_token, $"a source begins with /dts-v1/; and not with {Written(_token)}");
            // What seems to be another version, or is for one.
            if (_token.Kind == DtsTokenKind.Plugin || (_token.Is('/') && _lexer.IsBehind(_token, 'd')))
                Recover();
        }

        var isFirst = true;
        while (_token.Kind == DtsTokenKind.Version1)
        {
            var span = _lexer.SpanOf(_token);
            Advance();
            Expect(';');
            var isPlugin = _token.Kind == DtsTokenKind.Plugin;
            if (isPlugin)
            {
                Advance();
                Expect(';');
            }

            if (!isFirst && isPlugin != _isPlugin)
                Report(span, "Header flags don't match earlier ones: /plugin/ follows each /dts-v1/ or none");
            (_isPlugin, isFirst) = (isPlugin, false);
        }
    }

    // A label may precede what is not a reservation: then it belongs to a part of the tree.
    private bool ParseReservation()
    {
        var labels = new List<string>();
        while (_token.Kind == DtsTokenKind.Label)
            labels.Add(TakeLabel());
        if (_token.Kind != DtsTokenKind.Reserve)
        {
            _partLabels = labels;
            return false;
        }

        Advance();
        if (!TryPrimary(out var address) || !TryPrimary(out var size) || !Expect(';'))
            Recover();
        else
            _reservations.Add(new(address, size) { Labels = Label.InOrder(labels) });
        return true;
    }

    private List<string> _partLabels = [];

    /// <summary>Reads a part of the tree: a root, or something about a node that is there.</summary>
    private bool ParsePart()
    {
        var labels = _partLabels;
        _partLabels = [];
        while (_token.Kind == DtsTokenKind.Label)
            labels.Add(TakeLabel());
        switch (_token.Kind)
        {
            case DtsTokenKind.Character when _token.Is('/') && labels.Count == 0:
                Advance();
                if (!TryNode("", _last, out var root))
                    return false;
                _builder.AddRoot(root);
                return true;
            case DtsTokenKind.LabelReference or DtsTokenKind.PathReference when labels.Count <= 1:
                return ParseReferenced(labels.FirstOrDefault());
            case DtsTokenKind.DeleteNode when labels.Count == 0:
                return ParseOnReference((node, span) => TreeBuilder.Delete(node, span));
            case DtsTokenKind.OmitWithoutReference when labels.Count == 0:
                return ParseOnReference((node, _) => node.IsOmittedWithoutReference = true);
            default:
                return labels.Count > 0 ? Fail("a reference to a node after a label") : FailAtPart();
        }
    }

    private bool ParseReferenced(string? label)
    {
        var reference = _token;
        Advance();
        var name = ReferenceOf(reference);
        if (!TryNode("__overlay__", reference, out var more))
            return false;
        var node = _builder.Root is null ? null : _builder.Find(name);
        var makesFragment = _isPlugin && label is null
            && (node is null || reference.Kind == DtsTokenKind.PathReference || _builder.Root is null);
        if (makesFragment)
        {
            if (name.IndexOf('/') > 0)
                Report(_lexer.SpanOf(reference), $"Label-relative reference {name} not supported in plugin");
            _builder.AddFragment(more, name, _lexer.SpanOf(reference));
        }
        else if (node is null)
        {
            ReportMissing(reference, name);
        }
        else
        {
            if (label is not null)
                _builder.AddLabel(node, label);
            _builder.Merge(node, more);
        }

        return true;
    }

    private bool ParseOnReference(Action<TreeNode, SourceSpan> act)
    {
        var span = _lexer.SpanOf(_token);
        Advance();
        if (_token.Kind is not (DtsTokenKind.LabelReference or DtsTokenKind.PathReference))
            return FailAtReference();
        var reference = _token;
        Advance();
        if (!Expect(';'))
            return false;
        var name = ReferenceOf(reference);
        if (_builder.Find(name) is { } node)
            act(node, span with { End = reference.End });
        else
            ReportMissing(reference, name);
        return true;
    }

    /// <summary>Reads what is between braces.</summary>
    private bool TryNode(string name, DtsToken start, out TreeNode node)
    {
        node = new(name);
        if (_depth == MaximumDepth)
            return Fail($"nodes that are nested less than {MaximumDepth} deep instead of");
        var brace = _token;
        if (!Expect('{'))
            return false;
        _depth++;
        var hasChildren = false;
        while (!_token.Is('}') && _token.Kind != DtsTokenKind.End)
        {
            if (!ParseMember(node, ref hasChildren))
                Recover();
        }

        _depth--;
        if (_token.Kind == DtsTokenKind.End)
            return Mistake(brace, "this '{' has no '}'");
        if (!Expect('}') || !Expect(';'))
            return false;
        node.SpanList.Add(SpanFrom(start));
        node.BodyList.Add(SpanFrom(brace));
        return true;
    }

    /// <summary>Reads a property or a node within a node.</summary>
    private bool ParseMember(TreeNode node, ref bool hasChildren)
    {
        var (start, omits) = (_token, false);
        _member = start;
        List<string>? labels = null;
        while (_token.Kind is DtsTokenKind.Label or DtsTokenKind.OmitWithoutReference)
        {
            omits |= _token.Kind == DtsTokenKind.OmitWithoutReference;
            if (_token.Kind == DtsTokenKind.Label)
                (labels ??= []).Add(TakeLabel());
            else
                Advance();
        }

        switch (_token.Kind)
        {
            case DtsTokenKind.DeleteProperty when !omits:
                Advance();
                return TryName(out var gone) && Expect(';')
                    && AddProperty(node, DeletedProperty(gone, SpanFrom(start)), labels, start, hasChildren);
            case DtsTokenKind.DeleteNode:
                Advance();
                if (!TryName(out var name) || !Expect(';'))
                    return false;
                hasChildren = true;
                node.Add(new TreeNode(_names[name], SpanFrom(start)) { IsDeleted = true });
                return true;
            case DtsTokenKind.Name:
                break;
            default:
                return FailAtMember();
        }

        TryName(out var member);
        if (!_token.Is('{'))
        {
            return !omits
                ? TryValue(out var value) && Expect(';')
                    && AddProperty(node, new(_names[member], new(SpanFrom(start), value, null), member), labels, start, hasChildren)
                : Fail("a node after /omit-if-no-ref/");
        }

        if (!TryNode(_names[member], start, out var child))
            return false;
        hasChildren = true;
        child.IsOmittedWithoutReference = omits;
        AddLabels(child, labels);
        node.Add(child);
        return true;
    }

    private TreeProperty DeletedProperty(int name, SourceSpan span) => new(_names[name], new(span, null, null), name) { IsDeleted = true };

    private bool AddProperty(TreeNode node, TreeProperty property, List<string>? labels, DtsToken start, bool hasChildren)
    {
        if (hasChildren)
            Report(_lexer.SpanOf(start), "Properties must precede subnodes");
        AddLabels(property, labels);
        node.PropertyList.Add(property);
        return true;
    }

    // The innermost label is put on first.
    private static void AddLabels(TreeItem item, List<string>? labels)
    {
        for (var i = (labels?.Count ?? 0) - 1; i >= 0; i--)
            item.AddLabel(labels![i]);
    }

    // The number of a name.
    private bool TryName(out int name)
    {
        name = -1;
        if (_token.Kind != DtsTokenKind.Name)
            return Fail("a name");
        var bytes = _lexer.BytesOf(_token);
        name = _names.NumberOf(bytes[0] == '\\' ? bytes.Slice(1) : bytes);
        Advance();
        return true;
    }

    private string TakeLabel()
    {
        var name = _names.Of(_lexer.BytesOf(_token).Slice(0, _token.End - _token.Start - 1));
        Advance();
        return name;
    }

    private string ReferenceOf(DtsToken token) => token.Kind == DtsTokenKind.LabelReference
        ? _names.Of(_lexer.BytesOf(token).Slice(1))
        : _names.Of(_lexer.BytesOf(token).Slice(2, token.End - token.Start - 3));

    // To the end of what was read last, unless that is in another file.
    private SourceSpan SpanFrom(DtsToken start) => _lexer.SpanOf(start.Text == _last.Text ? start with { End = _last.End } : start);

    private void Advance()
    {
        _last = _token;
        _token = _lexer.Next();
    }

    // After the next semicolon, or at the brace that ends the node around.
    private void Recover()
    {
        var depth = 0;
        while (_token.Kind != DtsTokenKind.End)
        {
            if (_token.Is('{'))
                depth++;
            if (_token.Is('}') && depth-- == 0)
            {
                if (_depth == 0)
                    Advance();
                return;
            }

            var isEnd = _token.Is(';') && depth <= 0;
            Advance();
            if (isEnd)
                return;
        }
    }
}
