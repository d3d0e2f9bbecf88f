using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Shared;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// The record rules before the change: a record that no grant covers is unknown, and a field that none of the covering grants lets be written is
/// refused before its value is compared with anything. The rest is decided after the change, when both sides of the rules are known:
/// <see cref="AuthoriseResult"/>.
/// </summary>
internal sealed class AuthoriseRecords(ReadGate readGate) : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        foreach (var group in batch.Records.Where(record => record.Rows.Count > 0).GroupBy(record => record.Entity).ToList())
        {
            var rights = batch.Scope.Rights.On(group.Key.Name);
            if (Coverage.IsEverywhere(rights))
            {
                foreach (var record in group)
                {
                    record.CoveredBefore = Coverage.All(rights);
                }
            }
            else
            {
                await CoverAsync(batch, [.. group.Where(record => record.Before is not null)], cancellationToken);
            }
        }

        foreach (var record in batch.Records.Where(record => record.Before is not null))
        {
            CheckLife(record);
            CheckFields(record, batch.Scope.Rights.On(record.Entity.Name));
        }
    }

    private async Task CoverAsync(WriteBatch batch, List<RecordWork> records, CancellationToken cancellationToken)
    {
        if (records.Count == 0)
        {
            return;
        }

        var entity = records[0].Entity;
        var coverage = await readGate.CoverageAsync(batch.Transaction, batch.Scope, entity, [.. records.Select(record => record.Id)], cancellationToken);
        foreach (var record in records)
        {
            record.CoveredBefore = coverage.GetValueOrDefault(record.Id);
            foreach (var row in record.Rows)
            {
                CheckSight(batch, record, row);
            }
        }
    }

    /// <summary>An upsert that found a record which the caller can't see, or not the key of: the key is taken, and nothing more is told.</summary>
    private static void CheckSight(WriteBatch batch, RecordWork record, RowWork row)
    {
        if (row.Change is { Verb: Verb.Upsert, Key: { } key } && record.Entity.Find(key) is { } field)
        {
            var ordinal = record.Entity.OrdinalOf(key);
            if (!Coverage.IsClear(batch.Scope.Rights.On(record.Entity.Name), ordinal, record.CoveredBefore))
            {
                row.TryGet(ordinal, out var value);
                row.Refuse(Refusal.Of(WriteMessages.Taken, ("entity", record.Entity.Label), ("field", field.Label), ("value", value)) with { Field = key });
                row.Record = null;
            }
        }
        else if (record.CoveredBefore == 0)
        {
            row.Refuse(LoadRecords.Unknown(record));
        }
    }

    /// <summary>A grant with reassign may take a record that it doesn't cover yet.</summary>
    private static void CheckFields(RecordWork record, EntityRights rights)
    {
        foreach (var row in record.Rows.Where(row => row.IsLookedAt && row.Record == record))
        {
            foreach (var ordinal in row.Ordinals)
            {
                if (ordinal >= 0 && !row.Says(record.Entity.Fields[ordinal]) && !Coverage.Any(rights, (grant, bit) => grant.Write[ordinal] == WriteRight.Yes && (grant.Reassign || (record.CoveredBefore & bit) != 0)))
                {
                    row.Refuse(AuthoriseResult.NotWritable(record, ordinal));
                }
            }
        }
    }

    private static void CheckLife(RecordWork record)
    {
        foreach (var row in record.Rows.Where(row => row.IsLookedAt && row.Record == record))
        {
            var restores = row.Change.Verb == Verb.Restore;
            if (restores != record.WasDeleted)
            {
                row.Refuse(Refusal.Of(
                    restores ? WriteMessages.RecordLive : WriteMessages.RecordDeleted,
                    ("entity", record.Entity.Label),
                    ("id", RecordIds.Format(record.Entity.IdPrefix, record.Id))));
            }
        }
    }
}
