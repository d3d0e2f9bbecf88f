using ClientLedger.GraphQL.Language;

namespace ClientLedger.GraphQL.Validation.Facts;

/// <summary>
/// Which fragments are spread where, and what operations reach through them. Documents in which many operations reach many fragments cost more than they are long: work is budgeted, as in the reference
/// implementation, and validation is aborted when the budget is spent.
/// </summary>
internal sealed class FragmentGraph(ValidationContext context)
{
    private const int Budget = 50_000;

    private readonly Dictionary<SelectionSetNode, List<FragmentSpreadNode>> spreads = [];
    private readonly Dictionary<HashSet<string>, List<FragmentDefinitionNode>> reached = new(HashSet<string>.CreateSetComparer());
    private readonly Dictionary<OperationDefinitionNode, List<VariableUsage>> usages = [];
    private readonly Dictionary<List<FragmentDefinitionNode>, List<VariableUsage>> fragmentUsages = [];
    private Dictionary<ExecutableDefinitionNode, DefinitionFact>? definitions;
    private int remaining = Budget;

    /// <summary>The spreads within a selection set, those of its fields included: first its own, then those of the sets in it, the last set first.</summary>
    public List<FragmentSpreadNode> SpreadsIn(SelectionSetNode set)
    {
        if (spreads.TryGetValue(set, out var known))
        {
            return known;
        }

        var found = new List<FragmentSpreadNode>();
        var pending = new Stack<SelectionSetNode>();
        pending.Push(set);
        while (pending.TryPop(out var next))
        {
            foreach (var selection in next.Selections)
            {
                switch (selection)
                {
                    case FragmentSpreadNode spread:
                        found.Add(spread);
                        break;
                    case FieldNode { SelectionSet: { } inner }:
                        pending.Push(inner);
                        break;
                    case InlineFragmentNode inline:
                        pending.Push(inline.SelectionSet);
                        break;
                }
            }
        }

        spreads.Add(set, found);
        return found;
    }

    /// <summary>The fragments that operations spread, directly or through others; an empty list when there was no budget for them.</summary>
    public List<FragmentDefinitionNode> ReachedFrom(IEnumerable<OperationDefinitionNode> operations)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var queue = new List<string>();
        foreach (var operation in operations)
        {
            Enqueue(SpreadsIn(operation.SelectionSet), names, queue);
        }

        if (reached.TryGetValue(names, out var known))
        {
            return known;
        }

        var start = new HashSet<string>(names, StringComparer.Ordinal);
        var found = new List<FragmentDefinitionNode>();
        var isAffordable = Spend(names.Count);
        for (var next = 0; next < queue.Count && isAffordable; next++)
        {
            if (context.Facts.FragmentNamed(queue[next]) is { } fragment)
            {
                found.Add(fragment);
                var inner = SpreadsIn(fragment.SelectionSet);
                isAffordable = Spend(inner.Count);
                Enqueue(inner, names, queue);
            }
        }

        reached.Add(start, found);
        return isAffordable ? found : [];
    }

    /// <summary>Where an operation uses variables, the fragments that it reaches included; an empty list when there was no budget for them.</summary>
    public List<VariableUsage> UsagesIn(OperationDefinitionNode operation)
    {
        if (usages.TryGetValue(operation, out var known))
        {
            return known;
        }

        var fragments = ReachedFrom([operation]);
        if (!fragmentUsages.TryGetValue(fragments, out var inFragments))
        {
            inFragments = [];
            var isAffordable = Spend(fragments.Count);
            foreach (var fragment in fragments)
            {
                var own = Definition(fragment);
                isAffordable = isAffordable && Spend(own.UsageCount);
                if (!isAffordable)
                {
                    break;
                }

                inFragments.AddRange(UsagesOf(own));
            }

            fragmentUsages.Add(fragments, inFragments);
        }

        List<VariableUsage> all = Spend(inFragments.Count) ? [.. UsagesOf(Definition(operation)), .. inFragments] : [];
        usages.Add(operation, all);
        return all;
    }

    /// <summary>Takes work from the budget; false, and validation is aborted, when too little is left.</summary>
    public bool Spend(int work)
    {
        remaining -= work;
        context.Count(work);
        if (remaining < 0)
        {
            context.Abort("following the fragments of all operations");
        }

        return remaining >= 0;
    }

    private DefinitionFact Definition(ExecutableDefinitionNode node)
    {
        definitions ??= context.Facts.Definitions.ToDictionary(definition => definition.Node);
        return definitions[node];
    }

    private IEnumerable<VariableUsage> UsagesOf(DefinitionFact definition)
    {
        for (var index = definition.FirstUsage; index < definition.FirstUsage + definition.UsageCount; index++)
        {
            yield return context.Facts.Usages[index];
        }
    }

    private static void Enqueue(List<FragmentSpreadNode> spreads, HashSet<string> names, List<string> queue)
    {
        foreach (var spread in spreads)
        {
            if (names.Add(spread.Name.Value))
            {
                queue.Add(spread.Name.Value);
            }
        }
    }
}
