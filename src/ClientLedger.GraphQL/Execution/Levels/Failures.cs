using System.Globalization;
using ClientLedger.GraphQL.Errors;
using ClientLedger.GraphQL.Types;

namespace ClientLedger.GraphQL.Execution.Levels;

/// <summary>Handling execution errors (6.4.4): collects them and propagates null.</summary>
internal sealed class Failures(ExecutionOptions options)
{
    private readonly List<GraphQLError> errors = [];
    private readonly Dictionary<Exception, IReadOnlyList<GraphQLError>> disclosed = new(ReferenceEqualityComparer.Instance);
    private int left;

    /// <summary>Whether null went up anywhere, so that objects may lie below a null by now.</summary>
    public bool HasPropagated { get; private set; }

    /// <summary>Whether null went up to the root.</summary>
    public bool IsRootNull { get; private set; }

    /// <summary>The errors, and a last one that says how many were left out.</summary>
    public IReadOnlyList<GraphQLError> Errors => left == 0 ? errors :
    [
        .. errors,
        new GraphQLError($"{left.ToString(CultureInfo.InvariantCulture)} more errors are not shown.", ErrorCodes.LimitExceeded),
    ];

    /// <summary>An error in a slot: it becomes null, and so does all around it that can't be without it. What lies below a null already tells no more errors.</summary>
    public void Add(SlotStore store, int index, Exception exception)
    {
        if (HasPropagated && !IsLive(store, index))
        {
            return;
        }

        var field = store.FieldOf(index);
        foreach (var error in Disclose(exception, field.Field.Coordinate))
        {
            Report(error, store, index);
        }

        Nullify(store, index);
    }

    /// <summary>An error of the whole execution, which has no data then.</summary>
    public void AddForAll(Exception exception, string where)
    {
        foreach (var error in Disclose(exception, where))
        {
            Keep(error);
        }

        HasPropagated = IsRootNull = true;
    }

    /// <summary>An error at or below a slot, which keeps its value.</summary>
    public void Report(GraphQLError error, SlotStore store, int index) => Keep(error.Path is not null ? error : error with
    {
        Path = store.PathOf(index),
        Locations = error.Locations.Count > 0 ? error.Locations : store.FieldOf(index).Locations,
    });

    /// <summary>Whether a slot still belongs to the answer.</summary>
    public bool IsLive(SlotStore store, int index)
    {
        for (var current = store; ;)
        {
            var (parent, parentIndex) = current.ParentOf(index);
            if (parent is null)
            {
                return !IsRootNull;
            }

            if (parent[parentIndex].Value != current)
            {
                return false;
            }

            (current, index) = (parent, parentIndex);
        }
    }

    /// <summary>Whether the objects of a row still belong to the answer.</summary>
    public bool IsLiveRow(ObjectGroup group, int row) => !HasPropagated || IsLive(group, row * group.Width);

    /// <summary>One exception can fail many rows, as a batch loader's does: it is logged once, and has one number in all of them.</summary>
    private IReadOnlyList<GraphQLError> Disclose(Exception exception, string where)
    {
        if (!disclosed.TryGetValue(exception, out var known))
        {
            disclosed.Add(exception, known = options.Disclosure.Disclose(exception, where));
        }

        return known;
    }

    private void Nullify(SlotStore store, int index)
    {
        for (var current = store; ;)
        {
            current[index] = default;
            if (current.TypeOf(index) is not NonNullType)
            {
                return;
            }

            HasPropagated = true;
            var (parent, parentIndex) = current.ParentOf(index);
            if (parent is null)
            {
                IsRootNull = true;
                return;
            }

            (current, index) = (parent, parentIndex);
        }
    }

    private void Keep(GraphQLError error)
    {
        if (errors.Count < options.MaxErrors)
        {
            errors.Add(error);
        }
        else
        {
            left++;
        }
    }
}
