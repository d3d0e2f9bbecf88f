using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Storage;

namespace ClientLedger.Reading.Binding;

/// <summary>A table as one place of a query reads it: with the caller's grants on its entity, or, inside a record rule, with none.</summary>
/// <param name="rights">Null: only live records count, and every field is readable.</param>
/// <param name="isLive">False where deleted records are asked for.</param>
internal sealed class BoundTable(EntityDescriptor entity, RecordTable storage, EntityRights? rights, bool isLive)
{
    public EntityDescriptor Entity { get; } = entity;

    public RecordTable Storage { get; } = storage;

    public EntityRights? Rights { get; } = rights;

    public bool IsLive { get; } = isLive;

    /// <summary>The rules of the caller's grants, by index; bound when first needed.</summary>
    public BoundFilter?[] Rules { get; } = new BoundFilter?[rights?.Grants.Count ?? 0];

    /// <summary>Which of its rows the caller sees; null for all.</summary>
    public BoundFilter? Visible { get; set; }

    /// <summary>The table whose row this one stands for: a rule looks at the row that it decides about.</summary>
    public BoundTable? Row { get; init; }

    /// <summary>What the table is called in the statement that is being written.</summary>
    public string Alias
    {
        get => Row?.Alias ?? field;
        set;
    } = "";
}

/// <summary>A field of a table as a filter, an order or an aggregate uses it.</summary>
/// <param name="Clear">On which rows it counts; elsewhere it is taken as empty. Null: on all.</param>
/// <param name="NameSlot">Slot with the property's name of a custom field; −1 for a built-in one.</param>
/// <param name="IdSlot">Slot with the field's id, of custom fields that the field index holds.</param>
/// <param name="ByIndex">Compared through the field index: one of several values, or a custom field that is indexed.</param>
internal sealed record BoundField(BoundTable Table, FieldDescriptor Field, int Ordinal, BoundFilter? Clear, int NameSlot, int IdSlot, bool ByIndex)
{
    /// <summary>The orders that a total is worked out of; null when the stored total, or none, is meant.</summary>
    public BoundOrders? Orders { get; init; }

    /// <summary>What a single value is to the database when it is compared directly.</summary>
    public StoreKind Kind => KindOf(Field);

    /// <summary>Never null in the database, so that an index serves both directions as it is.</summary>
    public bool IsNeverNull => Clear is null && Table.Storage[Ordinal] is { } columns && !(columns.Key ?? columns.Value).IsNullable;

    public static StoreKind KindOf(FieldDescriptor field) => field.Type switch
    {
        FieldType.Boolean => field.Custom ? StoreKind.Int64 : StoreKind.Boolean,
        FieldType.Date => field.Custom ? StoreKind.Text : StoreKind.Date,
        FieldType.Moment => field.Custom ? StoreKind.Text : StoreKind.Moment,
        var type when type.IsNumber() => StoreKind.Int64,
        _ => StoreKind.Text,
    };
}

/// <summary>The orders of a customer that the caller sees; a field that isn't clear on an order counts as empty there.</summary>
/// <param name="ZoneSlot">Slot with the tenant's zone, in which an order's day lies.</param>
/// <param name="BaseSlot">Slot with the base currency.</param>
internal sealed record BoundOrders(
    BoundTable Table, BoundField Customer, BoundField Kind, BoundField State, BoundField OrderedAt, BoundField Currency, BoundField Amount, int ZoneSlot, int BaseSlot);
