using ClientLedger.Fields;
using ClientLedger.TestKit.Plain;
using ClientLedger.Writing;

namespace ClientLedger.TestKit.Generators;

/// <summary>Change sets of chance on a ledger that has something in it: all verbs, stale bases, and now and then something that must be refused.</summary>
public sealed class RandomChanges(Chance chance, LedgerSchema schema, RandomValues values)
{
    private readonly RandomRecords records = new(chance, schema, values);

    /// <summary>One to five changes, each of another record; or an order with its lines; or a record that takes another one's number.</summary>
    public ChangeSet Next(PlainLedger ledger, int tenant)
    {
        if (chance.In(5))
        {
            return new(Door.Api, HandOver(ledger, tenant)) { AllOrNothing = chance.In(50), Duplicates = DuplicatePolicy.Create };
        }

        var entities = chance.Some(schema.Entities, chance.Between(1, 3)).Union(chance.Some(schema.Entities.Where(entity => entity.Id <= 4), chance.Between(0, 2)));
        var changes = chance.In(15) ? OrderWithLines(ledger, tenant) : [.. entities.Select(entity => Change(ledger, tenant, entity))];
        return new(chance.Pick([Door.Page, Door.Api, Door.Import]), changes)
        {
            AllOrNothing = chance.In(50),
            Duplicates = chance.Pick([DuplicatePolicy.Ask, DuplicatePolicy.Create, DuplicatePolicy.Skip, DuplicatePolicy.Update]),
        };
    }

    /// <summary>An order of a customer named by its number, with lines that name the order by its label; now and then one of them is wrong.</summary>
    private List<RecordChange> OrderWithLines(PlainLedger ledger, int tenant)
    {
        var customer = chance.Pick(ledger.Of(tenant, "customer").ToList());
        var order = Create(ledger, tenant, schema["order"]);
        var changes = new List<RecordChange>
        {
            order with { Label = "order", Values = With(order.Values, "customer", new RecordReference.ByField("number", customer["number"] ?? "none")) },
        };
        for (var left = chance.Between(1, 3); left > 0; left--)
        {
            var line = Create(ledger, tenant, schema["orderLine"]);
            changes.Add(line with { Values = With(line.Values, "order", new RecordReference.ByLabel(chance.In(90) ? "order" : "another")) });
        }

        return changes;
    }

    /// <summary>A record gives its number up, or goes, and a new one takes it.</summary>
    private List<RecordChange> HandOver(PlainLedger ledger, int tenant)
    {
        var entity = chance.Pick(schema.Entities.Where(entity => entity.Fields.Any(field => field.Unique)).ToList());
        var field = chance.Pick(entity.Fields.Where(field => field.Unique).ToList());
        var holders = ledger.Of(tenant, entity.Name).Where(record => record.IsLive && record[field.Name] is not null).ToList();
        var create = Create(ledger, tenant, entity);
        return holders.Count == 0 ? [create] : HandOver(chance.Pick(holders), field, create);
    }

    private List<RecordChange> HandOver(PlainRecord holder, FieldDescriptor field, RecordChange create) =>
    [
        chance.In(50)
            ? new(Verb.Delete, create.Entity) { Id = holder.Id }
            : new(Verb.Update, create.Entity) { Id = holder.Id, Values = FieldValues.Of((field.Name, chance.In(30) ? null : values.Canonical(field))) },
        create with { Values = With(create.Values, field.Name, holder[field.Name]) },
    ];

    private RecordChange Change(PlainLedger ledger, int tenant, EntityDescriptor entity)
    {
        var live = ledger.Of(tenant, entity.Name).Where(record => record.IsLive).ToList();
        var deleted = ledger.Of(tenant, entity.Name).Where(record => !record.IsLive).ToList();
        var existing = chance.In(5) || live.Count == 0 ? [.. live, .. deleted] : live;
        return existing.Count == 0 ? Create(ledger, tenant, entity) : chance.Between(0, 19) switch
        {
            0 or 1 or 10 or 11 => Create(ledger, tenant, entity),
            2 or 3 when entity.Fields.Any(field => field.Unique) => Upsert(ledger, tenant, entity, existing),
            4 or 5 => Whole(Verb.Delete, entity, chance.Pick(existing)),
            6 or 7 when deleted.Count > 0 => Whole(Verb.Restore, entity, chance.Pick(deleted)),
            8 => new(Verb.Confirm, entity.Name) { Id = chance.Pick(existing).Id },
            12 or 13 when entity.Fields.Any(field => field.WarnOnDuplicates) => Again(ledger, tenant, entity, chance.Pick(existing)),
            14 => new(Verb.Restore, entity.Name) { Id = chance.Pick(existing).Id },
            9 => Flawed(ledger, entity, chance.Pick(existing)),
            _ => Update(ledger, entity, chance.Pick(existing.Exists(HasMoved) && chance.In(60) ? existing.FindAll(HasMoved) : existing)),
        };
    }

    /// <summary>Deletes a record or brings it back, mostly whatever version it has.</summary>
    private RecordChange Whole(Verb verb, EntityDescriptor entity, PlainRecord record) =>
        new(verb, entity.Name) { Id = record.Id, BaseVersion = chance.Between(0, 5) switch { 0 => record.Version, 1 => record.Version - 1, 2 => record.Version + 1, _ => null } };

    private RecordChange Create(PlainLedger ledger, int tenant, EntityDescriptor entity) =>
        new(Verb.Create, entity.Name) { Values = records.New(ledger, tenant, entity) };

    private static bool HasMoved(PlainRecord record) => record.Version > 1;

    /// <summary>A new record with a name, a phone or the like that another has.</summary>
    private RecordChange Again(PlainLedger ledger, int tenant, EntityDescriptor entity, PlainRecord other)
    {
        var field = chance.Pick(entity.Fields.Where(field => field.WarnOnDuplicates && other[field.Name] is not null).DefaultIfEmpty(entity.Fields.First(field => field.WarnOnDuplicates)).ToList());
        var create = Create(ledger, tenant, entity);
        return other[field.Name] is { } value ? create with { Values = With(create.Values, field.Name, value) } : create;
    }

    private RecordChange Update(PlainLedger ledger, EntityDescriptor entity, PlainRecord record) => new(Verb.Update, entity.Name)
    {
        Id = record.Id,
        BaseVersion = chance.Between(0, 3) switch { 0 => null, 1 => record.Version, _ => chance.Between((int)Math.Max(1, record.Version - 3), (int)record.Version) },
        Values = records.Changed(ledger, record, entity),
    };

    private RecordChange Upsert(PlainLedger ledger, int tenant, EntityDescriptor entity, List<PlainRecord> existing)
    {
        var key = entity.Fields.First(field => field.Unique);
        var held = existing.Select(record => record[key.Name]).OfType<string>().ToList();
        var fresh = records.New(ledger, tenant, entity);
        return new(Verb.Upsert, entity.Name)
        {
            Key = key.Name,
            Values = held.Count > 0 && chance.In(70) ? With(fresh, key.Name, chance.Pick(held)) : fresh,
        };
    }

    /// <summary>A change with one thing wrong.</summary>
    private RecordChange Flawed(PlainLedger ledger, EntityDescriptor entity, PlainRecord record)
    {
        var update = Update(ledger, entity, record) with { BaseVersion = null };
        var required = RandomRecords.Writable(entity).Where(field => field.Required).ToList();
        var limited = RandomRecords.Writable(entity).Where(field => field.Minimum is not null).ToList();
        var references = RandomRecords.Writable(entity).Where(field => field.Target is not null).ToList();
        return chance.Between(0, 8) switch
        {
            0 => update with { Values = With(update.Values, "noSuchField", "x") },
            1 => update with { Values = With(update.Values, SystemFields.Version, 7L) },
            2 when required.Count > 0 => update with { Values = With(update.Values, chance.Pick(required).Name, null) },
            3 when limited.Count > 0 => update with { Values = With(update.Values, chance.Pick(limited).Name, -1_000_000L) },
            4 when references.Count > 0 => update with { Values = With(update.Values, chance.Pick(references).Name, 1L) },
            5 => update with { Id = 1 },
            6 => update with { Id = null },
            7 => update with { BaseVersion = record.Version + 5 },
            _ => TooLong(entity, update),
        };
    }

    private RecordChange TooLong(EntityDescriptor entity, RecordChange update)
    {
        var texts = RandomRecords.Writable(entity).Where(field => field is { Type: FieldType.Text, Several: false, Unique: false }).ToList();
        return texts.Count == 0 ? update : update with { Values = With(update.Values, chance.Pick(texts).Name, new string('x', 2_000)) };
    }

    private static FieldValues With(FieldValues values, string name, object? value) => FieldValues.Of(
        [.. values.Names.Zip(values.Values).Where(pair => pair.First != name).Select(pair => (pair.First, pair.Second)), (name, value)]);
}
