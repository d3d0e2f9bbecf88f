using ClientLedger.Fields;
using ClientLedger.History;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Generators;
using ClientLedger.Writing;

namespace ClientLedger.Tests.History;

/// <summary>Records that somebody who owns the database changes without moving their version: whatever the field, the verifier names it.</summary>
public sealed class AlteredRecordsTests
{
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Any_column_of_any_entity_that_is_changed_past_the_gate_is_found(Provider provider)
    {
        await using var world = await World.CreateAsync(provider);
        Assert.Null((await world.VerifyAsync()).Fault);

        foreach (var entity in world.Gates.Schema.Entities)
        {
            var table = world.Gates.Database.Tables.Of(entity);
            foreach (var ordinal in Enumerable.Range(SystemFields.CreatedAtOrdinal, entity.Fields.Count - SystemFields.CreatedAtOrdinal))
            {
                if (table[ordinal] is { } columns)
                {
                    await world.AssertFoundAsync(entity, columns.Value.Name, Altered(provider, columns.Value, entity.Fields[ordinal]), entity.Fields[ordinal].Label);
                }
            }

            if (entity.Fields.FirstOrDefault(field => field.Custom) is { } own)
            {
                await world.AssertFoundAsync(entity, table.Custom.Name, "NULL", own.Label);
            }

            await world.AssertFoundAsync(entity, table.DeletedAt.Name, Moment(provider), new("删除状态", "The deletion"));
        }

        Assert.Null((await world.VerifyAsync()).Fault);
    }

    /// <summary>Both are encrypted under the same key for the same field, so that the stolen one is readable where it doesn't belong.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_sensitive_value_that_is_copied_from_another_record_is_found(Provider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.Gates.DoneAsync(world.Gates.Owner(), new RecordChange(Verb.Create, "customer")
        {
            Values = FieldValues.Of(("name", "Other"), ("bankAccount", "6222020000111122338"), ("secretText", "their secret")),
        });

        await world.Gates.Ledger.AttackAsync($"""
            UPDATE "Customers" SET ("BankAccount", "BankAccountHash", "BankAccountTail") = (
                SELECT other."BankAccount", other."BankAccountHash", other."BankAccountTail" FROM "Customers" AS other
                WHERE other."TenantId" = 1 AND other."Name" = 'Other')
            WHERE {World.OfAcme} AND "Name" <> 'Other'
            """);

        var fault = (await world.VerifyAsync()).Fault!;
        Assert.Equal("history.valueDiffers", fault.Code.Code);
        Assert.StartsWith("Bank account of the Customer cus_", fault.In(Language.English), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_document_of_own_fields_that_makes_no_sense_is_found(Provider provider)
    {
        await using var world = await World.CreateAsync(provider);

        await world.Gates.Ledger.AttackAsync($$"""UPDATE "Customers" SET "Custom" = '{"ownInteger": "many"}' WHERE {{World.OfAcme}}""");

        Assert.Equal("history.recordUnreadable", (await world.VerifyAsync()).Fault!.Code.Code);
    }

    /// <summary>More records than a range holds, and one with a history that alone is longer than a range of entries.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task The_last_of_many_records_is_held_against_the_log_too(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        foreach (var tenant in new[] { TestLedger.Acme, TestLedger.Globex })
        {
            var owner = gates.Owner(tenant);
            var made = await gates.ApplyAsync(owner, [.. Enumerable.Range(1, 2_500).Select(number => Create("customer", ("name", $"Customer {number}")))]);
            await gates.ApplyAsync(owner, [.. made.Rows.Take(1_200).Select(row => new RecordChange(Verb.Update, "customer") { Id = row.Id, Values = FieldValues.Of(("city", "Bonn")) })]);
        }

        var verifier = new LogVerifier(gates.Database, gates.Schema);
        Task<LogVerdict> VerifyAsync(int tenant) => verifier.VerifyAsync(tenant, TestGates.Secrets(tenant), [], CancellationToken.None);
        Assert.Equal(new LogVerdict(2, 3_700, null), await VerifyAsync(TestLedger.Acme));

        await gates.Ledger.AttackAsync("""UPDATE "Customers" SET "City" = 'Roma' WHERE "TenantId" = 1 AND "Name" = 'Customer 2500'""");

        Assert.Equal("history.valueDiffers", (await VerifyAsync(TestLedger.Acme)).Fault!.Code.Code);
        Assert.Null((await VerifyAsync(TestLedger.Globex)).Fault);
    }

    private static RecordChange Create(string entity, params (string Name, object? Value)[] values) => new(Verb.Create, entity) { Values = FieldValues.Of(values) };

    private static string Altered(Provider provider, StoreColumn column, FieldDescriptor field) => column.Kind switch
    {
        StoreKind.Int32 or StoreKind.Int64 => $"COALESCE(\"{column.Name}\", 0) + 1",
        StoreKind.Boolean => provider == Provider.Sqlite ? $"1 - \"{column.Name}\"" : $"NOT \"{column.Name}\"",
        StoreKind.Date => "'2001-01-01'",
        StoreKind.Moment => Moment(provider),
        StoreKind.Bytes => PastTheFences.Zeros(provider, 40),
        StoreKind.Text when field.Several => "'[\"altered\"]'",
        _ => "'altered'",
    };

    private static string Moment(Provider provider) => provider == Provider.Sqlite ? "'2001-01-01T00:00:00.000Z'" : "'2001-01-01 00:00:00'";

    /// <summary>Two tenants with one record of every entity, each with every field filled in.</summary>
    private sealed class World : IAsyncDisposable
    {
        public const string OfAcme = "\"TenantId\" = 1";

        private World(TestGates gates) => Gates = gates;

        public TestGates Gates { get; }

        public static async Task<World> CreateAsync(Provider provider)
        {
            var gates = await TestGates.CreateAsync(provider, RandomFields.Extend(BuiltInEntities.Schema));
            foreach (var tenant in new[] { TestLedger.Acme, TestLedger.Globex })
            {
                var records = new ValidRecords(gates.Schema, 1, $"of {tenant}", TestGates.Anna);
                Assert.True((await gates.ApplyAsync(gates.Owner(tenant), [.. records.Creations()])).Applied);
            }

            await gates.Ledger.BackUpAsync();
            return new World(gates);
        }

        public Task<LogVerdict> VerifyAsync() =>
            new LogVerifier(Gates.Database, Gates.Schema).VerifyAsync(TestLedger.Acme, TestGates.Secrets(TestLedger.Acme), [], CancellationToken.None);

        /// <summary>Changes a column, looks who says so, and puts it back.</summary>
        public async Task AssertFoundAsync(EntityDescriptor entity, string column, string value, Label field)
        {
            var table = Gates.Database.Tables.Of(entity).Name;
            Assert.NotEqual(0, await Gates.Ledger.AttackAsync($"UPDATE \"{table}\" SET \"{column}\" = {value} WHERE {OfAcme}"));
            var fault = (await VerifyAsync()).Fault;
            Assert.True(fault?.Code.Code == "history.valueDiffers", $"{table}.{column} = {value}: {fault?.In(Language.English)}");
            Assert.StartsWith($"{field.English} of the {entity.Label.English} {entity.IdPrefix}_", fault!.In(Language.English), StringComparison.Ordinal);
            await Gates.Ledger.AttackAsync(
                $"UPDATE \"{table}\" SET \"{column}\" = (SELECT kept.\"{column}\" FROM \"backup of {table}\" AS kept WHERE kept.{OfAcme} AND kept.\"Id\" = \"{table}\".\"Id\") WHERE {OfAcme}");
        }

        public ValueTask DisposeAsync() => Gates.DisposeAsync();
    }
}
