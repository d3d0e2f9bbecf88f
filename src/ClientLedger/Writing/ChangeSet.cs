namespace ClientLedger.Writing;

/// <summary>Through which door a change came.</summary>
public enum Door
{
    Page,
    Api,
    Import,
    Job,
    Restore,
    Seed,
}

/// <summary>What to do with a record.</summary>
public enum Verb
{
    Create,
    Update,

    /// <summary>Update the record that has the key, or create it.</summary>
    Upsert,
    Delete,
    Restore,

    /// <summary>Nothing has changed, and somebody looked: a log entry without a change.</summary>
    Confirm,
}

/// <summary>What happens to a new record whose phone, e-mail, tax number or name another record has.</summary>
public enum DuplicatePolicy
{
    /// <summary>Refuse the row with the hits, also where it changes a record so; the person looks and sends again with Create.</summary>
    Ask,

    /// <summary>Make it all the same.</summary>
    Create,

    /// <summary>Leave the row out.</summary>
    Skip,

    /// <summary>Change the one record that was hit instead; several hits are refused.</summary>
    Update,
}

/// <summary>
/// A list of record changes with their origin, checked and applied as a whole or row by row: one row from a form and 100,000 from an import alike.
/// </summary>
public sealed record ChangeSet(Door Door, IReadOnlyList<RecordChange> Changes)
{
    /// <summary>Characters of a <see cref="Reason"/>.</summary>
    public const int LongestReason = 1000;

    /// <summary>One refused row refuses all; otherwise the good rows are applied and the bad ones reported.</summary>
    public bool AllOrNothing { get; init; } = true;

    public DuplicatePolicy Duplicates { get; init; } = DuplicatePolicy.Ask;

    /// <summary>Why, in the words of who asked.</summary>
    public string? Reason { get; init; }

    /// <summary>What the change belongs to: the import batch, the job run.</summary>
    public long? BatchId { get; init; }
}

/// <summary>One record's change.</summary>
public sealed record RecordChange(Verb Verb, string Entity)
{
    /// <summary>The record; null for Create and Upsert.</summary>
    public long? Id { get; init; }

    /// <summary>Name by which later changes of the same set may refer to this record: <see cref="RecordReference.ByLabel"/>.</summary>
    public string? Label { get; init; }

    /// <summary>The field whose value finds the record of an Upsert; it must be unique.</summary>
    public string? Key { get; init; }

    /// <summary>The version that the change was based on; null lets the newest write win per field.</summary>
    public long? BaseVersion { get; init; }

    public FieldValues Values { get; init; } = FieldValues.None;

    /// <summary>
    /// Names among <see cref="Values"/> that are left out unless this very change makes the record: what an import knows in default of anything
    /// better, such as a product's number for its name.
    /// </summary>
    public IReadOnlyList<string> OnlyIfNew { get; init; } = [];
}

/// <summary>
/// Raw values by field name: text as typed, or the canonical CLR type, null to empty the field. Rows of one import share their array of names.
/// A field of several values takes a list of texts, or one text with its elements apart by semicolons or line breaks.
/// </summary>
public sealed class FieldValues
{
    public static readonly FieldValues None = new([], []);

    /// <summary>Both of one length; names are distinct.</summary>
    public FieldValues(IReadOnlyList<string> names, IReadOnlyList<object?> values)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(values);
        if (names.Count != values.Count)
        {
            throw new ArgumentException($"{names.Count} names for {values.Count} values.", nameof(values));
        }

        Names = names;
        Values = values;
    }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<object?> Values { get; }

    /// <summary>Values written out in code.</summary>
    public static FieldValues Of(params (string Name, object? Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new([.. values.Select(value => value.Name)], [.. values.Select(value => value.Value)]);
    }
}

/// <summary>A reference given otherwise than by the id.</summary>
public abstract record RecordReference
{
    private RecordReference()
    {
    }

    /// <summary>The record that an earlier change of the same set makes or touches.</summary>
    public sealed record ByLabel(string Label) : RecordReference;

    /// <summary>The one visible record whose field has this value: the customer named so.</summary>
    public sealed record ByField(string Field, object Value) : RecordReference;
}
