using System.Collections;

namespace Bsp.Artifacts.Boards;

/// <summary>The members of a JSON object, in order. A member that is added only when it says something is left out otherwise.</summary>
internal sealed class JsonMembers : IEnumerable<(string Name, object? Value)>
{
    private readonly List<(string Name, object? Value)> _members = [];

    public void Add(string name, object? value) => _members.Add((name, value));

    /// <summary>Adds a member whose absence means <c>false</c> or "none".</summary>
    public JsonMembers With(string name, object? value)
    {
        if (value is not (null or false or ""))
            _members.Add((name, value));
        return this;
    }

    /// <summary>Adds a list whose absence means that there is nothing in it.</summary>
    public JsonMembers WithAny(string name, IReadOnlyCollection<object?> items) => items.Count > 0 ? With(name, items) : this;

    public IEnumerator<(string Name, object? Value)> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _members.GetEnumerator();
}
