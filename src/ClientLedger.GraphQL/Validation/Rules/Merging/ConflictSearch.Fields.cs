using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Validation.Rules.Merging;

/// <summary>The comparison of two fields.</summary>
internal sealed partial class ConflictSearch
{
    private readonly Dictionary<(CollectedFields One, CollectedFields Other), List<Overlap>> overlaps = [];

    /// <summary>Why two fields can't stand under one response key; null when they can.</summary>
    private Conflict? Compare(string key, CollectedField one, CollectedField other, bool areExclusive)
    {
        areExclusive |= one.Parent != other.Parent && one.Parent is ObjectType && other.Parent is ObjectType;
        var (node, otherNode) = (one.Node, other.Node);
        if (!Spend(2) || (one.IsSimpleLeaf && other.IsSimpleLeaf && one.HasTypeOf(other) && node.Name.Value == otherNode.Name.Value))
        {
            return null;
        }

        if (!areExclusive)
        {
            if (node.Name.Value != otherNode.Name.Value)
            {
                return Because($"\"{Conflict.Short(node.Name.Value)}\" and \"{Conflict.Short(otherNode.Name.Value)}\" are different fields");
            }

            if (!HaveSameArguments(one, other))
            {
                return Because("they have differing arguments");
            }
        }

        if (one.Stream is not null || other.Stream is not null)
        {
            var areSame = one.Stream is { } stream && other.Stream is { } otherStream && AreSame(stream.Arguments, otherStream.Arguments);
            return Because($"they have overlapping stream directives{(areSame ? ". See https://github.com/graphql/defer-stream-wg/discussions/100" : "")}");
        }

        if (one.Definition is { } definition && other.Definition is { } otherDefinition && definition != otherDefinition && !HaveSameShape(definition.Type, otherDefinition.Type))
        {
            return Because($"they return conflicting types \"{definition.Type}\" and \"{otherDefinition.Type}\"");
        }

        return node.SelectionSet is not null && otherNode.SelectionSet is not null
            ? Conflict.Of(key, node.Start, otherNode.Start, FindBelow(one, other, areExclusive))
            : null;

        Conflict Because(string reason) => new(key, reason, [node.Start], [otherNode.Start]);
    }

    private bool HaveSameArguments(CollectedField one, CollectedField other)
    {
        if (one.Node.Arguments.IsEmpty)
        {
            return other.Node.Arguments.IsEmpty;
        }

        if (!comparedArguments.TryGetValue((one, other), out var areSame))
        {
            comparedArguments[(one, other)] = areSame = AreSame(one.Node.Arguments, other.Node.Arguments);
        }

        return areSame;
    }

    private bool AreSame(NodeList<ArgumentNode> one, NodeList<ArgumentNode> other)
    {
        if (one.Count != other.Count)
        {
            return false;
        }

        foreach (var argument in one)
        {
            if (!Spend(1) || ValueComparison.ValueOf(other, argument.Name.Value) is not { } value || !ValueComparison.AreSame(argument.Value, value))
            {
                return false;
            }
        }

        return true;
    }

    private bool HaveSameShape(GraphQLType one, GraphQLType other)
    {
        // Only named types are the same objects there: lists and non-null types are compared, and paid for, down to what they hold.
        for (GraphQLType type = one, otherType = other; type != otherType || type is not NamedType;)
        {
            Spend(1);
            switch (type, otherType)
            {
                case (ListType list, ListType otherList):
                    (type, otherType) = (list.OfType, otherList.OfType);
                    break;
                case (NonNullType nonNull, NonNullType otherNonNull):
                    (type, otherType) = (nonNull.OfType, otherNonNull.OfType);
                    break;
                default:
                    return ResponseShape.IsSame(type, otherType);
            }
        }

        return true;
    }

    /// <summary>The fields of two sets that have one response key.</summary>
    private List<Overlap> OverlapOf(CollectedFields one, CollectedFields other)
    {
        if (overlaps.TryGetValue((one, other), out var known))
        {
            return known;
        }

        Spend(one.Groups.Count);
        var found = new List<Overlap>();
        foreach (var (key, fields) in one.Groups)
        {
            if (other.Find(key) is { } otherFields)
            {
                found.Add(new Overlap(key, fields, otherFields));
            }
        }

        overlaps[(one, other)] = found;
        return found;
    }

    private readonly record struct Overlap(string Key, List<CollectedField> Fields, List<CollectedField> OtherFields);
}
