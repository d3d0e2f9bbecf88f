using ClientLedger.Fields;

namespace ClientLedger.Writing;

/// <summary>Tells what became of each row of a batch.</summary>
internal static class WriteResults
{
    public static ChangeResult Of(WriteBatch batch) => new(batch.IsCommitted, batch.SetNumber, RowsOf(batch, batch.IsCommitted));

    /// <summary>What becomes of each row.</summary>
    /// <param name="isCommitted">The set was committed, or is about to be.</param>
    public static IReadOnlyList<RowResult> RowsOf(WriteBatch batch, bool isCommitted)
    {
        var named = new HashSet<RecordWork>();
        return [.. batch.Rows.Select(row => Of(row, named, isCommitted))];
    }

    private static RowResult Of(RowWork row, HashSet<RecordWork> named, bool isCommitted)
    {
        if (row.IsRefused)
        {
            var outcome = row.Refusals.All(refusal => refusal.Code == WriteMessages.ChangedMeanwhile || refusal.Code == WriteMessages.RecordChangedMeanwhile) ? Outcome.Conflict : Outcome.Refused;
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
        if (changes && !isCommitted)
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
