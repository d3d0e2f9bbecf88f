using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// Looks for live records with an equal phone, e-mail, tax number or name, as far as the caller may see them: rows that would make another
/// one are refused with the hits, left out, or turned into an update, as the set says.
/// </summary>
internal sealed class FindDuplicates(ReadGate readGate) : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Changes.Duplicates == DuplicatePolicy.Create)
        {
            return;
        }

        foreach (var group in batch.OpenRows.Where(row => row.Record is { IsNew: true }).GroupBy(row => row.Entity).ToList())
        {
            var rows = group.ToList();
            var keys = new Dictionary<RowWork, List<(int Ordinal, object Key)>>();
            foreach (var ordinal in WarningFields(batch, group.Key))
            {
                await FindAsync(batch, rows, ordinal, keys, cancellationToken);
            }

            await NameHitsAsync(batch, group.Key, rows, cancellationToken);
            Decide(batch, rows, keys);
        }
    }

    /// <summary>Only fields that are clear on every row: a hint must not tell of a value that the caller can't read.</summary>
    private static IEnumerable<int> WarningFields(WriteBatch batch, EntityDescriptor entity)
    {
        var rights = batch.Scope.Rights.On(entity.Name);
        return Enumerable.Range(0, entity.Fields.Count).Where(ordinal => entity.Fields[ordinal].WarnOnDuplicates && rights.IsClearEverywhere(ordinal));
    }

    private static async Task FindAsync(
        WriteBatch batch, List<RowWork> rows, int ordinal, Dictionary<RowWork, List<(int Ordinal, object Key)>> keys, CancellationToken cancellationToken)
    {
        var field = rows[0].Entity.Fields[ordinal];
        var asked = new HashSet<object>();
        foreach (var row in rows)
        {
            if (row.TryGet(ordinal, out var value) && value is not null)
            {
                if (!keys.TryGetValue(row, out var own))
                {
                    keys.Add(row, own = []);
                }

                foreach (var key in StoredValues.KeysOf(batch.Scope.Secrets, field, value))
                {
                    own.Add((ordinal, key));
                    asked.Add(key);
                }
            }
        }

        var found = await RecordLookup.FindAsync(batch, rows[0].Entity, ordinal, asked, cancellationToken);
        if (found.Count == 0)
        {
            return;
        }

        foreach (var (row, own) in keys)
        {
            foreach (var id in own.Where(each => each.Ordinal == ordinal).SelectMany(each => found.GetValueOrDefault(each.Key) ?? []))
            {
                AddHit(row, field, id);
            }
        }
    }

    private static void AddHit(RowWork row, FieldDescriptor field, long id)
    {
        if (!row.Duplicates.Exists(hit => hit.Id == id && hit.Field == field.Name))
        {
            row.Duplicates.Add(new DuplicateHit(field.Name, id, null));
        }
    }

    /// <summary>Drops hits on records that the caller can't see and fills in the titles of the others.</summary>
    private async Task NameHitsAsync(WriteBatch batch, EntityDescriptor entity, List<RowWork> rows, CancellationToken cancellationToken)
    {
        var ids = rows.SelectMany(row => row.Duplicates).Select(hit => hit.Id).ToHashSet();
        if (ids.Count == 0)
        {
            return;
        }

        var visible = await readGate.CoverageAsync(batch.Transaction, batch.Scope, entity, [.. ids], cancellationToken);
        var title = entity.OrdinalOf(entity.Title);
        var titles = batch.Scope.Rights.On(entity.Name).IsClearEverywhere(title)
            ? await RecordLookup.TitlesAsync(batch, entity, visible.Keys, cancellationToken)
            : [];
        foreach (var hits in rows.Select(row => row.Duplicates))
        {
            hits.RemoveAll(hit => visible.GetValueOrDefault(hit.Id) == 0);
            for (var i = 0; i < hits.Count; i++)
            {
                hits[i] = hits[i] with { Title = titles.GetValueOrDefault(hits[i].Id) };
            }
        }
    }

    /// <summary>Row by row, so that a row is also held against those before it that will make a record.</summary>
    private static void Decide(WriteBatch batch, List<RowWork> rows, Dictionary<RowWork, List<(int Ordinal, object Key)>> keys)
    {
        var made = new Dictionary<(int Ordinal, object Key), RecordWork>();
        foreach (var row in rows)
        {
            var own = keys.GetValueOrDefault(row) ?? [];
            foreach (var key in own)
            {
                if (made.TryGetValue(key, out var record) && record != row.Record)
                {
                    AddHit(row, row.Entity.Fields[key.Ordinal], record.Id);
                }
            }

            if (row.Duplicates.Count > 0)
            {
                Decide(batch, row);
            }
            else
            {
                own.ForEach(key => made.TryAdd(key, row.Record!));
            }
        }
    }

    private static void Decide(WriteBatch batch, RowWork row)
    {
        switch (batch.Changes.Duplicates)
        {
            case DuplicatePolicy.Ask:
                Refuse(row, WriteMessages.DuplicateFound);
                break;
            case DuplicatePolicy.Skip:
                row.IsSkipped = true;
                break;
            case DuplicatePolicy.Update when row.Duplicates.Select(hit => hit.Id).Distinct().Count() > 1:
                Refuse(row, WriteMessages.DuplicateAmbiguous);
                break;
            case DuplicatePolicy.Update when row.Record is { IsNew: true }:
                batch.Redirect(row.Record!, batch.Existing(row.Entity, row.Duplicates[0].Id));
                break;
            default:
                break;
        }
    }

    /// <summary>Refuses a row at the fields by which it resembles other records.</summary>
    public static void Refuse(RowWork row, MessageCode code)
    {
        foreach (var name in row.Duplicates.Select(hit => hit.Field).Distinct())
        {
            var ordinal = row.Entity.OrdinalOf(name);
            row.TryGet(ordinal, out var value);
            row.Refuse(Refusal.Of(
                code,
                ("entity", row.Entity.Label),
                ("field", row.Entity.Fields[ordinal].Label),
                ("value", value is string[] several ? string.Join("; ", several) : value)) with
                { Field = name });
        }
    }
}
