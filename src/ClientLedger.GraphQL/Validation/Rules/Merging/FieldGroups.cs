using ClientLedger.GraphQL.Validation.Facts;

namespace ClientLedger.GraphQL.Validation.Rules.Merging;

/// <summary>Groups the fields of a set by response key, set after set in the same memory. A field is named by its place in the set, a key by its number.</summary>
internal sealed class FieldGroups(int keys)
{
    private readonly int[] rounds = new int[keys];
    private readonly int[] first = new int[keys];
    private readonly int[] last = new int[keys];
    private int[] next = [];
    private int round;

    /// <summary>Forgets the groups of the set before.</summary>
    public void Begin(int fields)
    {
        round++;
        if (next.Length < fields)
        {
            next = new int[Math.Max(fields, next.Length * 2)];
        }
    }

    public void Add(int key, int field)
    {
        next[field] = FieldFact.None;
        if (rounds[key] == round)
        {
            next[last[key]] = field;
        }
        else
        {
            rounds[key] = round;
            first[key] = field;
        }

        last[key] = field;
    }

    public bool IsFirst(int key, int field) => first[key] == field;

    /// <summary>The next field of the same group, or none.</summary>
    public int Next(int field) => next[field];
}
