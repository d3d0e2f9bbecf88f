using System.Runtime.CompilerServices;
using ClientLedger.GraphQL.Execution.Selecting;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Pricing;

/// <summary>
/// Makes the prices of a plan, once: what stands in the document and the schema is looked up here, and a request only puts its arguments in. Fields with one response key are one, as in execution; how many fields
/// there are, fragments included, is limited before.
/// </summary>
internal sealed class PriceList(OperationPlan plan)
{
    private const int BytesPerSelection = 200, BytesPerChoice = 40, BytesPerField = 140;

    private static readonly Dictionary<string, ListSize> NoSizes = [];

    private long bytes;

    /// <param name="plan">The plan.</param>
    /// <param name="bytes">About how many bytes the prices hold.</param>
    public static SelectionPrice Of(OperationPlan plan, out long bytes)
    {
        var list = new PriceList(plan);
        var price = plan.Schema.RootOf(plan.Operation.Operation) is { } root ? list.PriceOf(root, [plan.Operation.SelectionSet], NoSizes) : SelectionPrice.Nothing;
        bytes = list.bytes;
        return price;
    }

    private SelectionPrice PriceOf(CompositeType type, IEnumerable<SelectionSetNode> sets, Dictionary<string, ListSize> sizes)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var groups = new OrderedDictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var conditional = new OrderedDictionary<CompositeType, List<SelectionSetNode>>();
        Collect(type, sets, groups, conditional);
        var fields = groups.Values.Select(nodes => PriceOf(type, nodes, sizes)).OfType<FieldPrice>().ToArray();
        bytes += BytesPerSelection;
        if (conditional.Count == 0)
        {
            return new SelectionPrice(fields, [], []);
        }

        var conditions = conditional.Keys.ToList();
        var choices = plan.Schema.PossibleTypesOf(type)
            .Select(possible => Enumerable.Range(0, conditions.Count).Where(index => IsOf(possible, conditions[index])).ToArray())
            .Where(choice => choice.Length > 0)
            .DistinctBy(choice => string.Join(',', choice), StringComparer.Ordinal)
            .ToArray();
        bytes += choices.Sum(choice => BytesPerChoice + ((long)sizeof(int) * choice.Length));
        return new SelectionPrice(fields, [.. conditional.Select(one => PriceOf(one.Key, one.Value, sizes))], choices);
    }

    /// <summary>Sorts what is asked of every object of a type from what is asked of some.</summary>
    private void Collect(
        CompositeType type, IEnumerable<SelectionSetNode> sets, OrderedDictionary<string, List<FieldNode>> groups, OrderedDictionary<CompositeType, List<SelectionSetNode>> conditional)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SelectionSetNode>(sets.Reverse());
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections.Where(plan.Includes))
            {
                switch (selection)
                {
                    case FieldNode field:
                        Add(groups, field.ResponseKey, field);
                        break;
                    case InlineFragmentNode inline:
                        Enter(inline.TypeCondition, inline.SelectionSet);
                        break;
                    case FragmentSpreadNode spread when visited.Add(spread.Name.Value) && plan.FragmentNamed(spread.Name.Value) is { } fragment:
                        Enter(fragment.TypeCondition, fragment.SelectionSet);
                        break;
                }
            }
        }

        void Enter(NamedTypeNode? condition, SelectionSetNode set)
        {
            var wanted = condition is null ? type : plan.Schema.TypeNamed(condition.Name) as CompositeType;
            if (wanted == type || (wanted is not null && plan.Schema.IsSubType(wanted, type)))
            {
                open.Push(set);
            }
            else if (wanted is not null)
            {
                Add(conditional, wanted, set);
            }
        }
    }

    private FieldPrice? PriceOf(CompositeType parent, List<FieldNode> nodes, Dictionary<string, ListSize> sizes)
    {
        var node = nodes[0];
        if (plan.Schema.FieldOf(parent, node.Name.Value) is not { } field)
        {
            return null;
        }

        var type = field.Type.Innermost;
        var own = ListSize.Of(plan.Schema, field, node);
        bytes += BytesPerField + (own?.Bytes ?? 0);
        var isIntrospection = field.Name.StartsWith("__", StringComparison.Ordinal);

        // What introspection answers is bounded by the schema and by a limit of its own.
        var below = type is CompositeType composite && !isIntrospection
            ? PriceOf(composite, nodes.Where(one => one.SelectionSet is not null).Select(one => one.SelectionSet!), Within(field.Name, own, sizes))
            : SelectionPrice.Nothing;
        return new FieldPrice(
            field, node, Weights.Of(field), InputPrice.CanCost(plan.Schema, field), Weights.Of(plan.Schema, type), sizes.GetValueOrDefault(field.Name) ?? own, below);
    }

    /// <summary>The sizes that fields around them give to lists further below, by the path to them.</summary>
    private static Dictionary<string, ListSize> Within(string name, ListSize? own, Dictionary<string, ListSize> sizes)
    {
        var within = sizes.Where(size => size.Key.StartsWith($"{name}.", StringComparison.Ordinal)).ToDictionary(size => size.Key[(name.Length + 1)..], size => size.Value, StringComparer.Ordinal);
        foreach (var path in own?.SizedFields ?? [])
        {
            within[path] = own!;
        }

        return within;
    }

    private bool IsOf(ObjectType type, CompositeType condition) => type == condition || plan.Schema.IsSubType(condition, type);

    private static void Add<TKey, TValue>(OrderedDictionary<TKey, List<TValue>> groups, TKey key, TValue value)
        where TKey : notnull
    {
        if (!groups.TryGetValue(key, out var group))
        {
            groups.Add(key, group = []);
        }

        group.Add(value);
    }
}
