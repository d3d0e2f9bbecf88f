using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// Before any value is looked at: a field that the caller can't see is unknown, one that it can't write is refused. Rows that share their
/// array of names are decided once.
/// </summary>
internal sealed class AuthoriseFields : IWriteStep
{
    private const int Unknown = -1;

    public Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var decided = new Dictionary<(string Entity, IReadOnlyList<string> Names), Decision>(ByNames.Instance);
        foreach (var row in batch.Rows)
        {
            var change = row.Change;
            if (!decided.TryGetValue((change.Entity, change.Values.Names), out var decision))
            {
                decision = Decide(batch, change);
                decided.Add((change.Entity, change.Values.Names), decision);
            }

            row.Entity = decision.Entity!;
            row.Ordinals = decision.Ordinals;
            foreach (var refusal in decision.Refusals)
            {
                row.Refuse(refusal);
            }
        }

        return Task.CompletedTask;
    }

    private static Decision Decide(WriteBatch batch, RecordChange change)
    {
        var entity = batch.Scope.Schema.Find(change.Entity);
        if (entity is null || batch.Scope.Rights.On(entity.Name).Grants.Count == 0)
        {
            return new Decision(null, [], [Refusal.Of(WriteMessages.EntityUnknown, ("entity", change.Entity))]);
        }

        var rights = batch.Scope.Rights.On(entity.Name);
        var ordinals = new List<int>(change.Values.Names.Count);
        var refusals = new List<Refusal>();
        foreach (var name in change.Values.Names)
        {
            var ordinal = entity.OrdinalOf(name);
            var refused = Refused(entity, rights, ordinal, name)
                ?? (ordinals.Contains(ordinal) ? Refusal.Of(WriteMessages.FieldTwice, ("field", entity.Fields[ordinal].Label)) : null);
            if (refused is not null)
            {
                refusals.Add(refused with { Field = name });
            }

            // The value of a field that doesn't exist for the caller isn't looked at: what is wrong with it would tell that the field is there.
            ordinals.Add(refused?.Code == WriteMessages.FieldUnknown ? Unknown : ordinal);
        }

        return new Decision(entity, ordinals, refusals);
    }

    private static Refusal? Refused(EntityDescriptor entity, EntityRights rights, int ordinal, string name)
    {
        if (ordinal < 0 || rights.Best(ordinal) == ReadRight.Hidden)
        {
            return Refusal.Of(WriteMessages.FieldUnknown, ("entity", entity.Label), ("field", name));
        }

        var field = entity.Fields[ordinal];
        if (field.Derived)
        {
            return Refusal.Of(WriteMessages.FieldDerived, ("field", field.Label));
        }

        return rights.BestWrite(ordinal) switch
        {
            WriteRight.Yes => null,
            WriteRight.Proposal => Refusal.Of(WriteMessages.NeedsApproval, ("field", field.Label)),
            _ => Refusal.Of(WriteMessages.FieldNotWritable, ("field", field.Label)),
        };
    }

    private sealed record Decision(EntityDescriptor? Entity, IReadOnlyList<int> Ordinals, IReadOnlyList<Refusal> Refusals);

    /// <summary>Names are one when they are the same list, which an import shares among its rows.</summary>
    private sealed class ByNames : IEqualityComparer<(string Entity, IReadOnlyList<string> Names)>
    {
        public static readonly ByNames Instance = new();

        public bool Equals((string Entity, IReadOnlyList<string> Names) x, (string Entity, IReadOnlyList<string> Names) y) =>
            x.Entity == y.Entity && ReferenceEquals(x.Names, y.Names);

        public int GetHashCode((string Entity, IReadOnlyList<string> Names) key) =>
            HashCode.Combine(key.Entity, System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(key.Names));
    }
}
