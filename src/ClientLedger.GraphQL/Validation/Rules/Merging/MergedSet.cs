namespace ClientLedger.GraphQL.Validation.Rules.Merging;

/// <summary>Selection sets that are merged, as they are when their fields stand under one response key.</summary>
/// <param name="First">The one of the lowest index.</param>
/// <param name="Others">The others, in the order of their indexes.</param>
/// <param name="IsShapeOnly">Whether their fields belong to objects of different types, and so need only have the same shape.</param>
internal readonly record struct MergedSet(int First, int[] Others, bool IsShapeOnly)
{
    public MergedSet(int set)
        : this(set, [], IsShapeOnly: false)
    {
    }

    public bool Equals(MergedSet other) => First == other.First && IsShapeOnly == other.IsShapeOnly && Others.AsSpan().SequenceEqual(other.Others);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(First);
        hash.Add(IsShapeOnly);
        foreach (var set in Others)
        {
            hash.Add(set);
        }

        return hash.ToHashCode();
    }
}
