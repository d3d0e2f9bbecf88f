using System.Collections.Immutable;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules.Merging;

/// <summary>Compares arguments and values as they are written; neither arguments nor the fields of objects have an order (2.6, 2.9.8).</summary>
internal static class ValueComparison
{
    private const int LargestScanned = 8;

    /// <summary>The value of an argument, the last one when it is given more than once; null when it isn't given.</summary>
    public static ValueNode? ValueOf(NodeList<ArgumentNode> arguments, string name)
    {
        ValueNode? value = null;
        foreach (var argument in arguments)
        {
            if (argument.Name.Value == name)
            {
                value = argument.Value;
            }
        }

        return value;
    }

    /// <summary>Whether two lists of arguments, in neither of which one is given twice, say the same.</summary>
    public static bool AreSame(NodeList<ArgumentNode> one, NodeList<ArgumentNode> other)
    {
        var count = one.Count;
        if (count != other.Count)
        {
            return false;
        }

        if (count <= LargestScanned)
        {
            foreach (var argument in one)
            {
                if (ValueOf(other, argument.Name.Value) is not { } value || !AreSame(argument.Value, value))
                {
                    return false;
                }
            }

            return true;
        }

        var values = other.ToDictionary(argument => argument.Name.Value, argument => argument.Value, StringComparer.Ordinal);
        return one.All(argument => values.TryGetValue(argument.Name.Value, out var value) && AreSame(argument.Value, value));
    }

    public static bool AreSame(ValueNode one, ValueNode other) => (one, other) switch
    {
        (VariableNode x, VariableNode y) => x.Name.Value == y.Name.Value,
        (IntValueNode x, IntValueNode y) => x.Text == y.Text,
        (FloatValueNode x, FloatValueNode y) => x.Text == y.Text,
        (StringValueNode x, StringValueNode y) => x.Value == y.Value && x.IsBlock == y.IsBlock,
        (BooleanValueNode x, BooleanValueNode y) => x.Value == y.Value,
        (EnumValueNode x, EnumValueNode y) => x.Name == y.Name,
        (NullValueNode, NullValueNode) => true,
        (ListValueNode x, ListValueNode y) => AreSame(x.Values, y.Values),
        (ObjectValueNode x, ObjectValueNode y) => AreSame(x.Fields, y.Fields),
        _ => false,
    };

    private static bool AreSame(ImmutableArray<ValueNode> one, ImmutableArray<ValueNode> other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        for (var index = 0; index < one.Length; index++)
        {
            if (!AreSame(one[index], other[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreSame(NodeList<ObjectFieldNode> one, NodeList<ObjectFieldNode> other)
    {
        if (one.Count != other.Count)
        {
            return false;
        }

        // Mostly they stand in one order; sorting keeps fields of one name as they stand.
        return (HaveSameNames(one, other) ? one.Zip(other) : Sorted(one).Zip(Sorted(other)))
            .All(pair => pair.First.Name.Value == pair.Second.Name.Value && AreSame(pair.First.Value, pair.Second.Value));
    }

    private static bool HaveSameNames(NodeList<ObjectFieldNode> one, NodeList<ObjectFieldNode> other) =>
        one.Zip(other).All(pair => pair.First.Name.Value == pair.Second.Name.Value);

    private static IOrderedEnumerable<ObjectFieldNode> Sorted(NodeList<ObjectFieldNode> fields) => fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
}
