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
    /// <summary>Where many numbers are taken already, more and more are asked for at once.</summary>
    private const int MostAtOnce = 10_000;

    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        // Sequences are locked in one order, whatever the order of the rows, so that two sets don't wait for each other.
        foreach (var group in batch.Open.Where(record => record.IsNew).GroupBy(record => record.Entity).OrderBy(group => group.Key.Id).ToList())
        {
            var ordinal = group.Key.OrdinalOf(NumberSequence.Field);
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
        for (var count = waiting.Count; waiting.Count > 0; count = Math.Min(2 * count, MostAtOnce))
        {
            var numbers = await TakeAsync(batch, entity.Name, count, cancellationToken);
            if (numbers.Count == 0)
            {
                return;
            }

            var byKey = numbers.ToDictionary(number => KeyOf(batch, entity, ordinal, number));
            var taken = await RecordLookup.FindAsync(batch, entity, ordinal, byKey.Keys, cancellationToken);
            var left = numbers.Count;
            foreach (var (key, number) in byKey.TakeWhile(_ => waiting.Count > 0))
            {
                left--;
                if (!taken.ContainsKey(key) && !typed.Contains(key))
                {
                    waiting.Dequeue().After[ordinal] = number;
                }
            }

            await GiveBackAsync(batch, entity.Name, left, cancellationToken);
        }
    }

    private static object KeyOf(WriteBatch batch, EntityDescriptor entity, int ordinal, object value) =>
        Storage.StoredValues.KeyOf(batch.Scope.Secrets, entity.Fields[ordinal], value);

    private static async Task<IReadOnlyList<string>> TakeAsync(WriteBatch batch, string entity, int count, CancellationToken cancellationToken)
    {
        await using var context = batch.Scope.Database.CreateContext(batch.Transaction);
        return await NumberSequence.TakeAsync(context, entity, count, cancellationToken);
    }

    private static async Task GiveBackAsync(WriteBatch batch, string entity, int count, CancellationToken cancellationToken)
    {
        if (count > 0)
        {
            await using var context = batch.Scope.Database.CreateContext(batch.Transaction);
            await NumberSequence.GiveBackAsync(context, entity, count, cancellationToken);
        }
    }
}
