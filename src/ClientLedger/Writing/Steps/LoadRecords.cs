using ClientLedger.Messages;
using ClientLedger.Shared;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Writing.Steps;

/// <summary>Reads the records of the batch that exist, one query for each entity.</summary>
internal sealed class LoadRecords : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        await LoadAsync(batch, cancellationToken);
        foreach (var record in batch.Records.Where(record => !record.IsNew && record.Before is null))
        {
            record.Refuse(Unknown(record));
        }
    }

    /// <summary>Loads what isn't loaded yet; derivations call it for the records that they bring in.</summary>
    public static async Task LoadAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        foreach (var group in batch.Records.Where(record => !record.IsNew && record.Before is null).GroupBy(record => record.Entity).ToList())
        {
            await RecordLookup.LoadAsync(batch, group.Key, group.ToDictionary(record => record.Id), cancellationToken);
        }
    }

    public static Refusal Unknown(RecordWork record) => Refusal.Of(
        WriteMessages.RecordUnknown, ("entity", record.Entity.Label), ("id", RecordIds.Format(record.Entity.IdPrefix, record.Id)));
}
