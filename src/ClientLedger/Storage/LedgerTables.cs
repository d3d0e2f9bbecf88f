using System.Collections.Frozen;
using ClientLedger.Fields;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClientLedger.Storage;

/// <summary>Tables and columns of the ledger, read once from EF Core's relational model, so that nothing is named twice.</summary>
public sealed class LedgerTables
{
    private readonly FrozenDictionary<string, RecordTable> records;
    private readonly FrozenDictionary<Type, PlainTable> all;

    /// <summary>Reads the model of one provider.</summary>
    public LedgerTables(IModel model, LedgerSchema builtIn)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(builtIn);
        all = model.GetEntityTypes().ToFrozenDictionary(type => type.ClrType, type => new PlainTable(type));
        records = builtIn.Entities.ToFrozenDictionary(entity => entity.Name, entity => new RecordTable(entity, all[entity.RecordType]), StringComparer.Ordinal);
    }

    /// <summary>The table of a kind of record.</summary>
    public RecordTable Of(EntityDescriptor entity) => records[entity.Name];

    /// <summary>The table of a mapped class that is no record.</summary>
    public PlainTable Of<T>() => all[typeof(T)];

    /// <summary>The table of a mapped class of that name, which a room above declares.</summary>
    public PlainTable Of(string className) => all.First(table => table.Key.Name == className).Value;
}

/// <summary>A table and its columns by the property that each maps.</summary>
public sealed class PlainTable
{
    private readonly FrozenDictionary<string, StoreColumn> columns;

    internal PlainTable(IEntityType type)
    {
        Name = type.GetTableName()!;
        columns = type.GetProperties().ToFrozenDictionary(property => property.Name, Column, StringComparer.Ordinal);
    }

    public string Name { get; }

    /// <summary>The column of a property, which must be mapped.</summary>
    public StoreColumn this[string property] => columns[property];

    /// <summary>The column of a property, or null.</summary>
    public StoreColumn? Find(string property) => columns.GetValueOrDefault(property);

    private static StoreColumn Column(IProperty property) =>
        new(property.GetColumnName(), StoreKinds.Of(property), property.IsNullable, property.GetColumnType());
}

/// <summary>The table of a kind of record: its columns by ordinal of the field.</summary>
public sealed class RecordTable
{
    private readonly FieldColumns?[] fields;

    internal RecordTable(EntityDescriptor builtIn, PlainTable table)
    {
        Name = table.Name;
        TenantId = table[nameof(LedgerRecord.TenantId)];
        Id = table[nameof(LedgerRecord.Id)];
        Version = table[nameof(LedgerRecord.Version)];
        DeletedAt = table[nameof(LedgerRecord.DeletedAt)];
        Custom = table[nameof(LedgerRecord.Custom)];
        fields = [.. builtIn.Fields.Select(field => Columns(field, table))];
    }

    public string Name { get; }

    public StoreColumn TenantId { get; }

    public StoreColumn Id { get; }

    public StoreColumn Version { get; }

    public StoreColumn DeletedAt { get; }

    /// <summary>The JSON document of the tenant's own fields.</summary>
    public StoreColumn Custom { get; }

    /// <summary>The columns of a field; null for a custom field and for one that is computed when it is read.</summary>
    public FieldColumns? this[int ordinal] => ordinal < fields.Length ? fields[ordinal] : null;

    /// <summary>
    /// The property of a field: its API name in Pascal case; references and persons name an id (<c>customer</c> is <c>CustomerId</c>), but for
    /// those that the record itself carries.
    /// </summary>
    public static string PropertyOf(FieldDescriptor field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var pascal = char.ToUpperInvariant(field.Name[0]) + field.Name[1..];
        return field.Type is FieldType.Reference or FieldType.Person && field.Name is not (SystemFields.Id or SystemFields.CreatedBy or SystemFields.UpdatedBy)
            ? pascal + "Id"
            : pascal;
    }

    private static FieldColumns? Columns(FieldDescriptor field, PlainTable table)
    {
        var property = PropertyOf(field);
        return table.Find(property) is { } value
            ? new FieldColumns(value, table.Find(property + ColumnNames.Key), table.Find(property + ColumnNames.Hash), table.Find(property + ColumnNames.Tail))
            : null;
    }
}
