using ClientLedger.Access;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Shared;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// The record rules before the change: a record that no grant covers is unknown. What may be written is decided after the change, when both
/// sides of the rules are known: <see cref="AuthoriseResult"/>.
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
            if (record.CoveredBefore == 0)
            {
                Refuse(record);
            }
        }
    }

    /// <summary>An upsert found a record that the caller can't see: the key is taken, and nothing more is told.</summary>
    private static void Refuse(RecordWork record)
    {
        foreach (var row in record.Rows)
        {
            row.Refuse(row.Change is { Verb: Verb.Upsert, Key: { } key } && record.Entity.Find(key) is { } field
                ? Refusal.Of(WriteMessages.Taken, ("entity", record.Entity.Label), ("field", field.Label), ("value", row.TryGet(record.Entity.OrdinalOf(key), out var value) ? value : null)) with { Field = key }
                : LoadRecords.Unknown(record));
        }
    }

    private static void CheckLife(RecordWork record)
    {
        foreach (var row in record.Rows.Where(row => !row.IsSettled))
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

/// <summary>Which grants of a caller cover a record: bit n is the grant at index n.</summary>
internal static class Coverage
{
    /// <summary>Every grant covers every record, so that the database need not be asked.</summary>
    public static bool IsEverywhere(EntityRights rights) => rights.Grants.Count > 0 && rights.Grants.All(grant => grant.IsEverywhere);

    /// <summary>The bits of all grants.</summary>
    public static long All(EntityRights rights) => rights.Grants.Count == 64 ? -1 : (1L << rights.Grants.Count) - 1;
}
