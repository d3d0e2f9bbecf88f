using ClientLedger.Access;
using ClientLedger.Fields;
using ClientLedger.Reading;
using ClientLedger.Tenancy;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.TestKit.Plain;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Oracle;

/// <summary>A small ledger made by hand, of two tenants, with its callers; it is noon of 2 March 2026 UTC.</summary>
internal sealed class PlainCase
{
    public const int Acme = 1;
    public const int Other = 2;
    public const long Ann = 11;
    public const long Bob = 12;

    private long lastId = 100;

    public LedgerSchema Schema { get; } = BuiltInEntities.Schema;

    public PlainLedger Ledger { get; } = new();

    public DateTimeOffset Now { get; set; } = new FixedClock().GetUtcNow();

    public LedgerScope Owner => PlainScope.Of(Acme, Schema, RandomRights.Owner(Schema, Ann));

    /// <summary>A caller with these grants and no others.</summary>
    public LedgerScope Caller(long person, params Grant[] grants) => PlainScope.Of(Acme, Schema, new(Schema.Entities.Select(entity => new EntityRights(
        entity, [.. grants.Where(grant => grant.Entity == entity.Name).Select(grant => Effective(entity, grant))])))
    {
        Person = person,
        Teams = [1],
        TeamPersons = [person],
        TeamAndBelowPersons = [person],
    });

    /// <summary>A record that is there without anybody having written it.</summary>
    public PlainRecord Add(string entity, params (string Field, object? Value)[] values) => AddTo(Acme, entity, values);

    public PlainRecord AddTo(int tenant, string entity, params (string Field, object? Value)[] values)
    {
        var record = new PlainRecord(tenant, entity, ++lastId) { Values = values.ToDictionary(pair => pair.Field, pair => pair.Value) };
        Ledger.Records.Add(record);
        return record;
    }

    public PlainSight Sight(LedgerScope scope) => new(Ledger, scope, Now);

    /// <summary>Ids of the rows of an answer, in their order.</summary>
    public List<long> Ids(LedgerScope scope, LedgerQuery query)
    {
        Assert.Null(PlainChecks.Refuse(Sight(scope), query));
        return PlainQueries.Rows(Sight(scope), query).ConvertAll(record => record.Id);
    }

    /// <summary>Ids of the customers that satisfy a filter.</summary>
    public List<long> Ids(LedgerScope scope, Filter? where) => Ids(scope, new LedgerQuery("customer") { Where = where });

    /// <summary>An answer as the text of its JSON.</summary>
    public string Json(LedgerScope scope, LedgerQuery query) => PlainJson.Answer(Sight(scope), query, PlainQueries.Rows(Sight(scope), query)).ToJsonString();

    public PlainResult Apply(LedgerScope scope, params RecordChange[] changes) => Apply(scope, new ChangeSet(Door.Page, changes));

    public PlainResult Apply(LedgerScope scope, ChangeSet set) => new PlainWriter(Ledger, scope, Now, () => ++lastId).Apply(set);

    public PlainRow One(LedgerScope scope, RecordChange change) => Assert.Single(Apply(scope, change).Rows);

    public static RecordChange Create(string entity, params (string Name, object? Value)[] values) => new(Verb.Create, entity) { Values = FieldValues.Of(values) };

    public static RecordChange Update(PlainRecord record, long? baseVersion, params (string Name, object? Value)[] values) =>
        new(Verb.Update, record.Entity) { Id = record.Id, BaseVersion = baseVersion, Values = FieldValues.Of(values) };

    private static EffectiveGrant Effective(EntityDescriptor entity, Grant grant) => new(
        grant.Rule,
        [.. entity.Fields.Select(field => grant.On(field.Name).Read)],
        [.. entity.Fields.Select(field => grant.On(field.Name).Write)],
        grant.Create,
        grant.Delete,
        grant.Reassign);
}
