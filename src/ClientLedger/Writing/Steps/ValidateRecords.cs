using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Settings;
using ClientLedger.Shared;
using ClientLedger.Storage;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// Checks whole records as the caller wants them: required fields, persons and books, uniqueness, and references to records that were refused. A person
/// who has left and a value that the record has already may stay.
/// </summary>
internal sealed class ValidateRecords : IWriteStep
{
    public async Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        foreach (var record in batch.Open.Where(record => !record.IsDeleted))
        {
            CheckRequired(batch, record);
            CheckNamed(batch, record);
        }

        // A record that is refused keeps its values, so that whoever was to get one of them is looked at again.
        int refused;
        do
        {
            refused = RefusedRecords(batch);
            await CheckUniqueAsync(batch, cancellationToken);
            RefuseDependents(batch);
        }
        while (RefusedRecords(batch) > refused);
    }

    private static int RefusedRecords(WriteBatch batch) => batch.Records.Count(record => record.IsRefused);

    /// <summary>Of a record that comes back only what the caller reads clear is looked at: a refusal would tell that the others are empty.</summary>
    private static void CheckRequired(WriteBatch batch, RecordWork record)
    {
        for (var ordinal = SystemFields.Count; ordinal < record.After.Length; ordinal++)
        {
            var field = record.Entity.Fields[ordinal];
            if (field.Required && record.After[ordinal] is null && (record.IsNew || record.Touched[ordinal] || (record.WasDeleted && IsClear(batch, record, ordinal))))
            {
                record.Refuse(Missing(batch, record.Entity, ordinal));
            }
        }
    }

    /// <summary>Persons and books that rows come to name must be there.</summary>
    private static void CheckNamed(WriteBatch batch, RecordWork record)
    {
        for (var ordinal = SystemFields.Count; ordinal < record.After.Length; ordinal++)
        {
            if (record.Touched[ordinal] && record.After[ordinal] is long named && NamedWrongly(batch, record.Entity.Fields[ordinal], named) is { } refusal
                && !(CanonicalValues.AreEqual(record.Before?[ordinal], named) && IsClear(batch, record, ordinal)))
            {
                record.Refuse(refusal with { Field = record.Entity.Fields[ordinal].Name });
            }
        }
    }

    /// <summary>What is wrong with a number that names a person or a book, if it does.</summary>
    public static Refusal? NamedWrongly(WriteBatch batch, FieldDescriptor field, long named) => field switch
    {
        { Type: FieldType.Person } when !batch.Members.Contains(named) =>
            Refusal.Of(WriteMessages.PersonUnknown, ("field", field.Label), ("value", RecordIds.Format(RecordIds.Account, named))),
        _ when Book.IsNamedBy(field) && !batch.Scope.Books.ContainsKey(named) =>
            Refusal.Of(WriteMessages.BookUnknown, ("field", field.Label), ("value", named), ("books", string.Join(", ", batch.Scope.Books.OrderBy(book => book.Key).Select(book => $"{book.Key} ({book.Value})")))),
        _ => null,
    };

    private static async Task CheckUniqueAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        foreach (var group in batch.Open.Where(record => !record.IsDeleted).GroupBy(record => record.Entity).ToList())
        {
            foreach (var ordinal in Enumerable.Range(0, group.Key.Fields.Count).Where(ordinal => group.Key.Fields[ordinal].Unique))
            {
                await CheckUniqueAsync(batch, group.Key, ordinal, [.. group], cancellationToken);
            }
        }
    }

    private static async Task CheckUniqueAsync(WriteBatch batch, EntityDescriptor entity, int ordinal, List<RecordWork> records, CancellationToken cancellationToken)
    {
        var field = entity.Fields[ordinal];
        var keys = new Dictionary<object, RecordWork>();
        foreach (var record in records)
        {
            if (HandedOn.Takes(record, ordinal) && !keys.TryAdd(StoredValues.KeyOf(batch.Scope.Secrets, field, record.After[ordinal]!), record))
            {
                record.Refuse(Taken(batch, record, ordinal));
            }
        }

        var asked = keys.Where(pair => !WasSought(pair.Value, field)).Select(pair => pair.Key).ToList();
        foreach (var (key, ids) in await RecordLookup.FindAsync(batch, entity, ordinal, asked, cancellationToken))
        {
            var record = keys[key];
            if (ids.Exists(id => id != record.Id && !IsLeaving(batch, entity, id, ordinal)))
            {
                record.Refuse(Taken(batch, record, ordinal));
            }
        }
    }

    /// <summary>Its rows were sought by this very field a moment ago, in this transaction, and there was no such record.</summary>
    private static bool WasSought(RecordWork record, FieldDescriptor field) =>
        record.IsNew && record.Rows.Count > 0 && record.Rows.TrueForAll(row => row.Change.Verb == Verb.Upsert && row.Change.Key == field.Name);

    /// <summary>The other record gives the value up, or goes, in this very set.</summary>
    public static bool IsLeaving(WriteBatch batch, EntityDescriptor entity, long id, int ordinal) =>
        batch.Find(entity, id) is { IsRefused: false } other && HandedOn.GivesUp(other, ordinal);

    /// <summary>A record that refers to one that was refused, or to a refused change by its label, can't be written either; which may leave others hanging.</summary>
    private static void RefuseDependents(WriteBatch batch)
    {
        foreach (var row in batch.Rows.Where(row => !row.IsSettled && row.Record is not null))
        {
            // Labels point back, so one pass in the order of the rows finds them all.
            if (row.Labelled.Find(label => label.Row.IsRefused) is { Row: not null } refusedLabel)
            {
                row.Record!.Refuse(Refusal.Of(WriteMessages.ReferenceRefused, ("field", refusedLabel.Field.Label)) with { Field = refusedLabel.Field.Name });
            }
        }

        var refused = batch.Records.Where(record => record is { IsNew: true, IsRefused: true }).Select(record => (record.Entity.Name, record.Id)).ToHashSet();
        var found = refused.Count > 0;
        while (found)
        {
            found = false;
            foreach (var record in batch.Open.ToList())
            {
                for (var ordinal = SystemFields.Count; ordinal < record.After.Length; ordinal++)
                {
                    if (record.Entity.Fields[ordinal] is { Type: FieldType.Reference } field && record.After[ordinal] is long id && refused.Contains((field.Target!, id)))
                    {
                        record.Refuse(Refusal.Of(WriteMessages.ReferenceRefused, ("field", field.Label)) with { Field = field.Name });
                        found |= record.IsNew && refused.Add((record.Entity.Name, record.Id));
                    }
                }
            }
        }
    }

    /// <summary>A field that the caller can't see isn't named: without it there is nothing that this caller may make.</summary>
    public static Refusal Missing(WriteBatch batch, EntityDescriptor entity, int ordinal)
    {
        var field = entity.Fields[ordinal];
        return batch.Scope.Rights.On(entity.Name).Best(ordinal) == ReadRight.Hidden
            ? Refusal.Of(WriteMessages.CreateNotAllowed, ("entity", entity.Label))
            : Refusal.Of(WriteMessages.Required, ("field", field.Label)) with { Field = field.Name };
    }

    /// <summary>A value that a record brings back is named only to who reads it.</summary>
    private static Refusal Taken(WriteBatch batch, RecordWork record, int ordinal)
    {
        return record.IsNew || record.Touched[ordinal] || IsClear(batch, record, ordinal)
            ? Taken(record.Entity, ordinal, record.After[ordinal])
            : Refusal.Of(WriteMessages.TakenUnseen, ("entity", record.Entity.Label), ("id", RecordIds.Format(record.Entity.IdPrefix, record.Id)));
    }

    /// <summary>A value that somebody wants is another record's.</summary>
    public static Refusal Taken(EntityDescriptor entity, int ordinal, object? value)
    {
        var field = entity.Fields[ordinal];
        return Refusal.Of(WriteMessages.Taken, ("entity", entity.Label), ("field", field.Label), ("value", value)) with { Field = field.Name };
    }

    /// <summary>Records that no row names are of the product's own making.</summary>
    private static bool IsClear(WriteBatch batch, RecordWork record, int ordinal) =>
        record.Rows.Count == 0 || Coverage.IsClear(batch.Scope.Rights.On(record.Entity.Name), ordinal, record.CoveredBefore);
}
