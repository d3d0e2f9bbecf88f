using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Shared;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// The record rules after the change. One and the same grant must allow to write the field and cover the record before and after, unless the
/// grant may reassign: else a person could give a record away unseen, or take one. Runs on the written rows, inside the transaction; what it
/// refuses makes the gate begin anew without these rows.
/// </summary>
internal sealed class AuthoriseResult(ReadGate readGate) : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        foreach (var group in batch.Open.Where(record => record.Rows.Count > 0).GroupBy(record => record.Entity).ToList())
        {
            var rights = batch.Scope.Rights.On(group.Key.Name);
            var records = group.ToList();
            var after = Coverage.IsEverywhere(rights)
                ? null
                : await readGate.CoverageAsync(batch.Transaction, batch.Scope, group.Key, [.. records.Select(record => record.Id)], cancellationToken);
            foreach (var record in records)
            {
                Check(record, rights, after is null ? Coverage.All(rights) : after.GetValueOrDefault(record.Id));
                batch.RefusedLate |= record.Rows.Exists(row => row.IsRefused && !batch.RefusedBeforeDeriving.Contains(row));
            }
        }
    }

    private static void Check(RecordWork record, EntityRights rights, long after)
    {
        var before = record.IsNew ? after : record.CoveredBefore;
        foreach (var row in record.Rows.Where(row => !row.IsSettled))
        {
            if (row.Change.Verb is Verb.Delete or Verb.Restore && !Coverage.Any(rights, (grant, bit) => grant.Delete && Reaches(grant, record, before, after, bit)))
            {
                row.Refuse(Refused(WriteMessages.DeleteNotAllowed, record));
            }
            else if (record.IsNew && !Coverage.Any(rights, (grant, bit) => grant.Create && Reaches(grant, record, before, after, bit)))
            {
                row.Refuse(Refused(WriteMessages.CreateNotAllowed, record));
            }
            else
            {
                CheckFields(record, row, rights, before, after);
            }
        }
    }

    private static void CheckFields(RecordWork record, RowWork row, EntityRights rights, long before, long after)
    {
        var isOutOfReach = false;
        foreach (var ordinal in row.Ordinals)
        {
            if (Coverage.Any(rights, (grant, bit) => grant.Write[ordinal] == WriteRight.Yes && (!record.IsNew || grant.Create) && Reaches(grant, record, before, after, bit)))
            {
                continue;
            }

            if (!record.IsNew && Coverage.Any(rights, (grant, bit) => grant.Write[ordinal] == WriteRight.Yes && (before & bit) != 0))
            {
                isOutOfReach = true;
            }
            else
            {
                row.Refuse(NotWritable(record, ordinal));
            }
        }

        if (isOutOfReach && !row.IsRefused)
        {
            row.Refuse(Refused(WriteMessages.OutOfReach, record));
        }
    }

    /// <summary>A new record that is handed over at once has no side that the rule covers.</summary>
    private static bool Reaches(EffectiveGrant grant, RecordWork record, long before, long after, long bit) => grant.Reassign
        ? record.IsNew || ((before | after) & bit) != 0
        : (before & after & bit) != 0;

    /// <summary>A field that no grant lets be written on this record.</summary>
    public static Refusal NotWritable(RecordWork record, int ordinal)
    {
        var field = record.Entity.Fields[ordinal];
        return Refusal.Of(WriteMessages.FieldNotWritable, ("field", field.Label)) with { Field = field.Name };
    }

    private static Refusal Refused(MessageCode code, RecordWork record) => Refusal.Of(
        code, ("entity", record.Entity.Label), ("id", RecordIds.Format(record.Entity.IdPrefix, record.Id)));
}
