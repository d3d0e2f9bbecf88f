using System.Collections.Immutable;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Selecting;

/// <summary>CollectFields (6.3.2) and CollectSubfields (6.4.3): what selection sets ask of an object of one type. It uses no recursion, since fragments may lie in each other deeper than a stack.</summary>
internal static class FieldCollector
{
    /// <summary>What an operation asks at its root.</summary>
    public static Selection Collect(OperationPlan plan, ObjectType type, SelectionSetNode selectionSet) => Collect(plan, type, [selectionSet]);

    /// <summary>What merged fields ask of the object that they answer with.</summary>
    public static Selection Collect(OperationPlan plan, ObjectType type, ImmutableArray<FieldNode> fields) =>
        Collect(plan, type, fields.Where(field => field.SelectionSet is not null).Select(field => field.SelectionSet!));

    private static Selection Collect(OperationPlan plan, ObjectType type, IEnumerable<SelectionSetNode> selectionSets)
    {
        var groups = new OrderedDictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<NodeList<SelectionNode>>();
        foreach (var selectionSet in selectionSets)
        {
            open.Push(selectionSet.Selections);
            while (open.TryPop(out var current))
            {
                if (current.First is not { } selection)
                {
                    continue;
                }

                open.Push(current.Rest);
                if (Enter(plan, type, selection, visited, groups) is { } inner)
                {
                    open.Push(inner.Selections);
                }
            }
        }

        return new Selection(type, [.. FieldsOf(plan, type, groups)]);
    }

    /// <summary>Takes a field up; gives the selections of a fragment that applies.</summary>
    private static SelectionSetNode? Enter(
        OperationPlan plan, ObjectType type, SelectionNode selection, HashSet<string> visited, OrderedDictionary<string, List<FieldNode>> groups)
    {
        if (!plan.Includes(selection))
        {
            return null;
        }

        switch (selection)
        {
            case FieldNode field:
                if (!groups.TryGetValue(field.ResponseKey, out var group))
                {
                    groups.Add(field.ResponseKey, group = []);
                }

                group.Add(field);
                return null;
            case InlineFragmentNode fragment:
                return fragment.TypeCondition is null || Applies(plan.Schema, fragment.TypeCondition, type) ? fragment.SelectionSet : null;
            case FragmentSpreadNode spread:
                return plan.FragmentNamed(spread.Name.Value) is { } definition && Applies(plan.Schema, definition.TypeCondition, type) && visited.Add(spread.Name.Value)
                    ? definition.SelectionSet
                    : null;
            default:
                return null;
        }
    }

    /// <summary>DoesFragmentTypeApply (6.3.2).</summary>
    private static bool Applies(Schema schema, NamedTypeNode condition, ObjectType type) => schema.TypeNamed(condition.Name) switch
    {
        ObjectType objectType => objectType == type,
        CompositeType abstractType => schema.IsSubType(abstractType, type),
        _ => false,
    };

    /// <summary>A field that the type doesn't have is left out, as the specification has it; validation refused it before.</summary>
    private static IEnumerable<SelectedField> FieldsOf(OperationPlan plan, ObjectType type, OrderedDictionary<string, List<FieldNode>> groups) =>
        from item in groups
        let field = plan.Schema.FieldOf(type, item.Value[0].Name.Value)
        where field is not null
        select new SelectedField(plan, type, item.Key, field, [.. item.Value]);
}
