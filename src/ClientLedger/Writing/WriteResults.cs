using ClientLedger.Fields;

namespace ClientLedger.Writing;

/// <summary>Tells what became of each row of a batch.</summary>
internal static class WriteResults
{
    public static ChangeResult Of(WriteBatch batch)
    {
        var named = new HashSet<RecordWork>();
        return new ChangeResult(batch.IsCommitted, batch.SetNumber, [.. batch.Rows.Select(row => Of(batch, row, named))]);
    }

    private static RowResult Of(WriteBatch batch, RowWork row, HashSet<RecordWork> named)
    {
        if (row.IsRefused)
        {
            var outcome = row.Conflicts.Count > 0 && row.Refusals.All(refusal => refusal.Code == WriteMessages.ChangedMeanwhile) ? Outcome.Conflict : Outcome.Refused;
            return new RowResult(outcome, row.Record is { IsNew: false } existing ? existing.Id : null, null)
            {
                Refusals = row.Refusals,
                Conflicts = row.Conflicts,
                Duplicates = row.Duplicates,
            };
        }

        if (row.IsSkipped)
        {
            return new RowResult(Outcome.Skipped, row.Duplicates[0].Id, null) { Duplicates = row.Duplicates };
        }

        var record = row.Record!;
        var changes = record.IsChanged || record.IsConfirmed;
        if (changes && !batch.IsCommitted)
        {
            return new RowResult(Outcome.Withheld, record.IsNew ? null : record.Id, record.IsNew ? null : record.VersionBefore);
        }

        return new RowResult(
            OutcomeOf(record, isFirst: named.Add(record)),
            record.Id,
            record.IsChanged ? (long)record.After[SystemFields.VersionOrdinal]! : record.VersionBefore)
        {
            Duplicates = row.Duplicates,
        };
    }

    private static Outcome OutcomeOf(RecordWork record, bool isFirst) => record switch
    {
        { IsNew: true } => isFirst ? Outcome.Created : Outcome.Updated,
        { WasDeleted: false, IsDeleted: true } => Outcome.Deleted,
        { WasDeleted: true, IsDeleted: false } => Outcome.Restored,
        { IsChanged: true } => Outcome.Updated,
        { IsConfirmed: true } => Outcome.Confirmed,
        _ => Outcome.Unchanged,
    };
}
