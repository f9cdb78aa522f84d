using System.Globalization;
using Bsp.DeviceTrees.Bindings.Decoding;

namespace Bsp.DeviceTrees.Bindings.Validation;

/// <summary>One schema checked against one node: where it is, what was found, and what it may still cost.</summary>
internal sealed class Evaluation
{
    // Bindings of Linux need 40 levels and 100,000 steps.
    private const int MaximumDepth = 600;
    private const int MaximumSteps = 20_000_000;

    private readonly List<string> _path = [];
    private List<SchemaError>? _errors;
    private int _depth;
    private int _steps;

    /// <summary>Begins again, whatever was before.</summary>
    public Evaluation Begin()
    {
        _path.Clear();
        (_errors, _depth, _steps) = (null, 0, 0);
        return this;
    }

    /// <summary>Whether errors are wanted, and not only whether there is one.</summary>
    public bool Collects => _errors is not null;

    /// <summary>Whether something meets a schema.</summary>
    public bool IsValid(Schema schema, Instance instance)
    {
        var errors = _errors;
        _errors = null;
        var isValid = Check(schema, instance);
        _errors = errors;
        return isValid;
    }

    /// <summary>All that does not meet a schema.</summary>
    public IReadOnlyList<SchemaError> Errors(Schema schema, Instance instance)
    {
        var (outer, errors) = (_errors, new List<SchemaError>());
        _errors = errors;
        Check(schema, instance);
        _errors = outer;
        return errors;
    }

    /// <summary>Holds a schema against something; errors are kept where they are wanted.</summary>
    /// <exception cref="FormatException">The schema refers to itself, or is more than can be evaluated.</exception>
    public bool Check(Schema schema, Instance instance)
    {
        if (schema.IsTrue)
            return true;
        if (schema.IsFalse)
            return Fail("false", instance, (it, words) => $"False schema does not allow {words.Of(it)}");
        Count(1);
        if (++_depth > MaximumDepth)
            throw new FormatException("the schema refers to itself without end");
        var isValid = true;
        foreach (var keyword in schema.Keywords)
        {
            if (keyword.Check(instance, this))
                continue;
            isValid = false;
            if (!Collects)
                break;
        }

        _depth--;
        return isValid;
    }

    /// <summary>Holds a schema against a part.</summary>
    public bool Check(Schema schema, Instance part, string name)
    {
        _path.Add(name);
        var isValid = Check(schema, part);
        _path.RemoveAt(_path.Count - 1);
        return isValid;
    }

    /// <summary>Holds a schema against an item.</summary>
    public bool Check(Schema schema, Instance item, int index) =>
        Collects ? Check(schema, item, index.ToString(CultureInfo.InvariantCulture)) : Check(schema, item);

    /// <summary>Notes an error.</summary>
    public bool Fail(
        string keyword, Instance instance, Func<Instance, FindingWords, string> message, IReadOnlyList<SchemaError>? context = null,
        string? extra = null)
    {
        _errors?.Add(new(keyword, [.. _path], instance, message) { Context = context ?? [], Extra = extra });
        return false;
    }

    /// <summary>The properties of a node that a schema has evaluated, also by way of others.</summary>
    public void Annotate(Schema schema, NodeInstance node, HashSet<string> evaluated)
    {
        Count(1);
        if (++_depth > MaximumDepth)
            throw new FormatException("the schema refers to itself without end");
        foreach (var keyword in schema.Keywords)
            keyword.Annotate(node, this, evaluated);
        _depth--;
    }

    /// <summary>The items of a list that a schema has evaluated, also by way of others.</summary>
    public void Annotate(Schema schema, ListInstance list, HashSet<int> evaluated)
    {
        Count(1);
        if (++_depth > MaximumDepth)
            throw new FormatException("the schema refers to itself without end");
        foreach (var keyword in schema.Keywords)
            keyword.Annotate(list, this, evaluated);
        _depth--;
    }

    /// <summary>Counts what is done, so that it ends.</summary>
    public void Count(int steps)
    {
        _steps += steps;
        if (_steps > MaximumSteps)
            throw new FormatException($"the schema takes more than {MaximumSteps} steps");
    }
}
