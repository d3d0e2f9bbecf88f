using ClientLedger.Messages;
using ClientLedger.Shared;

namespace ClientLedger.Writing;

/// <summary>Records changed between reading and writing; the gate begins anew.</summary>
internal sealed class RecordsMovedException(IReadOnlyList<RecordWork> records) : Exception
{
    /// <summary>Refuses them, once they have moved too often; one that no row names can't be refused by itself.</summary>
    public void Refuse()
    {
        foreach (var record in records)
        {
            if (record.Rows.Count == 0)
            {
                throw new RefusedException(Refusal.Of(WriteMessages.SetBusy));
            }

            record.Refuse(Refusal.Of(WriteMessages.RecordBusy, ("entity", record.Entity.Label), ("id", RecordIds.Format(record.Entity.IdPrefix, record.Id))));
        }
    }
}
