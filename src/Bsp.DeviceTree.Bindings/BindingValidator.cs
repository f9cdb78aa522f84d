using Bsp.DeviceTrees.Bindings.Decoding;
using Bsp.DeviceTrees.Bindings.Schemas;
using Bsp.DeviceTrees.Bindings.Validation;

namespace Bsp.DeviceTrees.Bindings;

/// <summary>Checks trees against bindings, as dt-validate of dt-schema 2022.08.2 does. It remembers what it has read of the bindings: one for all trees of a thread.</summary>
public sealed class BindingValidator
{
    private readonly Bindings _bindings;
    private readonly Rule[] _rules;
    private readonly Dictionary<string, List<int>> _byCompatible = new(StringComparer.Ordinal);
    private readonly List<int> _bySchema = [];
    private readonly Evaluation _evaluation = new();

    /// <summary>A validator.</summary>
    /// <param name="bindings">The bindings.</param>
    public BindingValidator(Bindings bindings)
    {
        var store = new SchemaStore(bindings.All);
        (_bindings, _rules) = (bindings, [.. bindings.All.Select(binding => new Rule(binding, store))]);
        for (var i = 0; i < bindings.All.Count; i++)
        {
            var selection = bindings.All[i].Selection;
            if (selection.Kind == SelectionKind.Schema)
                _bySchema.Add(i);
            foreach (var compatible in selection.Compatibles)
            {
                if (!_byCompatible.TryGetValue(compatible, out var list))
                    _byCompatible.Add(compatible, list = []);
                list.Add(i);
            }
        }
    }

    /// <summary>All that is wrong with a tree, in the order of its nodes, then of the bindings.</summary>
    public IReadOnlyList<Finding> Validate(DeviceTree tree)
    {
        var findings = new List<Finding>();
        Visit(TreeDecoder.Decode(tree, _bindings.Types), "/", isDisabled: false, findings);
        return findings;
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
        // What is no list meets whatever a binding asks of its items.
        var byCompatible = node.Members.GetValueOrDefault("compatible") switch
        {
            null => [],
            ListInstance list => list.Texts.SelectMany(text => _byCompatible.GetValueOrDefault(text, [])),
            _ => _byCompatible.Values.SelectMany(list => list),
        };
        var next = 0;
        foreach (var i in new SortedSet<int>(byCompatible))
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
            findings.Add(new(node.Node.Path, [], binding.Id, binding.File, Finding.NotEvaluated, $"the binding cannot be evaluated: {exception.Message}") { Position = Place(node, []) });
        }
    }

    // A node that is not in use may lack what a board would add.
    private static bool MayBeLeftOut(SchemaError error, bool isDisabled) =>
        (isDisabled || error.Instance is NodeInstance { IsDisabled: true })
        && (error.IsMissing || (error.Context.Count > 0 && error.Context.All(inner => inner.IsMissing)));

    private static Finding FindingOf(NodeInstance node, Binding binding, SchemaError error)
    {
        var position = Place(node, error.Extra is { } extra ? [.. error.Path, extra] : error.Path);
        return binding.Id == Bindings.CompatiblesId && node.Members.GetValueOrDefault("compatible") is { } compatible
            ? new(node.Node.Path, error.Path, binding.Id, binding.File, error.Keyword, $"failed to match any schema with compatible: {PythonText.Of(compatible)}") { Position = position }
            : new(node.Node.Path, error.Path, binding.Id, binding.File, error.Keyword, error.Message)
            {
                Position = position,
                Alternatives = [.. error.Context.Select(inner => inner.Message).Distinct(StringComparer.Ordinal)],
            };
    }

    // Of a property the place that has the last word; else the place where the node begins.
    private static SourcePosition? Place(NodeInstance node, IReadOnlyList<string> path)
    {
        var place = node.Node;
        foreach (var name in path)
        {
            if (place.Property(name) is { } property)
                return property.Definition.Span.First ?? place.Spans.Select(span => span.First).FirstOrDefault();
            if (place.Child(name) is not { } child)
                break;
            place = child;
        }

        return place.Spans.Select(span => span.First).FirstOrDefault();
    }

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
