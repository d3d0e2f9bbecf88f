using System.Text.Json;
using ClientLedger.Fields;
using ClientLedger.History;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.Storage.Secrets;
using ClientLedger.Tenancy;

namespace ClientLedger.Writing;

/// <summary>A change set on its way through the steps of the write gate.</summary>
internal sealed class WriteBatch(LedgerScope scope, ChangeSet changes, DateTime now)
{
    private readonly Dictionary<(EntityDescriptor Entity, long Id), RecordWork> records = [];

    public LedgerScope Scope { get; } = scope;

    public ChangeSet Changes { get; } = changes;

    /// <summary>What is committed together with the set; null for nothing.</summary>
    public WorkBeside? Work { get; init; }

    /// <summary>The moment of the change: one for all its records.</summary>
    public DateTime Now { get; } = now;

    /// <summary>One for each change, in their order.</summary>
    public IReadOnlyList<RowWork> Rows { get; } = [.. changes.Changes.Select((change, index) => new RowWork(index, change))];

    /// <summary>The records that rows and derivations change, in the order in which they were first named.</summary>
    public List<RecordWork> Records { get; } = [];

    /// <summary>Set once the transaction has begun.</summary>
    public LedgerTransaction Transaction { get; set; } = null!;

    public LedgerTables Tables => Scope.Database.Tables;

    /// <summary>Persons that rows name and may name.</summary>
    public HashSet<long> Members { get; } = [];

    /// <summary>Number of the set in the log; null when nothing was written.</summary>
    public long? SetNumber { get; set; }

    /// <summary>Nothing is to be written: a refused row refuses all.</summary>
    public bool IsStopped { get; set; }

    /// <summary>Rows that were refused before anything was derived or written; begun anew, the set finds them so again.</summary>
    public HashSet<RowWork> RefusedBeforeDeriving { get; } = [];

    /// <summary>Rows turned out to be refused after others were derived or written from them; the transaction is given up and begun anew without them.</summary>
    public bool RefusedLate { get; set; }

    /// <summary>The set wasn't begun anew so often yet that it should be carried out as it is.</summary>
    public bool MayBeginAnew { get; init; }

    public bool IsCommitted { get; set; }

    /// <summary>After a lost race records are locked as they are read, so that the next attempt wins.</summary>
    public bool IsAgain { get; init; }

    /// <summary>Also for a confirmation, which writes no record whose version could tell that another writer was faster.</summary>
    public bool LocksWhatItReads => IsAgain || Changes.Changes.Any(change => change.Verb == Verb.Confirm);

    /// <summary>Rows that are neither refused nor already decided.</summary>
    public IEnumerable<RowWork> OpenRows => Rows.Where(row => !row.IsSettled);

    /// <summary>Records that will be written: loaded, not refused.</summary>
    public IEnumerable<RecordWork> Open => Records.Where(record => !record.IsRefused);

    /// <summary>The work on a record that exists, begun if it is the first.</summary>
    public RecordWork Existing(EntityDescriptor entity, long id)
    {
        if (!records.TryGetValue((entity, id), out var record))
        {
            record = new RecordWork(entity, id, isNew: false);
            records.Add((entity, id), record);
            Records.Add(record);
        }

        return record;
    }

    /// <summary>The work on a record that this set makes.</summary>
    public RecordWork New(EntityDescriptor entity, long id)
    {
        var record = new RecordWork(entity, id, isNew: true);
        records.Add((entity, id), record);
        Records.Add(record);
        return record;
    }

    /// <summary>The rows of a record that shall not be made after all are about another one.</summary>
    public void Redirect(RecordWork from, RecordWork to)
    {
        Records.Remove(from);
        records.Remove((from.Entity, from.Id));
        foreach (var row in from.Rows)
        {
            row.Record = to;
            to.Rows.Add(row);
        }
    }

    /// <summary>The work on a record that this set already touches, or null.</summary>
    public RecordWork? Find(EntityDescriptor entity, long id) => records.GetValueOrDefault((entity, id));
}

/// <summary>One change of a set.</summary>
internal sealed class RowWork(int index, RecordChange change)
{
    private List<Refusal>? refusals;

    public int Index { get; } = index;

    public RecordChange Change { get; } = change;

    public EntityDescriptor Entity { get; set; } = null!;

    /// <summary>Ordinals of the fields that the row sets; empty until they were authorised.</summary>
    public IReadOnlyList<int> Ordinals { get; set; } = [];

    /// <summary>Canonical values in the order of <see cref="Ordinals"/>; a <see cref="RecordReference"/> until it was resolved.</summary>
    public object?[] Values { get; set; } = [];

    /// <summary>The record that the row is about; null while it isn't known.</summary>
    public RecordWork? Record { get; set; }

    public IReadOnlyList<Refusal> Refusals => refusals ?? [];

    /// <summary>Earlier rows that this one names by their label, with the field that does.</summary>
    public List<(FieldDescriptor Field, RowWork Row)> Labelled { get; } = [];

    public List<FieldConflict> Conflicts { get; } = [];

    public List<DuplicateHit> Duplicates { get; } = [];

    public bool IsSkipped { get; set; }

    public bool IsRefused => refusals is not null;

    /// <summary>Nothing more will be done with the row.</summary>
    public bool IsSettled => IsRefused || IsSkipped;

    /// <summary>It was refused when the set was tried before, with all that there is to say of it.</summary>
    public bool IsDecided { get; set; }

    /// <summary>
    /// All refusals at once: a row with refused fields is looked at further, in the fields of which nothing was said yet. It ends with what is said of the row
    /// as a whole.
    /// </summary>
    public bool IsLookedAt => !IsSkipped && !IsDecided && (refusals is null || refusals.TrueForAll(refusal => refusal.Field is not null));

    /// <summary>Whether something was found wrong with a field.</summary>
    public bool Says(FieldDescriptor field) => refusals is not null && refusals.Exists(refusal => refusal.Field == field.Name);

    /// <summary>Adds a refusal; others found later are added beside it.</summary>
    public void Refuse(Refusal refusal) => (refusals ??= []).Add(refusal);

    /// <summary>The value that the row gives for a field, if it gives one.</summary>
    public bool TryGet(int ordinal, out object? value)
    {
        for (var i = 0; i < Ordinals.Count; i++)
        {
            if (Ordinals[i] == ordinal)
            {
                value = Values[i];
                return true;
            }
        }

        value = null;
        return false;
    }
}

/// <summary>What a set does to one record, however many rows speak of it.</summary>
internal sealed class RecordWork
{
    private List<Refusal>? refusals;

    public RecordWork(EntityDescriptor entity, long id, bool isNew)
    {
        Entity = entity;
        Id = id;
        IsNew = isNew;
        Touched = new bool[entity.Fields.Count];
        After = new object?[entity.Fields.Count];
    }

    public EntityDescriptor Entity { get; }

    public long Id { get; }

    public bool IsNew { get; }

    /// <summary>Values as they are in the database; null for a new record, and until they were loaded.</summary>
    public object?[]? Before { get; set; }

    /// <summary>Values as they shall be.</summary>
    public object?[] After { get; set; }

    /// <summary>What it holds of retired fields: no change touches it.</summary>
    public IReadOnlyList<JsonProperty> Retired { get; set; } = [];

    /// <summary>Fields that rows set, by ordinal.</summary>
    public bool[] Touched { get; }

    /// <summary>Grants that cover the record before the change; bit n is the grant at index n.</summary>
    public long CoveredBefore { get; set; }

    /// <summary>Since when the record was deleted as it was loaded; null for a live one.</summary>
    public DateTime? DeletedBefore { get; set; }

    public bool WasDeleted => DeletedBefore is not null;

    public bool IsDeleted { get; set; }

    public bool IsConfirmed { get; set; }

    /// <summary>Rows that speak of it; none for a record that a derivation touches.</summary>
    public List<RowWork> Rows { get; } = [];

    /// <summary>Log entries after the oldest version that a row is based on, oldest first.</summary>
    public IReadOnlyList<LogEntry> Since { get; set; } = [];

    /// <summary>Records from whose change this one's follows.</summary>
    public List<RecordWork> Causes { get; } = [];

    public bool IsRefused => refusals is not null || (Causes.Count == 0 && Rows.Count > 0 && Rows.All(row => row.IsSettled));

    public long VersionBefore => Before is null ? 0 : (long)Before[SystemFields.VersionOrdinal]!;

    /// <summary>Whether anything is to be written; known after the derivations.</summary>
    public bool IsChanged => IsNew || WasDeleted != IsDeleted || ChangedOrdinals().Any();

    /// <summary>Ordinals of the fields whose value differs, system fields left out.</summary>
    public IEnumerable<int> ChangedOrdinals()
    {
        for (var ordinal = SystemFields.Count; ordinal < After.Length; ordinal++)
        {
            if (!CanonicalValues.AreEqual(Before?[ordinal], After[ordinal]))
            {
                yield return ordinal;
            }
        }
    }

    /// <summary>Those of <see cref="Since"/> that changed something after a version.</summary>
    public IEnumerable<LogEntry> ChangesSince(long version) => Since.Where(entry => entry.Version > version && entry.Verb != (int)Verb.Confirm);

    /// <summary>The values at a version of the fields that were changed after it, by name.</summary>
    public Dictionary<string, object?> ValuesAt(long version, TenantSecrets secrets)
    {
        var values = new Dictionary<string, object?>();
        foreach (var change in ChangesSince(version).SelectMany(entry => LogValues.Read(Entity, secrets, entry.Changes)))
        {
            values.TryAdd(change.Field.Name, change.Before);
        }

        return values;
    }

    /// <summary>The record changes by what follows from another one's change, also when all that rows wanted of it is refused.</summary>
    public void Follow(RecordWork cause)
    {
        if (IsRefused && Before is { } before)
        {
            (refusals, After, IsDeleted, IsConfirmed) = (null, [.. before], WasDeleted, false);
            Array.Clear(Touched);
        }

        Causes.Add(cause);
    }

    /// <summary>Refuses the record with all its rows; one that only follows from others, with those.</summary>
    public void Refuse(Refusal refusal)
    {
        var follows = Causes.Count > 0 && Rows.All(row => row.IsSettled);
        (refusals ??= []).Add(refusal);
        if (follows)
        {
            Causes.ForEach(cause => cause.Refuse(refusal));
        }
        else
        {
            Rows.ForEach(row => row.Refuse(refusal));
        }
    }
}
