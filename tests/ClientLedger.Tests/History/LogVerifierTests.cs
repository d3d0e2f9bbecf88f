using ClientLedger.History;
using ClientLedger.Messages;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.TestKit.Plain;
using ClientLedger.Tests.Writing;
using ClientLedger.Writing;
using ClientLedger.Writing.Sql;

namespace ClientLedger.Tests.History;

/// <summary>The log against somebody who owns the database: whatever is done to it, the verifier names the first set, entry or record that it was done to.</summary>
public sealed class LogVerifierTests(LogVerifierTests.Attacked attacked) : IClassFixture<LogVerifierTests.Attacked>
{
    public static TheoryData<Provider, string> Attacks()
    {
        var data = new TheoryData<Provider, string>();
        foreach (var provider in Providers.All)
        {
            foreach (var attack in LogAttack.All)
            {
                data.Add(provider, attack.Name);
            }
        }

        return data;
    }

    [Theory, MemberData(nameof(Attacks))]
    public async Task Finds_somebody_who(Provider provider, string attack)
    {
        var (_, code, says, runAsync) = LogAttack.All.Single(each => each.Name == attack);
        var gates = await attacked.OnAsync(provider);

        await runAsync(gates.Ledger);

        var verdict = await VerifyAsync(gates, TestLedger.Acme);
        Assert.Equal(code, verdict.Fault?.Code.Code);
        Assert.Contains(says, verdict.Fault!.In(Language.English), StringComparison.Ordinal);
        Assert.Null((await VerifyAsync(gates, TestLedger.Globex)).Fault);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task An_untouched_log_holds_and_so_does_one_that_says_whom_it_erased(Provider provider)
    {
        await using var gates = await FiveSetsAsync(provider);
        Assert.Equal(new LogVerdict(5, 6, null), await VerifyAsync(gates, TestLedger.Acme));

        var customer = (await StoredLedger.ReadAsync(gates.Owner())).Records.Single(record => record.Entity == "customer");
        await EraseAsync(gates, customer);

        Assert.Equal(new LogVerdict(6, 7, null), await VerifyAsync(gates, TestLedger.Acme));
        Assert.Equal(new LogVerdict(5, 6, null), await VerifyAsync(gates, TestLedger.Globex));

        await gates.Ledger.AttackAsync("""UPDATE "LogEntry" SET "Changes" = NULL, "Salt" = NULL WHERE "TenantId" = 1""");
        var fault = (await VerifyAsync(gates, TestLedger.Acme)).Fault!;
        Assert.Equal("history.entryAltered", fault.Code.Code);
        Assert.StartsWith("Entry 1 of set 1", fault.In(Language.English), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_ledger_without_a_log_holds(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        Assert.Equal(new LogVerdict(0, 0, null), await VerifyAsync(gates, TestLedger.Acme));
        Assert.Equal(new LogVerdict(0, 0, null), await VerifyAsync(gates, TestLedger.Globex));
    }

    /// <summary>Whoever has the key can chain; versions must follow one another all the same.</summary>
    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_version_that_is_left_out_or_repeated_is_found(Provider provider)
    {
        await using var gates = await FiveSetsAsync(provider);
        var stored = await StoredLedger.ReadAsync(gates.Owner());
        var customer = stored.Records.Single(record => record.Entity == "customer");
        await AppendAsync(gates, TestLedger.Acme, customer.Id, version: 5);
        await AppendAsync(gates, TestLedger.Globex, customer.Id + 1, version: 0);

        var fault = (await VerifyAsync(gates, TestLedger.Acme)).Fault!.In(Language.English);
        Assert.StartsWith("Set 6 takes the record cus_", fault, StringComparison.Ordinal);
        Assert.Contains("to version 5, but the log left it at version 3", fault, StringComparison.Ordinal);
        Assert.Equal("history.versionGap", (await VerifyAsync(gates, TestLedger.Globex)).Fault!.Code.Code);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Others_may_write_while_it_reads(Provider provider)
    {
        await using var gates = await FiveSetsAsync(provider);
        var owner = gates.Owner();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 30; i++)
            {
                var id = await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", $"Customer {i}")));
                await gates.DoneAsync(owner, new RecordChange(Verb.Delete, "customer") { Id = id });
            }
        });
        var readings = 0;
        while (!writing.IsCompleted || readings == 0)
        {
            Assert.Null((await VerifyAsync(gates, TestLedger.Acme)).Fault);
            readings++;
        }

        await writing;
        Assert.Equal(new LogVerdict(65, 66, null), await VerifyAsync(gates, TestLedger.Acme));
    }

    /// <summary>
    /// Two tenants with five sets of six entries each: a customer made with a contact, a change, two confirmations, and another change, which
    /// brings it to version 3.
    /// </summary>
    internal static async Task<TestGates> FiveSetsAsync(Provider provider)
    {
        var gates = await TestGates.CreateAsync(provider);
        foreach (var tenant in new[] { TestLedger.Acme, TestLedger.Globex })
        {
            var owner = gates.Owner(tenant);
            var made = await gates.ApplyAsync(
                owner,
                WriteGateTests.Create("customer", ("name", "Acme"), ("city", "Bonn")) with { Label = "new" },
                WriteGateTests.Create("contact", ("name", "Li Wei"), ("customer", new RecordReference.ByLabel("new"))));
            var id = made.Rows[0].Id!.Value;
            await gates.DoneAsync(owner, WriteGateTests.Update("customer", id, 1, ("city", "Köln")));
            await gates.DoneAsync(owner, new RecordChange(Verb.Confirm, "customer") { Id = id });
            await gates.DoneAsync(owner, new RecordChange(Verb.Confirm, "customer") { Id = id });
            await gates.DoneAsync(owner, WriteGateTests.Update("customer", id, 2, ("city", "Trier")));
        }

        return gates;
    }

    private static Task<LogVerdict> VerifyAsync(TestGates gates, int tenant) =>
        new LogVerifier(gates.Database, gates.Schema).VerifyAsync(tenant, TestGates.Secrets(tenant), [], CancellationToken.None);

    private static Task AppendAsync(TestGates gates, int tenant, long record, long version) =>
        AppendAsync(gates, tenant, new LogEntry { EntityId = 1, RecordId = record, Version = version, Verb = (int)Verb.Update, Changes = "{}" });

    private static async Task AppendAsync(TestGates gates, int tenant, LogEntry entry)
    {
        var set = new LogSet { TenantId = tenant, SetId = gates.Ids.Next(), At = gates.Clock.GetUtcNow().UtcDateTime, ActorId = TestGates.Anna };
        (entry.TenantId, entry.SetId) = (tenant, set.SetId);
        await using var transaction = await gates.Database.BeginAsync(tenant, CancellationToken.None);
        await new LogAppender(gates.Database.Tables, gates.Database.Writer, new FixedRandom()).AppendAsync(transaction, TestGates.Secrets(tenant), set, [entry], CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Leaves a customer of Acme nothing but its kind and its book; its earlier entries lose their values.</summary>
    private static async Task EraseAsync(TestGates gates, PlainRecord customer)
    {
        var entity = gates.Schema["customer"];
        var values = new object?[entity.Fields.Count];
        int[] kept = [entity.OrdinalOf("name"), entity.OrdinalOf("kind"), entity.OrdinalOf("book")];
        values[kept[0]] = "—";
        values[kept[1]] = customer["kind"];
        values[kept[2]] = customer["book"];
        using var log = new LogValues();
        await AppendAsync(gates, TestLedger.Acme, new LogEntry
        {
            EntityId = entity.Id,
            RecordId = customer.Id,
            Version = customer.Version + 1,
            Verb = LogEntry.Erasure,
            Changes = log.Write(entity, TestGates.Secrets(TestLedger.Acme), null, values, kept),
        });
        var table = gates.Database.Tables.Of(entity);
        var emptied = entity.Fields.Select((field, ordinal) => (field, Columns: table[ordinal]))
            .Where(each => each.Columns is not null && !each.field.Required && each.field.Section != "system").Select(each => $"\"{each.Columns!.Value.Name}\" = NULL");
        await gates.Ledger.AttackAsync(
            $"UPDATE \"Customers\" SET \"Name\" = '—', \"Version\" = \"Version\" + 1, {string.Join(", ", emptied)} WHERE \"TenantId\" = 1",
            $"UPDATE \"LogEntry\" SET \"Changes\" = NULL, \"Salt\" = NULL WHERE \"TenantId\" = 1 AND \"RecordId\" = {customer.Id} AND \"Verb\" <> {LogEntry.Erasure}");
    }

    /// <summary>A ledger of five sets for each provider, as it was before the attack before.</summary>
    public sealed class Attacked : IAsyncLifetime
    {
        private readonly Dictionary<Provider, TestGates> gates = [];

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task<TestGates> OnAsync(Provider provider)
        {
            if (gates.TryGetValue(provider, out var made))
            {
                await made.Ledger.RestoreAsync();
                return made;
            }

            gates.Add(provider, made = await FiveSetsAsync(provider));
            await made.Ledger.BackUpAsync();
            return made;
        }

        public async Task DisposeAsync()
        {
            foreach (var each in gates.Values)
            {
                await each.DisposeAsync();
            }
        }
    }
}
