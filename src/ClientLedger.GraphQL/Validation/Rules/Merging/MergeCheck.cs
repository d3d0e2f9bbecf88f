using System.Runtime.InteropServices;
using ClientLedger.GraphQL.Validation.Facts;

namespace ClientLedger.GraphQL.Validation.Rules.Merging;

/// <summary>
/// Whether fields of a document may conflict. Selection sets that are merged are checked as one set: its fields are grouped by response key, each group is compared with one of its members, and what the members of a
/// group select is the next set to check. So a field is looked at once for each set that holds it, and not once for each other field. Without fragments, that is once. With fragments the sets that hold a field can be many:
/// work is bounded by the size of the document, and a document that needs more may conflict.
/// </summary>
internal sealed class MergeCheck
{
    private const int WorkPerItem = 20;
    private const int WorkAlways = 2_000;

    private readonly DocumentFacts facts;
    private readonly int[] responseKeys;
    private readonly int[] visited;
    private readonly int[] substance;
    private readonly bool[] done;
    private readonly bool[] covered;
    private readonly HashSet<MergedSet> known = [];
    private readonly Stack<MergedSet> pending = new();
    private readonly Stack<int> closure = new();
    private readonly Stack<int> trail = new();
    private readonly List<int> members = [];
    private readonly FieldGroups groups;
    private readonly int mostWork;
    private int round;

    public MergeCheck(DocumentFacts facts)
    {
        this.facts = facts;
        responseKeys = NumberResponseKeys(facts, out var keyCount);
        groups = new FieldGroups(keyCount);
        visited = new int[facts.SelectionSets.Count];
        substance = new int[facts.SelectionSets.Count];
        Array.Fill(substance, FieldFact.None);
        done = new bool[facts.SelectionSets.Count];
        covered = new bool[facts.Definitions.Length];
        mostWork = (WorkPerItem * (facts.Fields.Count + facts.SelectionSets.Count + facts.Spreads.Count)) + WorkAlways;
    }

    /// <summary>How many fields, selection sets and spreads were looked at.</summary>
    public int Work { get; private set; }

    /// <summary>Whether it was too much work to find out, so that a document that may conflict need not.</summary>
    public bool HasGivenUp => Work > mostWork;

    public bool MayConflict()
    {
        var spread = new bool[facts.Definitions.Length];
        for (var index = 0; index < facts.Spreads.Count; index++)
        {
            if (facts.Spreads[index].Fragment is var fragment and not FieldFact.None)
            {
                spread[fragment] = true;
            }
        }

        // What is spread is checked where it is spread. What then is left lies in cycles, which no operation reaches.
        for (var index = 0; index < spread.Length; index++)
        {
            if (!spread[index])
            {
                Add(index);
            }
        }

        while (pending.TryPop(out var set))
        {
            if (Work > mostWork || Conflicts(set))
            {
                return true;
            }
        }

        return Array.IndexOf(covered, false) >= 0;
    }

    private static int[] NumberResponseKeys(DocumentFacts facts, out int count)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = new int[facts.Fields.Count];
        for (var index = 0; index < keys.Length; index++)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, facts.Fields[index].Node.ResponseKey, out var exists);
            if (!exists)
            {
                number = numbers.Count - 1;
            }

            keys[index] = number;
        }

        count = numbers.Count;
        return keys;
    }

    private bool Conflicts(MergedSet set)
    {
        Gather(set);
        groups.Begin(members.Count);
        for (var index = 0; index < members.Count; index++)
        {
            groups.Add(responseKeys[members[index]], index);
        }

        for (var index = 0; index < members.Count; index++)
        {
            if (!groups.IsFirst(responseKeys[members[index]], index))
            {
                continue;
            }

            if (groups.Next(index) != FieldFact.None)
            {
                if (ConflictsInGroup(index, set.IsShapeOnly))
                {
                    return true;
                }
            }
            else if (!set.IsShapeOnly && facts.Fields[members[index]].SelectionSet is var own and not FieldFact.None)
            {
                Add(own);
            }
        }

        return false;
    }

    /// <summary>Lists the fields of a set, those of spread fragments included.</summary>
    private void Gather(MergedSet set)
    {
        round++;
        members.Clear();
        closure.Push(set.First);
        foreach (var other in set.Others)
        {
            closure.Push(other);
        }

        while (closure.TryPop(out var next))
        {
            if (visited[next] == round)
            {
                continue;
            }

            visited[next] = round;
            Work++;
            if (!set.IsShapeOnly && next < covered.Length)
            {
                covered[next] = true;
            }

            ref readonly var fact = ref facts.SelectionSets[next];
            for (var field = fact.FirstField; field != FieldFact.None; field = facts.Fields[field].Next)
            {
                members.Add(field);
            }

            for (var spread = fact.FirstSpread; spread != FieldFact.None; spread = facts.Spreads[spread].Next)
            {
                Work++;
                if (facts.Spreads[spread].Fragment is var fragment and not FieldFact.None)
                {
                    closure.Push(fragment);
                }
            }
        }

        Work += members.Count;
    }

    private bool ConflictsInGroup(int first, bool isShapeOnly)
    {
        var group = new FieldGroup(facts, members, groups, first);
        if (group.MayBeStreamed || group.HasDifferentShapes || (!isShapeOnly && group.HasDifferentFields))
        {
            return true;
        }

        if (isShapeOnly || !group.HasExclusiveParents)
        {
            Add(group.SelectionSets(), isShapeOnly);
            return false;
        }

        // Objects of one type don't meet those of another: their fields need the same shape, and no more.
        Add(group.SelectionSets(), isShapeOnly: true);
        foreach (var sets in group.SelectionSetsByParent())
        {
            Add(sets, isShapeOnly: false);
            if (Work > mostWork)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(int set)
    {
        set = Substance(set);
        if (!done[set])
        {
            done[set] = true;
            pending.Push(new MergedSet(set));
        }
    }

    private void Add(List<int> sets, bool isShapeOnly)
    {
        Work += sets.Count;
        for (var index = 0; index < sets.Count; index++)
        {
            sets[index] = Substance(sets[index]);
        }

        sets.Sort();
        int[] distinct = [.. sets.Distinct()];
        if (distinct.Length == 1 && !isShapeOnly)
        {
            Add(distinct[0]);
        }
        else if (distinct.Length > 1)
        {
            // One set alone needs no second look at its shape.
            var merged = new MergedSet(distinct[0], distinct[1..], isShapeOnly);
            if (known.Add(merged))
            {
                pending.Push(merged);
            }
        }
    }

    /// <summary>A set that only spreads one fragment is that fragment's. The way to it is walked once, however many sets lead to it.</summary>
    private int Substance(int set)
    {
        while (substance[set] == FieldFact.None)
        {
            substance[set] = set;
            trail.Push(set);
            if (OnlyFragmentOf(set) is not { } fragment)
            {
                break;
            }

            Work++;
            if (set < covered.Length)
            {
                covered[set] = true;
            }

            set = fragment;
        }

        set = substance[set];
        while (trail.TryPop(out var passed))
        {
            substance[passed] = set;
        }

        return set;
    }

    private int? OnlyFragmentOf(int set)
    {
        ref readonly var fact = ref facts.SelectionSets[set];
        var isOne = fact.FirstField == FieldFact.None && fact.FirstSpread != FieldFact.None && fact.FirstSpread == fact.LastSpread;
        return isOne && facts.Spreads[fact.FirstSpread].Fragment is var fragment and not FieldFact.None ? fragment : null;
    }
}
