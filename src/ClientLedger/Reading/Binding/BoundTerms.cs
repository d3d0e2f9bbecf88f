namespace ClientLedger.Reading.Binding;

/// <summary>Rows of the search index that a search may read: those of some fields, on the records where the caller sees these clear.</summary>
/// <param name="Fields">Ids of the fields; null for all that there are.</param>
/// <param name="FieldsSlot">Slot with them; −1 for all.</param>
/// <param name="Records">The records; null for all.</param>
internal sealed record BoundTerms(int[]? Fields, int FieldsSlot, BoundTable? Records)
{
    /// <summary>Every row.</summary>
    public static readonly BoundTerms All = new(null, -1, null);

    /// <summary>Rows of a field are among them.</summary>
    public bool Have(int field) => Fields is null || Fields.Contains(field);
}
