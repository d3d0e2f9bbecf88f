using System.Diagnostics.CodeAnalysis;

namespace ClientLedger.GraphQL.Caching;

/// <summary>Keeps values as long as all of them are no larger than allowed; the one that was used longest ago goes first. Many threads may use it.</summary>
/// <param name="maxBytes">How large all values may be together. One that is larger by itself isn't kept.</param>
/// <param name="sizeOf">About how many bytes an entry has. It is asked again when the entry is used, and by <see cref="Weigh(TKey)"/>, since a value may grow.</param>
internal sealed class BoundedCache<TKey, TValue>(long maxBytes, Func<TKey, TValue, long> sizeOf)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, LinkedListNode<Entry>> entries = [];

    /// <summary>The one that was used last stands first.</summary>
    private readonly LinkedList<Entry> byUse = new();

    /// <summary>About how many bytes it holds.</summary>
    public long Bytes { get; private set; }

    public int Count => entries.Count;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(key, out var node))
            {
                value = default;
                return false;
            }

            value = node.Value.Value;
            Weigh(node);
            if (byUse.First != node)
            {
                byUse.Remove(node);
                byUse.AddFirst(node);
            }

            Trim();
            return true;
        }
    }

    /// <summary>Keeps a value, and gives the one that is kept: another thread may have been faster.</summary>
    public TValue Add(TKey key, TValue value)
    {
        lock (gate)
        {
            if (entries.TryGetValue(key, out var known))
            {
                return known.Value.Value;
            }

            var node = byUse.AddFirst(new Entry(key, value));
            entries.Add(key, node);
            Weigh(node);
            Trim();
            return value;
        }
    }

    /// <summary>Weighs a value that has grown, if it is still kept.</summary>
    public void Weigh(TKey key)
    {
        lock (gate)
        {
            if (entries.TryGetValue(key, out var node))
            {
                Weigh(node);
                Trim();
            }
        }
    }

    /// <summary>Forgets a value, unless another has taken its place.</summary>
    public void Remove(TKey key, TValue value)
    {
        lock (gate)
        {
            if (entries.TryGetValue(key, out var node) && EqualityComparer<TValue>.Default.Equals(node.Value.Value, value))
            {
                Forget(node);
            }
        }
    }

    private void Weigh(LinkedListNode<Entry> node)
    {
        var size = sizeOf(node.Value.Key, node.Value.Value);
        Bytes += size - node.Value.Size;
        node.Value.Size = size;
    }

    private void Trim()
    {
        while (Bytes > maxBytes && byUse.Last is { } last)
        {
            Forget(last);
        }
    }

    private void Forget(LinkedListNode<Entry> node)
    {
        byUse.Remove(node);
        entries.Remove(node.Value.Key);
        Bytes -= node.Value.Size;
    }

    private sealed class Entry(TKey key, TValue value)
    {
        public TKey Key { get; } = key;

        public TValue Value { get; } = value;

        public long Size { get; set; }
    }
}
