using System.Runtime.CompilerServices;
using ClientLedger.GraphQL.Language;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Validation.Rules.Merging;

/// <summary>
/// Finds the conflicts of selection sets by comparing their fields in pairs, in the order of the reference implementation: the same conflicts are reported, each at the same place. Pairs are many more than fields, so
/// there is a budget in proportion to the document, and never more than the reference implementation's: beyond it validation is aborted, as it is there.
/// </summary>
/// <param name="context">The document and the schema; it takes the conflicts.</param>
/// <param name="budgetPerToken">How many steps the search may take for each token of the document.</param>
internal sealed partial class ConflictSearch(ValidationContext context, int budgetPerToken)
{
    /// <summary>What the shortest document may cost, enough for every pair of the fields that a person wrote, and the longest.</summary>
    private const int BudgetAlways = 20_000, LargestBudget = 500_000;

    private readonly Dictionary<(NamedType? Parent, SelectionSetNode Set), CollectedFields> collected = [];
    private readonly ComparedPairs<CollectedFields, FragmentDefinitionNode?> comparedWithFragment = new();
    private readonly ComparedPairs<FragmentDefinitionNode?, FragmentDefinitionNode?> comparedFragments = new();
    private readonly Dictionary<(CollectedField One, CollectedField Other), bool> comparedArguments = [];
    private int remaining = (int)Math.Min(BudgetAlways + ((long)budgetPerToken * context.Document.TokenCount), LargestBudget);

    /// <summary>Reports the conflicts within a selection set.</summary>
    public void Report(SelectionSetNode set)
    {
        if (set.Selections is { First: not InlineFragmentNode, Rest.IsEmpty: true })
        {
            return;
        }

        var conflicts = new ConflictList(context.MaxErrors + 1);
        FindWithin(Collect(context.ParentType, set), conflicts);
        foreach (var conflict in conflicts.Found)
        {
            context.Report(
                $"Fields \"{Conflict.Short(conflict.ResponseKey)}\" conflict because {conflict.Reason}. Use different aliases on the fields to fetch both if this was intentional.",
                [.. conflict.Places, .. conflict.OtherPlaces]);
        }
    }

    /// <summary>Finds conflicts until there are more than are told: what is left would cost the budget and change nothing.</summary>
    private void FindWithin(CollectedFields set, ConflictList conflicts)
    {
        foreach (var (key, fields) in set.Groups)
        {
            for (var one = 0; one < fields.Count && !context.IsDone && !conflicts.IsFull; one++)
            {
                for (var other = one + 1; other < fields.Count && !conflicts.IsFull; other++)
                {
                    conflicts.Add(Compare(key, fields[one], fields[other], areExclusive: false));
                }
            }
        }

        if (set.Spreads.Count == 0 || (set.Groups.Count == 0 && set.Spreads.Count == 1))
        {
            return;
        }

        var fragments = FragmentsOf(set);
        for (var one = 0; one < fragments.Count && !context.IsDone && !conflicts.IsFull; one++)
        {
            FindBetween(set, fragments[one], areExclusive: false, conflicts);
            for (var other = one + 1; other < fragments.Count && !conflicts.IsFull; other++)
            {
                FindBetween(fragments[one], fragments[other], areExclusive: false, conflicts);
            }
        }
    }

    /// <summary>Compares the fields of a set with those of a fragment and of the fragments that it spreads.</summary>
    private void FindBetween(CollectedFields set, FragmentDefinitionNode? fragment, bool areExclusive, ConflictList conflicts)
    {
        if (!Spend(1) || set.Groups.Count == 0 || comparedWithFragment.Contains(set, fragment, areExclusive))
        {
            return;
        }

        comparedWithFragment.Add(set, fragment, areExclusive);
        if (fragment is null)
        {
            return;
        }

        var other = Collect(fragment);
        var further = FragmentsOf(other);
        if (set == other)
        {
            return;
        }

        FindBetween(set, other, areExclusive, conflicts);
        foreach (var spread in further)
        {
            FindBetween(set, spread, areExclusive, conflicts);
        }
    }

    /// <summary>Compares the fields of two fragments and of the fragments that they spread.</summary>
    private void FindBetween(FragmentDefinitionNode? one, FragmentDefinitionNode? other, bool areExclusive, ConflictList conflicts)
    {
        if (!Spend(2) || one == other || comparedFragments.Contains(one, other, areExclusive) || comparedFragments.Contains(other, one, areExclusive))
        {
            return;
        }

        comparedFragments.Add(one, other, areExclusive);
        if (one is null || other is null)
        {
            return;
        }

        var ofOne = Collect(one);
        var furtherOfOne = FragmentsOf(ofOne);
        var ofOther = Collect(other);
        var furtherOfOther = FragmentsOf(ofOther);
        FindBetween(ofOne, ofOther, areExclusive, conflicts);
        foreach (var spread in furtherOfOther)
        {
            FindBetween(one, spread, areExclusive, conflicts);
        }

        foreach (var spread in furtherOfOne)
        {
            FindBetween(spread, other, areExclusive, conflicts);
        }
    }

    /// <summary>Compares what two fields select.</summary>
    private List<Conflict> FindBelow(CollectedField one, CollectedField other, bool areExclusive)
    {
        var conflicts = new ConflictList(Conflict.MostTold);
        var ofOne = Collect(one.Definition?.Type.Innermost, one.Node.SelectionSet!);
        var fragmentsOfOne = FragmentsOf(ofOne);
        var ofOther = Collect(other.Definition?.Type.Innermost, other.Node.SelectionSet!);
        var fragmentsOfOther = FragmentsOf(ofOther);
        FindBetween(ofOne, ofOther, areExclusive, conflicts);
        foreach (var fragment in fragmentsOfOther)
        {
            FindBetween(ofOne, fragment, areExclusive, conflicts);
        }

        foreach (var fragment in fragmentsOfOne)
        {
            FindBetween(ofOther, fragment, areExclusive, conflicts);
        }

        foreach (var fragment in fragmentsOfOne)
        {
            foreach (var otherFragment in fragmentsOfOther)
            {
                FindBetween(fragment, otherFragment, areExclusive, conflicts);
            }
        }

        return conflicts.Found;
    }

    /// <summary>Compares the fields of two sets that have one response key.</summary>
    private void FindBetween(CollectedFields one, CollectedFields other, bool areExclusive, ConflictList conflicts)
    {
        if (one.Groups.Count == 0 || other.Groups.Count == 0)
        {
            return;
        }

        foreach (var (key, fields, otherFields) in OverlapOf(one, other))
        {
            foreach (var field in fields)
            {
                if (context.IsDone)
                {
                    return;
                }

                foreach (var otherField in otherFields)
                {
                    conflicts.Add(Compare(key, field, otherField, areExclusive));
                }
            }
        }
    }

    private CollectedFields Collect(FragmentDefinitionNode fragment) => Collect(context.Schema.TypeNamed(fragment.TypeCondition.Name), fragment.SelectionSet);

    private CollectedFields Collect(NamedType? parent, SelectionSetNode set)
    {
        if (!collected.TryGetValue((parent, set), out var fields))
        {
            collected[(parent, set)] = fields = new CollectedFields(context.Schema, parent, set);
        }

        return fields;
    }

    private List<FragmentDefinitionNode?> FragmentsOf(CollectedFields set)
    {
        if (set.Fragments is null)
        {
            Spend(set.Spreads.Count);
            set.Fragments = [.. set.Spreads.Select(spread => context.Facts.FragmentNamed(spread.Name.Value)).Distinct()];
        }

        return set.Fragments;
    }

    /// <summary>Takes work from the budget; false, and validation is aborted, when too little is left, or too little of the stack.</summary>
    private bool Spend(int work)
    {
        remaining -= work;
        context.Count(work);
        if (remaining < 0 || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            context.Abort("comparing the fields that stand under the same keys");
            return false;
        }

        return true;
    }

    /// <summary>Conflicts, so many as will be told.</summary>
    private sealed class ConflictList(int most)
    {
        public List<Conflict> Found { get; } = [];

        public bool IsFull => Found.Count >= most;

        public void Add(Conflict? conflict)
        {
            if (conflict is not null && !IsFull)
            {
                Found.Add(conflict);
            }
        }
    }
}
