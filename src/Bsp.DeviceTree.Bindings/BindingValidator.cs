using Bsp.DeviceTrees.Bindings.Decoding;
using Bsp.DeviceTrees.Bindings.Schemas;
using Bsp.DeviceTrees.Bindings.Validation;

namespace Bsp.DeviceTrees.Bindings;

/// <summary>
/// Checks trees against bindings, as dt-validate does. It caches what it has read of the bindings: one for all trees of a thread.
/// </summary>
public sealed class BindingValidator
{
    private readonly Bindings _bindings;
    private readonly Rule[] _rules;
    private readonly Dictionary<string, int> _byFirstCompatible = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byCompatible = new(StringComparer.Ordinal);
    private readonly List<int> _bySchema = [];
    private readonly Evaluation _evaluation = new();

    /// <summary>A validator.</summary>
    /// <param name="bindings">The bindings.</param>
    public BindingValidator(Bindings bindings)
    {
        var store = new SchemaStore(bindings.All, bindings.Rules);
        (_bindings, _rules) = (bindings, [.. bindings.All.Select(binding => new Rule(binding, store))]);
        for (var i = 0; i < bindings.All.Count; i++)
        {
            var selection = bindings.All[i].Selection;
            if (selection.Kind == SelectionKind.Schema)
                _bySchema.Add(i);
            foreach (var compatible in selection.Compatibles)
            {
                if (selection.Kind == SelectionKind.FirstCompatible)
                    AddFirst(compatible, i);
                else
                    Add(compatible, i);
            }
        }
    }

    /// <summary>All that is wrong with a tree, in the order of its nodes, then of the bindings.</summary>
    public IReadOnlyList<Finding> Validate(DeviceTree tree)
    {
        var findings = new List<Finding>();
        Visit(TreeDecoder.Decode(tree, _bindings), "/", isDisabled: false, findings);
        return findings;
    }

    private void Add(string compatible, int binding)
    {
        if (!_byCompatible.TryGetValue(compatible, out var list))
            _byCompatible.Add(compatible, list = []);
        list.Add(binding);
    }

    // Of two bindings that name it the one whose own name comes last (DTValidator, compat_map).
    private void AddFirst(string compatible, int binding)
    {
        if (!_byFirstCompatible.TryGetValue(compatible, out var other)
            || string.CompareOrdinal(_bindings.All[other].Id, _bindings.All[binding].Id) < 0)
            _byFirstCompatible[compatible] = binding;
    }

    private void Visit(NodeInstance node, string name, bool isDisabled, List<Finding> findings)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
            return;
        isDisabled = node.IsDisabled ?? isDisabled;
        // The nodes that dt-extract-example makes around examples.
        if (!name.Contains("example-", StringComparison.Ordinal) && !node.Members.ContainsKey("example-0"))
        {
            node.Members["$nodename"] = new ListInstance([new TextInstance(name)]);
            foreach (var rule in Candidates(node))
                Check(node, rule, isDisabled, findings);
        }

        foreach (var child in node.Children)
            Visit(child, child.Node.Name, isDisabled, findings);
    }

    // The bindings of a node's compatibles, and those that say it otherwise, in their order.
    private IEnumerable<Rule> Candidates(NodeInstance node)
    {
        // What is not a list meets whatever a binding asks of its items.
        var byCompatible = node.Members.GetValueOrDefault("compatible") switch
        {
            null => [],
            ListInstance list => list.Texts.SelectMany(text => _byCompatible.GetValueOrDefault(text, [])),
            _ => _byCompatible.Values.SelectMany(list => list),
        };
        var first = (node.Members.GetValueOrDefault("compatible") as ListInstance)?.Texts.Where(_byFirstCompatible.ContainsKey).Take(1)
            ?? [];
        var next = 0;
        foreach (var i in new SortedSet<int>(byCompatible.Concat(first.Select(text => _byFirstCompatible[text]))))
        {
            for (; next < _bySchema.Count && _bySchema[next] < i; next++)
                yield return _rules[_bySchema[next]];
            yield return _rules[i];
        }

        for (; next < _bySchema.Count; next++)
            yield return _rules[_bySchema[next]];
    }

    private void Check(NodeInstance node, Rule rule, bool isDisabled, List<Finding> findings)
    {
        var binding = rule.Binding;
        try
        {
            if (binding.Selection.Kind == SelectionKind.Schema && !_evaluation.Begin().IsValid(rule.Select, node))
                return;
            foreach (var error in _evaluation.Begin().Errors(rule.Whole, node))
            {
                if (!MayBeLeftOut(error, isDisabled))
                    findings.Add(FindingOf(node, binding, error));
            }
        }
        catch (FormatException exception)
        {
            var message = $"the binding cannot be evaluated: {exception.Message}";
            findings.Add(new(node.Node.Path, [], binding.Id, binding.File, Finding.NotEvaluated, message)
            {
                Positions = FindPositions(node, []),
            });
        }
    }

    // A node that is not in use may lack what a board would add.
    private bool MayBeLeftOut(SchemaError error, bool isDisabled)
    {
        if (!isDisabled && error.Instance is not NodeInstance { IsDisabled: true })
            return false;
        return _bindings.Rules == SchemaRules.V2022
            ? IsMissing(error) || (error.Context.Count > 0 && error.Context.All(IsMissing))
            : IsUnfinished(error) || error.Context.Any(IsUnfinished);
    }

    private static bool IsMissing(SchemaError error) => error.Keyword == "required";

    private static bool IsUnfinished(SchemaError error) => error.Keyword is "required" or "unevaluatedProperties";

    private static Finding FindingOf(NodeInstance node, Binding binding, SchemaError error)
    {
        var positions = FindPositions(node, error.Extra is { } extra ? [.. error.Path, extra] : error.Path);
        return binding.Id == Bindings.CompatiblesId && node.Members.GetValueOrDefault("compatible") is { } compatible
            ? new(
                node.Node.Path, error.Path, binding.Id, binding.File, error.Keyword,
                $"failed to match any schema with compatible: {PythonText.Of(compatible)}")
            {
                Positions = positions,
            }
            : new(node.Node.Path, error.Path, binding.Id, binding.File, error.Keyword, error.Message)
            {
                Positions = positions,
                Text = error.Text,
                Alternatives = [.. error.Context.Select(inner => inner.Text).Distinct(StringComparer.Ordinal)],
            };
    }

    private static IReadOnlyList<SourcePosition> FindPositions(NodeInstance node, IReadOnlyList<string> path)
    {
        var at = node.Node;
        foreach (var name in path)
        {
            if (at.Property(name) is { } property)
                return property.Definition.Span.First is { } position ? [position] : PositionsOf(at);
            if (at.Child(name) is not { } child)
                break;
            at = child;
        }

        return PositionsOf(at);
    }

    private static IReadOnlyList<SourcePosition> PositionsOf(
        TreeNode node) => [.. node.Spans.Select(span => span.First).OfType<SourcePosition>()];

    // A binding with its schemas, once they were needed.
    private sealed class Rule(Binding binding, SchemaStore store)
    {
        private Schema? _select;
        private Schema? _whole;

        public Binding Binding => binding;

        public Schema Select => _select ??= store.Select(binding);

        public Schema Whole => _whole ??= store.Whole(binding);
    }
}
