using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace ClientLedger.GraphQL.Types;

/// <summary>
/// Named elements in their order, found by name. A collection may lie on another one, of which it shares everything but what it hides: so an overlay's memory is that of its changes, and of the order of what is changed.
/// </summary>
public sealed class MemberCollection<T> : IReadOnlyCollection<T>
    where T : class, ISchemaElement
{
    private const int LargestScanned = 6;

    private readonly MemberCollection<T>? below;
    private readonly HashSet<string>? hidden;
    private readonly T[] own;
    private readonly Dictionary<string, T>? index;

    /// <summary>All in their order, those of the collection below that are shown included.</summary>
    private readonly ImmutableArray<T> all;

    internal MemberCollection(IEnumerable<T> elements)
        : this(null, null, [.. elements])
    {
    }

    private MemberCollection(MemberCollection<T>? below, HashSet<string>? hidden, T[] own, ImmutableArray<T> order = default)
    {
        this.below = below;
        this.hidden = hidden;
        this.own = own;
        if (own.Length > LargestScanned)
        {
            index = new Dictionary<string, T>(own.Length, StringComparer.Ordinal);
            foreach (var element in own)
            {
                index[element.Name] = element;
            }
        }

        all = order.IsDefault ? InOwnOrder() : order;
    }

    /// <summary>How many there are.</summary>
    public int Count => all.Length;

    internal static MemberCollection<T> Empty { get; } = new([]);

    /// <summary>The element of that name, or null.</summary>
    public T? Find(string name) => FindOwn(name) ?? (below is null || IsHidden(name) ? null : below.Find(name));

    /// <summary>Whether there is one of that name.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out T? element)
    {
        element = Find(name);
        return element is not null;
    }

    /// <summary>All in their order.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => all.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => all.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => all.AsEnumerable().GetEnumerator();

    /// <summary>These without the named ones, and with others at the end. What is hidden and added is replaced at its place.</summary>
    internal MemberCollection<T> With(IReadOnlyCollection<string> hide, IEnumerable<T> add)
    {
        var present = hide.Where(name => Find(name) is not null).ToHashSet(StringComparer.Ordinal);
        return new MemberCollection<T>(this, present.Count == 0 ? null : present, [.. add]);
    }

    /// <summary>The same elements in another order.</summary>
    internal MemberCollection<T> InOrder(IReadOnlyCollection<T> order) => new(below, hidden, own, [.. order]);

    private ImmutableArray<T> InOwnOrder()
    {
        if (below is null)
        {
            return ImmutableCollectionsMarshal.AsImmutableArray(own);
        }

        var ordered = ImmutableArray.CreateBuilder<T>(below.Count + own.Length);
        foreach (var element in below)
        {
            if ((IsHidden(element.Name) ? FindOwn(element.Name) : element) is { } shown)
            {
                ordered.Add(shown);
            }
        }

        foreach (var element in own)
        {
            if (!IsHidden(element.Name))
            {
                ordered.Add(element);
            }
        }

        return ordered.DrainToImmutable();
    }

    private bool IsHidden(string name) => hidden is not null && hidden.Contains(name);

    private T? FindOwn(string name)
    {
        if (index is not null)
        {
            return index.GetValueOrDefault(name);
        }

        foreach (var element in own)
        {
            if (string.Equals(element.Name, name, StringComparison.Ordinal))
            {
                return element;
            }
        }

        return null;
    }
}

/// <summary>Makes collections of elements.</summary>
internal static class MemberCollection
{
    public static MemberCollection<T> Of<T>(IEnumerable<T> elements)
        where T : class, ISchemaElement => new(elements);
}
