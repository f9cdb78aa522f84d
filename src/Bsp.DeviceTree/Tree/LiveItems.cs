using System.Collections;

namespace Bsp.DeviceTrees;

/// <summary>Those of some nodes or properties that are not deleted.</summary>
/// <typeparam name="T">Nodes, or properties.</typeparam>
public readonly struct LiveItems<T> : IEnumerable<T>
    where T : TreeItem
{
    private static readonly List<T> s_none = [];

    private readonly List<T>? _items;

    internal LiveItems(List<T> items) => _items = items;

    /// <summary>Traverses them, in their order.</summary>
    public Enumerator GetEnumerator() => new(_items ?? s_none);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Traverses them without allocating, as trees are traversed often.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly List<T> _items;
        private int _at;

        internal Enumerator(List<T> items) => (_items, _at) = (items, -1);

        /// <inheritdoc/>
        public readonly T Current => _items[_at];

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            while (++_at < _items.Count)
            {
                if (!_items[_at].IsDeleted)
                    return true;
            }

            return false;
        }

        /// <inheritdoc/>
        public void Reset() => _at = -1;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
