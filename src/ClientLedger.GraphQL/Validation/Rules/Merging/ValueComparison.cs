using System.Collections.Immutable;
using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Rules.Merging;

/// <summary>Compares arguments and values as they are written; neither arguments nor the fields of objects have an order (2.6, 2.9.8).</summary>
internal static class ValueComparison
{
    private const int LargestScanned = 8;

    /// <summary>The value of an argument, the last one when it is given more than once; null when it isn't given.</summary>
    public static ValueNode? ValueOf(ImmutableArray<ArgumentNode> arguments, string name)
    {
        for (var index = arguments.Length - 1; index >= 0; index--)
        {
            if (arguments[index].Name.Value == name)
            {
                return arguments[index].Value;
            }
        }

        return null;
    }

    /// <summary>Whether two lists of arguments, in neither of which one is given twice, say the same.</summary>
    public static bool AreSame(ImmutableArray<ArgumentNode> one, ImmutableArray<ArgumentNode> other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        if (one.Length <= LargestScanned)
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

    private static bool AreSame(ImmutableArray<ObjectFieldNode> one, ImmutableArray<ObjectFieldNode> other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        // Mostly they stand in one order; sorting keeps fields of one name as they stand.
        return (HaveSameNames(one, other) ? one.Zip(other) : Sorted(one).Zip(Sorted(other)))
            .All(pair => pair.First.Name.Value == pair.Second.Name.Value && AreSame(pair.First.Value, pair.Second.Value));
    }

    private static bool HaveSameNames(ImmutableArray<ObjectFieldNode> one, ImmutableArray<ObjectFieldNode> other)
    {
        for (var index = 0; index < one.Length; index++)
        {
            if (one[index].Name.Value != other[index].Name.Value)
            {
                return false;
            }
        }

        return true;
    }

    private static IOrderedEnumerable<ObjectFieldNode> Sorted(ImmutableArray<ObjectFieldNode> fields) => fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
}
