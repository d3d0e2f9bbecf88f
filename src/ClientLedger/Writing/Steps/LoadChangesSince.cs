using ClientLedger.Reading.Sql;

namespace ClientLedger.Writing.Steps;

/// <summary>Reads what happened to records since the versions that changes are based on, one query for all of them.</summary>
internal sealed class LoadChangesSince : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var stale = batch.Records.Where(record => record.Before is not null && record.Rows.Exists(row => IsStale(record, row))).ToList();
        if (stale.Count == 0)
        {
            return;
        }

        var bases = stale.GroupBy(record => record.Id)
            .ToDictionary(group => group.Key, group => group.Min(record => record.Rows.Where(row => IsStale(record, row)).Min(row => row.Change.BaseVersion!.Value)));
        var since = await new RecordLog(batch.Tables, batch.Scope.Database.Dialect).SinceAsync(batch.Transaction, bases, cancellationToken);
        foreach (var record in stale)
        {
            record.Since = [.. (since.GetValueOrDefault(record.Id) ?? []).Where(entry => entry.EntityId == record.Entity.Id)];
        }
    }

    private static bool IsStale(RecordWork record, RowWork row) => row.IsLookedAt && row.Change.BaseVersion < record.VersionBefore;
}
