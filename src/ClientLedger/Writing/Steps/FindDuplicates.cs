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
            foreach (var ordinal in WarningFields(batch, group.Key))
            {
                await FindAsync(batch, rows, ordinal, cancellationToken);
            }

            await NameHitsAsync(batch, group.Key, rows, cancellationToken);
            foreach (var row in rows.Where(row => row.Duplicates.Count > 0))
            {
                Decide(batch, row);
            }
        }
    }

    /// <summary>Only fields that are clear on every row: a hint must not tell of a value that the caller can't read.</summary>
    private static IEnumerable<int> WarningFields(WriteBatch batch, EntityDescriptor entity)
    {
        var rights = batch.Scope.Rights.On(entity.Name);
        return Enumerable.Range(0, entity.Fields.Count).Where(ordinal => entity.Fields[ordinal].WarnOnDuplicates && rights.IsClearEverywhere(ordinal));
    }

    private static async Task FindAsync(WriteBatch batch, List<RowWork> rows, int ordinal, CancellationToken cancellationToken)
    {
        var field = rows[0].Entity.Fields[ordinal];
        var keys = new HashSet<object>();
        var keysOf = new List<(RowWork Row, IReadOnlyList<object> Keys)>(rows.Count);
        foreach (var row in rows)
        {
            if (row.TryGet(ordinal, out var value) && value is not null)
            {
                var own = StoredValues.KeysOf(batch.Scope.Secrets, field, value);
                keys.UnionWith(own);
                keysOf.Add((row, own));
            }
        }

        if (keys.Count == 0)
        {
            return;
        }

        var found = await RecordLookup.FindAsync(batch, rows[0].Entity, ordinal, keys, cancellationToken);
        var firstInBatch = new Dictionary<object, RecordWork>();
        foreach (var (row, own) in keysOf)
        {
            foreach (var key in own)
            {
                foreach (var id in found.GetValueOrDefault(key) ?? [])
                {
                    AddHit(row, field, id);
                }

                if (!firstInBatch.TryAdd(key, row.Record!) && firstInBatch[key] is { } first && first != row.Record)
                {
                    AddHit(row, field, first.Id);
                }
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
        var ids = rows.SelectMany(row => row.Duplicates).Select(hit => hit.Id).Where(id => batch.Find(entity, id) is not { IsNew: true }).ToHashSet();
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
            hits.RemoveAll(hit => ids.Contains(hit.Id) && visible.GetValueOrDefault(hit.Id) == 0);
            for (var i = 0; i < hits.Count; i++)
            {
                hits[i] = hits[i] with { Title = titles.GetValueOrDefault(hits[i].Id) };
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
            case DuplicatePolicy.Update:
                batch.Redirect(row.Record!, batch.Existing(row.Entity, row.Duplicates[0].Id));
                break;
            default:
                break;
        }
    }

    private static void Refuse(RowWork row, MessageCode code)
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
