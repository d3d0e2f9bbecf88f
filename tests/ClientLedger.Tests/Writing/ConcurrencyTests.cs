using ClientLedger.Fields;
using ClientLedger.History;
using ClientLedger.Storage;
using ClientLedger.TestKit;
using ClientLedger.Writing;

namespace ClientLedger.Tests.Writing;

/// <summary>Many writers at once: totals, numbers and versions stay right, and nothing is lost.</summary>
public sealed class ConcurrencyTests
{
    private const int Writers = 50;

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Fifty_writers_on_one_customer_keep_its_totals_right(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var customer = await gates.DoneAsync(gates.Owner(), WriteGateTests.Create("customer", ("name", "Acme")));
        var beside = await gates.DoneAsync(gates.Owner(TestLedger.Globex), WriteGateTests.Create("customer", ("name", "Beside")));

        await Task.WhenAll(Enumerable.Range(1, Writers).Select(async day => await gates.DoneAsync(gates.Owner(), Order(customer, day))));
        await gates.DoneAsync(gates.Owner(TestLedger.Globex), Order(beside, 7));

        var totals = Assert.Single(await StoredLedger.ReadTotalsAsync(gates.Owner()));
        Assert.Equal(Writers, totals.Orders);
        Assert.Equal(Enumerable.Range(1, Writers).Sum(day => day * 1.25m), totals.Amount);
        Assert.Equal(new DateOnly(2025, 1, 2), totals.First);
        Assert.Equal(new DateOnly(2025, 1, 1).AddDays(Writers), totals.Last);
        Assert.Equal(1, Assert.Single(await StoredLedger.ReadTotalsAsync(gates.Owner(TestLedger.Globex))).Orders);

        static RecordChange Order(long customer, int day) => WriteGateTests.Create(
            "order", ("customer", customer), ("orderedAt", new DateTime(2025, 1, 1, 4, 0, 0, DateTimeKind.Utc).AddDays(day)), ("currency", "CNY"), ("amount", day * 1.25m));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Fifty_writers_of_one_record_all_succeed_and_its_versions_have_no_gap(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var id = await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", "Acme")));
        await gates.DoneAsync(gates.Owner(TestLedger.Globex), WriteGateTests.Create("customer", ("name", "Beside")));
        var results = await Task.WhenAll(Enumerable.Range(0, Writers).Select(number =>
            gates.ApplyAsync(owner, WriteGateTests.Update("customer", id, null, ("city", $"City {number}")))));

        Assert.All(results, result => Assert.Equal(Outcome.Updated, result.Rows[0].Outcome));
        var ledger = await StoredLedger.ReadAsync(owner);
        Assert.Equal(Writers + 1, ledger.Records.Single().Version);
        Assert.Equal(Enumerable.Range(1, Writers + 1).Select(version => (long)version), ledger.Log.Select(entry => entry.Version));
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Fifty_parallel_creations_are_numbered_without_gap_and_typed_numbers_are_passed_over(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        await gates.AddNumbersAsync(TestLedger.Acme);
        await gates.AddNumbersAsync(TestLedger.Globex);
        await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", "Typed"), ("number", "C-000007")));
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async number => await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", $"Customer {number}")))));
        await gates.DoneAsync(gates.Owner(TestLedger.Globex), WriteGateTests.Create("customer", ("name", "Beside")));

        var numbers = (await StoredLedger.ReadAsync(owner)).Records.Select(record => (string)record["number"]!).Order(StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(1, Writers + 1).Select(number => $"C-{number:D6}"), numbers);
        Assert.Equal("C-000001", (await StoredLedger.ReadAsync(gates.Owner(TestLedger.Globex))).Records.Single()["number"]);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_confirmation_names_the_version_that_the_record_has_in_the_log(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var id = await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", "Acme")));
        await gates.DoneAsync(gates.Owner(TestLedger.Globex), WriteGateTests.Create("customer", ("name", "Beside")));
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(number => gates.ApplyAsync(owner, number % 2 == 0
            ? new RecordChange(Verb.Confirm, "customer") { Id = id }
            : WriteGateTests.Update("customer", id, null, ("city", $"City {number}")))));

        var verdict = await new LogVerifier(gates.Database, gates.Schema).VerifyAsync(TestLedger.Acme, TestGates.Secrets(TestLedger.Acme), [], CancellationToken.None);
        Assert.Null(verdict.Fault);
        Assert.Equal(Writers + 1, verdict.Sets);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task Parallel_lines_all_count_in_their_order_also_the_one_that_leaves_its_amount_as_it_was(Provider provider)
    {
        await using var gates = await TestGates.CreateAsync(provider);
        var owner = gates.Owner();
        var customer = await gates.DoneAsync(owner, WriteGateTests.Create("customer", ("name", "Acme")));
        var order = await gates.DoneAsync(owner, WriteGateTests.Create("order", ("customer", customer), ("orderedAt", "2025-01-02"), ("currency", "CNY"), ("amount", "10")));
        await gates.DoneAsync(gates.Owner(TestLedger.Globex), WriteGateTests.Create("customer", ("name", "Beside")));
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(number => gates.DoneAsync(
            owner, WriteGateTests.Create("orderLine", ("order", order), ("number", $"L{number}"), ("quantity", "1"), ("unitPrice", "10")))));

        Assert.Equal(Writers * 10m, (await TestGates.StoredAsync(owner, "order", order))!["amount"]);
        Assert.Equal(Writers * 10m, Assert.Single(await StoredLedger.ReadTotalsAsync(owner)).Amount);
    }

    [Theory, MemberData(nameof(Providers.Tested), MemberType = typeof(Providers))]
    public async Task A_unique_value_of_an_own_field_is_given_once_however_many_ask_at_once(Provider provider)
    {
        var code = new FieldDescriptor { Id = CustomField.FirstId, Name = "memberCode", Label = new("会员号", "Member code"), Type = FieldType.Text, Unique = true, Custom = true };
        var schema = BuiltInEntities.Schema.With(new[] { code }.ToLookup(_ => "customer"));
        await using var gates = await TestGates.CreateAsync(provider, schema);
        await gates.DoneAsync(gates.Owner(TestLedger.Globex), WriteGateTests.Create("customer", ("name", "Beside"), ("memberCode", "M1")));
        var results = await Task.WhenAll(Enumerable.Range(0, Writers).Select(number =>
            gates.ApplyAsync(gates.Owner(), WriteGateTests.Create("customer", ("name", $"Customer {number}"), ("memberCode", "M1")))));

        Assert.Single(results, result => result.Applied);
        Assert.Single((await StoredLedger.ReadAsync(gates.Owner())).Records);
    }
}
