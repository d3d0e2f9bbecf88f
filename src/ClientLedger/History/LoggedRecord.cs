using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage.Secrets;
using ClientLedger.Writing;

namespace ClientLedger.History;

/// <summary>What the log says of one record: its entries are taken one after the other, and the newest value of each field stands.</summary>
/// <param name="entity">Null where the ledger has no such entity any more: then versions alone are followed.</param>
internal sealed class LoggedRecord(EntityDescriptor? entity, TenantSecrets secrets)
{
    private static readonly Label Deletion = new("删除状态", "The deletion");

    private readonly object?[] values = new object?[entity?.Fields.Count ?? 0];
    private DateTime? deletedAt;

    /// <summary>Version to which the entries have brought the record; 0 before the first.</summary>
    public long Version { get; private set; }

    /// <summary>Takes the next entry, in the order of the sets; false when its version doesn't follow the one before.</summary>
    public bool Take(LogEntry entry, LogSet set)
    {
        var confirms = entry.Verb == (int)Verb.Confirm;
        if (entry.Version != (confirms ? Version : Version + 1))
        {
            return false;
        }

        Version = entry.Version;
        if (!confirms && entity is not null)
        {
            Change(entity, entry, set);
        }

        return true;
    }

    /// <summary>The first field in which a record of the same version isn't what the log says; null when there is none.</summary>
    public Label? Difference(StoredRecord stored, Func<int, bool> isStored)
    {
        for (var ordinal = SystemFields.VersionOrdinal; ordinal < values.Length; ordinal++)
        {
            if (isStored(ordinal) && !CanonicalValues.AreEqual(values[ordinal], stored.Values[ordinal]))
            {
                return entity!.Fields[ordinal].Label;
            }
        }

        return deletedAt == stored.DeletedAt ? null : Deletion;
    }

    private void Change(EntityDescriptor of, LogEntry entry, LogSet set)
    {
        if (entry.Verb == LogEntry.Erasure)
        {
            Array.Clear(values, SystemFields.Count, values.Length - SystemFields.Count);
        }

        object? person = set.ActorKind == (int)ActorKind.System ? null : set.ActorId;
        if (entry.Version == 1)
        {
            (values[SystemFields.CreatedAtOrdinal], values[SystemFields.CreatedByOrdinal]) = (set.At, person);
        }

        (values[SystemFields.UpdatedAtOrdinal], values[SystemFields.UpdatedByOrdinal]) = (set.At, person);
        values[SystemFields.VersionOrdinal] = entry.Version;
        deletedAt = entry.Verb switch
        {
            (int)Verb.Delete => set.At,
            (int)Verb.Restore => null,
            _ => deletedAt,
        };
        foreach (var change in LogValues.Read(of, secrets, entry.Changes))
        {
            values[of.OrdinalOf(change.Field.Name)] = change.After;
        }
    }
}
