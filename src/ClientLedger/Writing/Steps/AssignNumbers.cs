using ClientLedger.Fields;
using ClientLedger.Settings;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// Gives new records the next numbers of their tenant's sequences. Late, when only what will be written is left: numbers have no gap. A number
/// that somebody typed before its turn came is passed over.
/// </summary>
internal sealed class AssignNumbers : IWriteStep
{
    private const string Number = "number";

    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        // Sequences are locked in one order, whatever the order of the rows, so that two sets don't wait for each other.
        foreach (var group in batch.Open.Where(record => record.IsNew).GroupBy(record => record.Entity).OrderBy(group => group.Key.Id).ToList())
        {
            var ordinal = group.Key.OrdinalOf(Number);
            if (ordinal >= 0 && group.Key.Fields[ordinal] is { Type: FieldType.Text, Unique: true })
            {
                await AssignAsync(batch, group.Key, ordinal, [.. group], cancellationToken);
            }
        }
    }

    private static async Task AssignAsync(WriteBatch batch, EntityDescriptor entity, int ordinal, List<RecordWork> records, CancellationToken cancellationToken)
    {
        var typed = batch.Open.Where(record => record.Entity == entity && record.After[ordinal] is not null).Select(record => KeyOf(batch, entity, ordinal, record.After[ordinal]!)).ToHashSet();
        var waiting = new Queue<RecordWork>(records.Where(record => record.After[ordinal] is null));
        while (waiting.Count > 0)
        {
            var numbers = await TakeAsync(batch, entity.Name, waiting.Count, cancellationToken);
            if (numbers.Count == 0)
            {
                return;
            }

            var byKey = numbers.ToDictionary(number => KeyOf(batch, entity, ordinal, number));
            var taken = await RecordLookup.FindAsync(batch, entity, ordinal, byKey.Keys, cancellationToken);
            foreach (var (key, number) in byKey.Where(pair => !taken.ContainsKey(pair.Key) && !typed.Contains(pair.Key)))
            {
                waiting.Dequeue().After[ordinal] = number;
            }
        }
    }

    private static object KeyOf(WriteBatch batch, EntityDescriptor entity, int ordinal, object value) =>
        Storage.StoredValues.KeyOf(batch.Scope.Secrets, entity.Fields[ordinal], value);

    private static async Task<IReadOnlyList<string>> TakeAsync(WriteBatch batch, string entity, int count, CancellationToken cancellationToken)
    {
        await using var context = batch.Scope.Database.CreateContext(batch.Transaction);
        return await NumberSequence.TakeAsync(context, entity, count, cancellationToken);
    }
}
