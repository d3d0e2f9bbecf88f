using ClientLedger.Fields;
using ClientLedger.Fields.Values;
using ClientLedger.Messages;
using ClientLedger.Shared;

namespace ClientLedger.Writing.Steps;

/// <summary>
/// Makes the record as it shall be. A change whose base is older than the record is merged with what the log says happened since: another
/// field stands, several values are merged by element, and the same field changed to another value is a conflict that shows both.
/// </summary>
internal sealed class MergeChanges : IWriteStep
{
    public Task RunAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        foreach (var record in batch.Open)
        {
            Begin(batch, record);
            foreach (var row in record.Rows.Where(row => !row.IsSettled))
            {
                Apply(batch, record, row);
            }
        }

        return Task.CompletedTask;
    }

    private static void Begin(WriteBatch batch, RecordWork record)
    {
        record.IsDeleted = record.WasDeleted;
        if (record.Before is { } before)
        {
            record.After = [.. before];
            return;
        }

        for (var ordinal = SystemFields.Count; ordinal < record.After.Length; ordinal++)
        {
            var field = record.Entity.Fields[ordinal];
            if (field.Default is { } value && FieldParser.TryParse(field, value, batch.Scope.Schema, batch.Scope.Settings, out var canonical, out _))
            {
                record.After[ordinal] = canonical;
            }
        }
    }

    private static void Apply(WriteBatch batch, RecordWork record, RowWork row)
    {
        if (row.Change is { BaseVersion: { } version, Verb: not Verb.Confirm } && record.Before is not null)
        {
            MergeSince(batch, record, row, version);
        }

        if (row.IsRefused || row.Conflicts.Count > 0)
        {
            return;
        }

        switch (row.Change.Verb)
        {
            case Verb.Delete:
                record.IsDeleted = true;
                break;
            case Verb.Restore:
                record.IsDeleted = false;
                break;
            case Verb.Confirm:
                record.IsConfirmed = true;
                return;
            default:
                break;
        }

        var makes = record.IsNew && record.Rows.Find(each => !each.IsSettled) == row;
        for (var i = 0; i < row.Ordinals.Count; i++)
        {
            var ordinal = row.Ordinals[i];
            if (row.Change.OnlyIfNew.Count == 0 || makes || !row.Change.OnlyIfNew.Contains(record.Entity.Fields[ordinal].Name))
            {
                record.After[ordinal] = row.Values[i];
                record.Touched[ordinal] = true;
            }
        }
    }

    private static void MergeSince(WriteBatch batch, RecordWork record, RowWork row, long version)
    {
        // What is deleted or brought back is the whole record, so any change since is one of the same thing.
        if (row.Change.Verb is Verb.Delete or Verb.Restore && version < record.VersionBefore)
        {
            Refuse(WriteMessages.RecordChangedMeanwhile);
            return;
        }

        if (version > record.VersionBefore || record.ChangesSince(version).Select(entry => entry.Version).Distinct().Count() != record.VersionBefore - version)
        {
            Refuse(WriteMessages.BaseTooOld);
            return;
        }

        var origins = record.ValuesAt(version, batch.Scope.Secrets);
        for (var i = 0; i < row.Ordinals.Count; i++)
        {
            var field = record.Entity.Fields[row.Ordinals[i]];
            if (origins.TryGetValue(field.Name, out var origin))
            {
                MergeField(batch, record, row, i, field, origin);
            }
        }

        void Refuse(MessageCode code) => row.Refuse(Refusal.Of(
            code, ("entity", record.Entity.Label), ("id", RecordIds.Format(record.Entity.IdPrefix, record.Id)), ("version", version)));
    }

    /// <summary>
    /// Where the caller doesn't see the value clear, any change of it is a conflict: whether the value is equal to what is sent must not show either.
    /// </summary>
    private static void MergeField(WriteBatch batch, RecordWork record, RowWork row, int index, FieldDescriptor field, object? origin)
    {
        var ordinal = row.Ordinals[index];
        var mine = row.Values[index];
        var theirs = record.Before![ordinal];
        if (!batch.Scope.Rights.On(record.Entity.Name).IsClearEverywhere(ordinal))
        {
            Conflict(record, row, field, new FieldConflict(field.Name, mine, Theirs: null));
        }
        else if (CanonicalValues.AreEqual(mine, origin))
        {
            row.Values[index] = theirs;
        }
        else if (field.Several)
        {
            row.Values[index] = CanonicalValues.AreEqual(theirs, origin)
                ? mine
                : CanonicalValues.Merge((string[]?)origin, (string[]?)mine, (string[]?)theirs);
        }
        else if (!CanonicalValues.AreEqual(mine, theirs))
        {
            Conflict(record, row, field, new FieldConflict(field.Name, mine, theirs));
        }
    }

    private static void Conflict(RecordWork record, RowWork row, FieldDescriptor field, FieldConflict conflict)
    {
        row.Conflicts.Add(conflict);
        row.Refuse(Refusal.Of(WriteMessages.ChangedMeanwhile, ("entity", record.Entity.Label), ("field", field.Label)) with { Field = field.Name });
    }
}
