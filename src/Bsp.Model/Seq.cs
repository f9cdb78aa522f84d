using System.Collections;
using System.Runtime.CompilerServices;

namespace Bsp.Model;

/// <summary>Creates <see cref="Seq{T}"/> values; the target of collection expressions.</summary>
public static class Seq
{
    /// <summary>Copies the given items into a sequence.</summary>
    /// <remarks>
    /// The compiler calls this for <c>[a, b]</c>. It is the model's only use of a span, because the evaluator builds collection
    /// expressions itself.
    /// </remarks>
    public static Seq<T> Create<T>(ReadOnlySpan<T> items) => Seq<T>.Of(items.ToArray());
}

/// <summary>An immutable sequence that is equal to another when their items are equal in order.</summary>
/// <typeparam name="T">The type of the items; items are compared by their own equality.</typeparam>
[CollectionBuilder(typeof(Seq), nameof(Seq.Create))]
public sealed class Seq<T> : IReadOnlyList<T>, IEquatable<Seq<T>>
{
    private readonly T[] _items;

    private Seq(T[] items) => _items = items;

    /// <summary>The sequence without items.</summary>
    public static Seq<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>Copies the given items into a sequence.</summary>
    public static Seq<T> Of(IEnumerable<T> items)
    {
        var copy = items.ToArray();
        return copy.Length == 0 ? Empty : new(copy);
    }

    /// <summary>The items of <paramref name="left"/>, then those of <paramref name="right"/>.</summary>
    public static Seq<T> operator +(Seq<T> left, Seq<T> right) => Of(left._items.Concat(right._items));

    /// <inheritdoc/>
    public bool Equals(Seq<T>? other) =>
        other is not null && (ReferenceEquals(this, other) || _items.SequenceEqual(other._items));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Seq<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var item in _items)
            hash = unchecked((hash * 31) + (item is null ? 0 : item.GetHashCode()));
        return hash;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>The items between brackets, for messages and the debugger.</summary>
    public override string ToString() => "[" + string.Join(", ", _items) + "]";
}
