namespace ClientLedger.Storage;

/// <summary>What a column or an argument of a statement is to the database. Every provider has one store type for each.</summary>
public enum StoreKind
{
    Int32,
    Int64,

    /// <summary>Text in a binary collation.</summary>
    Text,
    Bytes,
    Boolean,

    /// <summary><see cref="DateOnly"/>.</summary>
    Date,

    /// <summary><see cref="DateTime"/> in UTC.</summary>
    Moment,

    /// <summary>A JSON document, as text outside.</summary>
    Json,
}

/// <summary>A column, as EF Core's relational model names it.</summary>
/// <param name="StoreType">The provider's own type name, for casts.</param>
public sealed record StoreColumn(string Name, StoreKind Kind, bool IsNullable, string StoreType);

/// <summary>The columns that hold one built-in field.</summary>
/// <param name="Value">The value; encrypted for a sensitive field; a JSON array for several values.</param>
/// <param name="Key">Folded key of a text (<c>NameKey</c>): compared, sorted, unique.</param>
/// <param name="Hash">Keyed hash of a sensitive value.</param>
/// <param name="Tail">Keyed hash of the last four characters of a sensitive value.</param>
public sealed record FieldColumns(StoreColumn Value, StoreColumn? Key, StoreColumn? Hash, StoreColumn? Tail);
