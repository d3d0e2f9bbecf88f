using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Messages;
using ClientLedger.Reading.Sql;
using ClientLedger.Storage;
using ClientLedger.Tenancy;

namespace ClientLedger.Reading.Binding;

/// <summary>
/// Finds the names of a query in the tenant's schema, allows them by the caller's rights, reads the values, and writes down the shape.
/// A name that the caller may not know of is refused in the words of a name that doesn't exist.
/// </summary>
internal sealed partial class Binder
{
    /// <summary>Slot of the tenant, in every query.</summary>
    public const int TenantSlot = 0;

    private readonly LedgerScope scope;
    private readonly LedgerTables tables;
    private readonly SqlDialect dialect;
    private readonly ReadLimits limits;
    private readonly DateTime now;
    private readonly Dictionary<string, int> callerSlots = [];
    private int depth;
    private int parts;

    public Binder(LedgerScope scope, LedgerTables tables, SqlDialect dialect, ReadLimits limits, DateTime now, Shape shape)
    {
        this.scope = scope;
        this.tables = tables;
        this.dialect = dialect;
        this.limits = limits;
        this.now = now;
        Shape = shape.Add((char)('A' + (int)dialect.Provider));
        shape.Slot(StoreKind.Int32, scope.TenantId);
    }

    public Shape Shape { get; }

    /// <summary>The entity of a name, if the caller has a grant on it.</summary>
    public EntityDescriptor Entity(string name) => Seen(name) ?? throw Refused(Refusal.Of(ReadMessages.EntityUnknown, ("entity", name)));

    /// <summary>A table under the caller's rights, with its record rules.</summary>
    public BoundTable Table(EntityDescriptor entity, bool isLive = true)
    {
        var rights = scope.Rights.On(entity.Name);
        var table = new BoundTable(entity, tables.Of(entity), rights, isLive);
        Shape.Add('t').Add(entity.Id).Add(isLive ? 'l' : 'd');
        if (!rights.SeesEveryRecord)
        {
            table.Visible = Covering(table, static _ => true);
        }

        return table;
    }

    /// <summary>Records of an entity, deleted or not, and for each of the caller's grants whether it covers them.</summary>
    public (BoundTable Table, IReadOnlyList<BoundFilter> Rules, int IdsSlot) Coverage(EntityDescriptor entity)
    {
        var rights = scope.Rights.On(entity.Name);
        var table = new BoundTable(entity, tables.Of(entity), rights, isLive: false);
        Shape.Add('K').Add(entity.Id).Add(rights.Grants.Count);
        return (table, [.. rights.Grants.Select(grant => Rule(table, grant.Rule))], Shape.IdsSlot());
    }

    /// <summary>A table inside a record rule: its live records, every field readable.</summary>
    private BoundTable BareTable(EntityDescriptor entity)
    {
        Shape.Add('b').Add(entity.Id);
        return new BoundTable(entity, tables.Of(entity), rights: null, isLive: true);
    }

    /// <summary>A table of the same kind as another one, as its relations see it.</summary>
    private BoundTable Related(BoundTable from, EntityDescriptor entity) => from.Rights is null ? BareTable(entity) : Table(entity);

    /// <summary>A field that may be compared: on the rows where it isn't clear it counts as empty.</summary>
    private BoundField Field(BoundTable table, string name)
    {
        var ordinal = Known(table, name);
        if (table.Rights is { } rights && !IsId(ordinal) && rights.Best(ordinal) != ReadRight.Clear)
        {
            throw Refused(Refusal.Of(ReadMessages.FieldMasked, ("field", table.Entity.Fields[ordinal].Label)), name);
        }

        return Field(table, ordinal);
    }

    private BoundField Field(BoundTable table, int ordinal)
    {
        var field = table.Entity.Fields[ordinal];
        var byIndex = field.Several || (field is { Custom: true, Sensitivity: Sensitivity.Normal } && (field.Indexed || field.Unique));
        Shape.Add('f');
        if (field.Custom)
        {
            Shape.Add('c').Add((int)field.Type).Add(field.Several ? 's' : '1').Add((char)('0' + (int)field.Sensitivity)).Add(byIndex ? 'x' : '-');
        }
        else
        {
            Shape.Add(ordinal);
        }

        var clear = Clear(table, ordinal, ReadRight.Clear);
        Shape.Add(clear is null ? '.' : '!');
        return new BoundField(
            table, field, ordinal, clear,
            field.Custom ? Shape.Slot(StoreKind.Text, dialect.CustomProperty(CustomKey(field))) : -1,
            field.Custom && byIndex ? Shape.Slot(StoreKind.Int32, field.Id) : -1,
            byIndex)
        {
            Orders = IsComputed(table, ordinal) ? OrdersOf(table) : null,
        };
    }

    /// <summary>The rows where a right on the field is at least this, or null when that is all visible ones.</summary>
    private BoundFilter? Clear(BoundTable table, int ordinal, ReadRight least)
    {
        if (table.Rights is not { } rights || IsId(ordinal))
        {
            return null;
        }

        var all = true;
        foreach (var grant in rights.Grants)
        {
            if (grant.Read[ordinal] < least)
            {
                all = false;
            }
            else if (grant.IsEverywhere)
            {
                return null;
            }
        }

        return all ? null : Covering(table, grant => grant.Read[ordinal] >= least);
    }

    /// <summary>The rows that some of the caller's grants cover.</summary>
    private BoundFilter Covering(BoundTable table, Func<EffectiveGrant, bool> those)
    {
        var rules = new List<BoundFilter>();
        Shape.Add('[');
        for (var i = 0; i < table.Rules.Length; i++)
        {
            if (those(table.Rights!.Grants[i]))
            {
                Shape.Add(i);
                rules.Add(table.Rules[i] ??= Rule(table, table.Rights.Grants[i].Rule));
            }
        }

        Shape.Add(']');
        return rules.Count == 1 ? rules[0] : new BoundAny(rules);
    }

    /// <summary>Ordinal of a field that the caller may know of. The id belongs to every record that can be seen.</summary>
    private static int Known(BoundTable table, string name)
    {
        var ordinal = table.Entity.OrdinalOf(Given(name));
        return ordinal >= 0 && (table.Rights is not { } rights || IsId(ordinal) || rights.Best(ordinal) != ReadRight.Hidden)
            ? ordinal
            : throw Refused(Refusal.Of(ReadMessages.FieldUnknown, ("entity", table.Entity.Label), ("field", name)), name);
    }

    private EntityDescriptor? Seen(string name) =>
        scope.Schema.Find(name) is { } entity && scope.Rights.On(entity.Name).Grants.Count > 0 ? entity : null;

    /// <summary>A reference that may be followed and the entity at its end.</summary>
    private (BoundField Reference, BoundTable Target) Reference(BoundTable table, string name)
    {
        var reference = Field(table, name);
        if (reference.Field is not { Type: FieldType.Reference, Several: false, Target: { } target }
            || (table.Rights is null ? scope.Schema.Find(target) : Seen(target)) is not { } entity)
        {
            throw Refused(Refusal.Of(ReadMessages.RelationUnknown, ("entity", table.Entity.Label), ("relation", name)), name);
        }

        return (reference, Related(table, entity));
    }

    /// <summary>The children of a relation and their reference to the parent.</summary>
    private (BoundTable Children, BoundField By) Children(BoundTable table, string name)
    {
        if (table.Entity.FindChildren(name) is not { } relation
            || (table.Rights is null ? scope.Schema.Find(relation.Entity) : Seen(relation.Entity)) is not { } entity
            || (table.Rights is not null && scope.Rights.On(entity.Name).Best(entity.OrdinalOf(relation.ByField)) != ReadRight.Clear))
        {
            throw Refused(Refusal.Of(ReadMessages.RelationUnknown, ("entity", table.Entity.Label), ("relation", name)), name);
        }

        var children = Related(table, entity);
        return (children, Field(children, relation.ByField));
    }

    private void Enter()
    {
        if (++depth > limits.Depth)
        {
            throw Refused(Refusal.Of(ReadMessages.TooDeep, ("most", limits.Depth)));
        }

        Part();
    }

    private void Part()
    {
        if (++parts > limits.Parts)
        {
            throw Refused(Refusal.Of(ReadMessages.TooLarge, ("most", limits.Parts)));
        }
    }

    private void Leave() => depth--;

    /// <summary>What is compared of a custom field: its folded key, or the value as it stands.</summary>
    private static string CustomKey(FieldDescriptor field) =>
        field.Type.HasFoldedKey() && !field.Several && field.Sensitivity == Sensitivity.Normal ? field.Name + StoredValues.KeySuffix : field.Name;

    /// <summary>A part of the question, which must not be missing.</summary>
    private static T Given<T>(T? part)
        where T : class => part ?? throw Refused(Refusal.Of(ReadMessages.PartMissing));

    private static bool IsId(int ordinal) => ordinal == SystemFields.IdOrdinal;

    private static RefusedException Refused(Refusal refusal, string? field = null) => new(refusal with { Field = field });
}
